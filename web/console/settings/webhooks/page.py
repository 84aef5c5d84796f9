"""Addresses that are told what happens: their list, and a new one, whose secret is shown once."""

from collections.abc import Sequence

from litestar import Response, get, post
from litestar.di import NamedDependency

from booking_core.desk import Desk
from booking_core.errors import Conflict, Invalid, InvalidField
from booking_core.outbound.public_name import must_lead_outside
from booking_core.storage.events import EVENTS
from booking_core.storage.ids import new_id
from booking_core.webhooks.subscriptions import NewWebhookSecret, add_endpoint, endpoints_of
from web.console.forms.fields import Checkboxes, TextField
from web.console.forms.form import KEY, Form, FormState
from web.console.forms.sent import read_sent
from web.console.rendering.visit import SettingsPage, Visit
from web.console.settings.webhooks import deliveries, endpoint
from web.console.settings.webhooks.endpoint import EndpointView, event_options, secret_page
from web.console.words.translate import N_, gettext
from web.jobs.webhooks import courier_of

PAGE = SettingsPage("webhooks", N_("Webhooks"), N_("Programs that are told what happens"), "webhook.list")


def form() -> Form:
    return Form(
        [
            TextField(
                name="url",
                label=gettext("Address"),
                input_type="url",
                hint=gettext("Of your program, such as https://example.com/hooks."),
                required=True,
            ),
            Checkboxes(name="events", label=gettext("What it is told of"), options=event_options()),
        ]
    )


@get("/settings/webhooks")
async def webhooks_page(visit: NamedDependency[Visit]) -> Response[str]:
    async def look(desk: Desk) -> Sequence[EndpointView]:
        local, now = visit.local(desk), visit.core.clock.now()
        return [EndpointView.of(one, local, now) for one in await endpoints_of(desk)]

    address = f"{visit.home}/{PAGE.slug}"
    rows = await visit.read(look)
    return visit.page("settings/webhooks.html", PAGE.slug, address=address, rows=rows)


@get("/settings/webhooks/new")
async def new_webhook_page(visit: NamedDependency[Visit]) -> Response[str]:
    await visit.carry_out(_may_add)
    known = form()
    return _draw(visit, FormState(known, known.write({"events": list(EVENTS)}), key=new_id("form")))


@post("/settings/webhooks/new", status_code=200)
async def add(visit: NamedDependency[Visit]) -> Response[str]:
    known = form()
    sent = await read_sent(visit.request)
    values, courier = known.read(sent), courier_of(visit.settings, visit.core)
    key = sent.text(KEY) or new_id("form")
    url, allowed = values["url"].strip(), courier.sender.allowed

    async def work(desk: Desk) -> NewWebhookSecret:
        desk.require("webhook.add")
        if not values["events"]:
            raise InvalidField("events", "Please choose what this address is told of.")
        return await add_endpoint(desk, url, values["events"], courier.seal, allowed, key=key)

    try:
        await visit.read(_may_add)
        await must_lead_outside(url, allowed)
        new = await visit.carry_out(work)
    except (Invalid, Conflict) as refusal:
        return _draw(visit, FormState(known, sent, key=key).with_refusal(refusal))
    return secret_page(visit, new)


async def _may_add(desk: Desk) -> None:
    """Raises ``NotAllowed`` for whoever could not send the form."""
    desk.require("webhook.add")


def _draw(visit: Visit, state: FormState) -> Response[str]:
    return visit.page(
        "settings/webhook_form.html",
        PAGE.slug,
        status_code=422 if state.is_refused else 200,
        address=f"{visit.home}/{PAGE.slug}",
        state=state,
    )


ROUTES = [webhooks_page, new_webhook_page, add, *endpoint.ROUTES, *deliveries.ROUTES]
