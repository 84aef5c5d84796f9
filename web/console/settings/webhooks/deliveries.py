"""What was sent to an address: each with what we said and what came back, and a way to send it again."""

from collections.abc import Sequence
from datetime import datetime

from litestar import post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect
from msgspec import Struct

from booking_core.webhooks.deliveries import DELIVERED, GIVEN_UP, PENDING, WebhookDelivery
from booking_core.webhooks.delivery_log import redeliver
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.visit import Visit
from web.console.settings.webhooks.events import EVENT_NAMES
from web.console.words.refusals import refusal_text
from web.console.words.translate import N_, gettext

STATUS = {PENDING: N_("under way"), DELIVERED: N_("taken"), GIVEN_UP: N_("given up")}


class DeliveryView(Struct, frozen=True):
    """``answer`` is what came back at the last attempt, in a sentence, and ``text`` the beginning of what the
    receiver wrote."""

    id: str
    event_id: str
    name: str
    status: str
    status_name: str
    attempts: int
    when: str
    tried: str
    answer: str
    text: str
    body: str


def delivery_views(
    deliveries: Sequence[WebhookDelivery], local: LocalFormat, now: datetime
) -> list[DeliveryView]:
    return [
        DeliveryView(
            id=one.id,
            event_id=one.event_id,
            name=gettext(EVENT_NAMES.get(one.kind, one.kind)),
            status=one.status,
            status_name=gettext(STATUS[one.status]),
            attempts=one.attempts,
            when=local.when(one.created_at, now),
            tried=local.when(one.attempted_at, now) if one.attempted_at else "",
            answer=_answer(one),
            text=one.answer_text or "",
            body=one.body,
        )
        for one in deliveries
    ]


@post("/settings/webhooks/{endpoint_id:str}/deliveries/{delivery_id:str}", status_code=303)
async def send_again(
    visit: NamedDependency[Visit], endpoint_id: FromPath[str], delivery_id: FromPath[str]
) -> Redirect:
    await visit.carry_out(lambda desk: redeliver(desk, delivery_id))
    return Redirect(f"{visit.home}/webhooks/{endpoint_id}?done=again", status_code=303)


def _answer(delivery: WebhookDelivery) -> str:
    if delivery.answer is not None:
        return gettext("It answered with the status %(status)s.", status=delivery.answer)
    return refusal_text(delivery.problem) if delivery.problem else ""


ROUTES = [send_again]
