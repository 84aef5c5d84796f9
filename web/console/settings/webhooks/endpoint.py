"""One address: what it is told of, whether it takes that, a test, another secret, and its end."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect
from msgspec import Struct

from booking_core.desk import Desk
from booking_core.errors import Conflict, Invalid
from booking_core.storage.events import EVENTS
from booking_core.webhooks.delivery_log import deliveries_to
from booking_core.webhooks.endpoints import WebhookEndpoint
from booking_core.webhooks.subscriptions import (
    NewWebhookSecret,
    change_events,
    endpoint_of,
    record_test,
    remove_endpoint,
    rotate_secret,
)
from web.console.access.headers import KEEP_FOR_BACK
from web.console.forms.field import Option
from web.console.forms.fields import Checkboxes
from web.console.forms.form import Form, FormState
from web.console.forms.sent import read_sent
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.visit import Visit
from web.console.settings.webhooks.deliveries import DeliveryView, delivery_views
from web.console.settings.webhooks.events import EVENT_NAMES
from web.console.words.refusals import refusal_text
from web.console.words.translate import N_, gettext
from web.jobs.webhook_test import send_test
from web.jobs.webhooks import courier_of

SLUG = "webhooks"
NEWS = {"saved": N_("Saved."), "again": N_("It is sent again.")}


class EndpointView(Struct, frozen=True):
    id: str
    url: str
    events: list[str]
    failing: str
    disabled_because: str
    since: str
    mark: str

    @classmethod
    def of(cls, endpoint: WebhookEndpoint, local: LocalFormat, now: datetime) -> "EndpointView":
        return cls(
            id=endpoint.id,
            url=endpoint.url,
            events=[gettext(EVENT_NAMES[one]) for one in endpoint.events],
            failing=local.when(endpoint.failing_since, now) if endpoint.failing_since else "",
            disabled_because=endpoint.disabled_because or "",
            since=local.when(endpoint.created_at, now),
            mark=endpoint.mark,
        )


class TestView(Struct, frozen=True):
    """What came of a test, in a sentence."""

    is_taken: bool
    text: str


class EndpointPage(Struct, frozen=True):
    endpoint: EndpointView
    events: Sequence[str]
    deliveries: Sequence[DeliveryView]


def event_options() -> list[Option]:
    return [Option(one, gettext(EVENT_NAMES[one]), one) for one in EVENTS]


def events_form() -> Form:
    return Form([Checkboxes(name="events", label=gettext("What it is told of"), options=event_options())])


@get("/settings/webhooks/{endpoint_id:str}")
async def webhook_page(
    visit: NamedDependency[Visit], endpoint_id: FromPath[str], done: FromQuery[str] = ""
) -> Response[str]:
    return await _draw(visit, endpoint_id, news=gettext(NEWS.get(done, "")))


@post("/settings/webhooks/{endpoint_id:str}", status_code=303)
async def change(visit: NamedDependency[Visit], endpoint_id: FromPath[str]) -> Response[str] | Redirect:
    known, sent = events_form(), await read_sent(visit.request)
    try:
        await visit.carry_out(lambda desk: change_events(desk, endpoint_id, sent.each("events")))
    except (Invalid, Conflict) as refusal:
        return await _draw(visit, endpoint_id, state=FormState(known, sent).with_refusal(refusal))
    return Redirect(f"{visit.home}/{SLUG}/{endpoint_id}?done=saved", status_code=303)


@post("/settings/webhooks/{endpoint_id:str}/test", status_code=200, cache_control=KEEP_FOR_BACK)
async def test(visit: NamedDependency[Visit], endpoint_id: FromPath[str]) -> Response[str]:
    async def find(desk: Desk) -> WebhookEndpoint:
        desk.require("webhook.test")
        return await endpoint_of(desk, endpoint_id)

    endpoint = await visit.read(find)
    outcome = await send_test(visit.core, courier_of(visit.settings, visit.core), endpoint)
    await visit.carry_out(lambda desk: record_test(desk, endpoint_id, outcome))
    said = outcome.problem and refusal_text(outcome.problem)
    text = said or gettext("It answered with the status %(status)s.", status=outcome.status)
    return await _draw(visit, endpoint_id, tested=TestView(outcome.is_taken, text))


@post("/settings/webhooks/{endpoint_id:str}/rotate", status_code=200)
async def rotate(visit: NamedDependency[Visit], endpoint_id: FromPath[str]) -> Response[str]:
    mark, seal = (await read_sent(visit.request)).text("mark"), courier_of(visit.settings, visit.core).seal
    try:
        new = await visit.carry_out(lambda desk: rotate_secret(desk, endpoint_id, seal, mark=mark))
    except Conflict as refusal:
        return await _draw(visit, endpoint_id, problem=refusal_text(refusal.detail))
    return secret_page(visit, new)


@post("/settings/webhooks/{endpoint_id:str}/remove", status_code=303)
async def remove(visit: NamedDependency[Visit], endpoint_id: FromPath[str]) -> Redirect:
    await visit.carry_out(lambda desk: remove_endpoint(desk, endpoint_id))
    return Redirect(f"{visit.home}/{SLUG}", status_code=303)


def secret_page(visit: Visit, new: NewWebhookSecret) -> Response[str]:
    """The one page that shows a secret."""
    address = f"{visit.home}/{SLUG}"
    return visit.page(
        "settings/webhook_secret.html", SLUG, address=address, endpoint=new.endpoint, secret=new.secret
    )


async def _draw(
    visit: Visit, endpoint_id: str, *, state: FormState | None = None, problem: str = "", **more: Any
) -> Response[str]:
    async def look(desk: Desk) -> EndpointPage:
        found = await endpoint_of(desk, endpoint_id)
        local, now = visit.local(desk), visit.core.clock.now()
        sent = delivery_views(await deliveries_to(desk, endpoint_id), local, now)
        return EndpointPage(EndpointView.of(found, local, now), found.events, sent)

    shown = await visit.read(look)
    known = events_form()
    told: Mapping[str, Any] = {"events": shown.events}
    return visit.page(
        "settings/webhook.html",
        SLUG,
        status_code=422 if state or problem else 200,
        address=f"{visit.home}/{SLUG}",
        endpoint=shown.endpoint,
        deliveries=shown.deliveries,
        state=state or FormState(known, known.write(told)),
        problem=problem,
        **more,
    )


ROUTES = [webhook_page, change, test, rotate, remove]
