"""Programs that want to know are told once that a customer is reminded, and nobody else."""

from sqlalchemy import text

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.reminders import promise_reminders
from booking_core.storage.events import REMINDED_EVENT
from booking_core.time.clock import FrozenClock
from booking_core.webhooks.subscriptions import add_endpoint
from tests.cast import Visitor, at, owner_of
from web.secrets.sealing import webhook_seal

SEAL = webhook_seal("a key that only the tests know, and long")
TOLD = text(
    "SELECT args -> 'event' ->> 'subject' FROM procrastinate_jobs WHERE args -> 'event' ->> 'kind' = :kind"
    " AND args -> 'event' ->> 'organization_id' = :here"
)


async def test_each_reminder_is_announced_once(
    ada: Visitor, core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, clock: FrozenClock
) -> None:
    here = salon.organization_id
    url, events = "https://hooks.example.com/zimun", [REMINDED_EVENT]
    await core.transaction(
        here, owner_of(here), lambda desk: add_endpoint(desk, url, events, SEAL, frozenset())
    )
    booked = await ada.books("Haircut", at(2, 14))
    await Visitor(core, other_salon, "Ben").books("Haircut", at(2, 14))
    clock.advance(at(1, 14) - clock.now())
    for _ in range(2):
        await promise_reminders(core)
    async with core.sessions() as session:
        told = [
            list(await session.scalars(TOLD, {"kind": REMINDED_EVENT, "here": one.organization_id}))
            for one in (salon, other_salon)
        ]
    assert told == [[booked.id], []]
