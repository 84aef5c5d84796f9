"""A salon with everything that can be connected to it, under long names."""

from datetime import timedelta

from booking_core.api_clients.arrange import ApiClientRequest, create_client, revoke_client
from booking_core.appointments.appointment import Appointment
from booking_core.calendars.caldav.arrange import connect_caldav
from booking_core.calendars.caldav.client import Access
from booking_core.calendars.caldav.writing import REMOVED, CalendarWriting
from booking_core.calendars.external.arrange import CalendarPlace, connect_ics
from booking_core.calendars.external.busy_times import replace_busy_times
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
from tests.cast import Visitor, at, owner_of
from web.secrets.sealing import calendar_seal, model_key_seal, webhook_seal

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenmanufaktur & Söhne"
LONG_PATH = "https://hooks.example.com/" + "v1-" * 60


async def connect_everything(core: BookingCore, salon: DemoSalon) -> None:
    here, dana = salon.organization_id, salon.resources["Dana"]
    booked = await Visitor(core, salon, LONG[:40]).books("Haircut", at(4, 11), staff_id=dana)

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
        await _keep_in_step(desk, salon, booked, place)
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


async def _keep_in_step(desk: Desk, salon: DemoSalon, booked: Appointment, place: CalendarPlace) -> None:
    """A calendar in which the appointment was removed, and something else stands over it."""
    access = Access("https://cloud.example.com/dav/rota/", "dana", "secret")
    calendar = await connect_caldav(desk, salon.resources["Dana"], access, place)
    calendar.succeeds(desk.clock.now())
    await replace_busy_times(desk.session, calendar, [(booked.starts_at, booked.ends_at)])
    desk.session.add(
        CalendarWriting(
            calendar_id=calendar.id,
            appointment_id=booked.id,
            organization_id=salon.organization_id,
            version=0,
            etag="",
            edit=REMOVED,
            edited_at=desk.clock.now(),
        )
    )


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
