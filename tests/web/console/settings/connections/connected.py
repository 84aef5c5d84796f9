"""A salon with everything that can be connected to it, under long names."""

from datetime import timedelta

from booking_core.api_clients.arrange import ApiClientRequest, create_client, revoke_client
from booking_core.calendars.external.arrange import CalendarPlace, connect_ics
from booking_core.calendars.feeds.arrange import make_feed
from booking_core.chat_models.arrange import add_model
from booking_core.chat_models.model_choice import ModelChoice, ModelPlace
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor, AuditEntry
from booking_core.storage.events import EVENTS
from booking_core.storage.ids import new_id
from booking_core.webhooks.deliveries import DELIVERED, GIVEN_UP, PENDING, WebhookDelivery
from booking_core.webhooks.subscriptions import add_endpoint
from tests.cast import owner_of
from web.secrets.sealing import calendar_seal, model_key_seal, webhook_seal

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenmanufaktur & Söhne"
LONG_PATH = "https://hooks.example.com/" + "v1-" * 60


async def connect_everything(core: BookingCore, salon: DemoSalon) -> None:
    here = salon.organization_id

    async def work(desk: Desk) -> None:
        scopes = ("org:read", "appointments:read", "org:manage")
        for number in range(2):
            request = ApiClientRequest(f"{LONG} {number}", scopes)
            new = await create_client(desk, request, key=str(number))
        await revoke_client(desk, new.client.id)
        await make_feed(desk, location_id=salon.location_id, shows_names=True)
        await make_feed(desk, resource_id=salon.resources["Dana"], shows_names=False)
        url, place = "https://calendar.example.com/a.ics", CalendarPlace(calendar_seal(""))
        external = await connect_ics(desk, salon.resources["Dana"], url, place)
        external.succeeds(core.clock.now() - timedelta(hours=30))
        external.fails(core.clock.now(), "There is no calendar at this address any more.")
        external.skipped = 2
        hook = await add_endpoint(desk, LONG_PATH, (), webhook_seal("", ()), frozenset())
        hook.endpoint.disable(core.clock.now(), "failing")
        for status, answer in ((DELIVERED, 204), (GIVEN_UP, 500), (PENDING, None)):
            desk.session.add(_delivery(core, here, hook.endpoint.id, status, answer))
        for name in ("first", "second"):
            choice = ModelChoice("https://models.example/v1", f"{name}/" + "long-" * 30, "k")
            await add_model(desk, choice, ModelPlace(model_key_seal("")))
        assistant = Actor("mcp", new.client.id)
        desk.session.add(AuditEntry.of(assistant, here, "appointment.confirmed", "apt_1", core.clock.now()))

    await core.transaction(here, owner_of(here), work)


def _delivery(
    core: BookingCore, here: str, endpoint_id: str, status: str, answer: int | None
) -> WebhookDelivery:
    return WebhookDelivery(
        id=new_id("whd"),
        organization_id=here,
        endpoint_id=endpoint_id,
        event_id=new_id("evt"),
        kind=EVENTS[0],
        subject="apt_1",
        body='{"type":"appointment.requested","data":{"organization_id":"' + "o" * 80 + '"}}',
        status=status,
        attempts=3,
        answer=answer,
        created_at=core.clock.now(),
        attempted_at=core.clock.now(),
    )
