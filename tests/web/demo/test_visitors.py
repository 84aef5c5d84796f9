"""Whoever visits the demo while it is played: their times and their limits stay theirs. Its people are erased
like anybody else."""

from datetime import timedelta

from sqlalchemy import text

from agent.data_retention.erasure import erase_person
from agent.live_stream.stream import ConversationLog
from booking_core.booking.booking_caps import EVERYBODY, UNKNOWN_ADDRESS, name_of
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.holds.request import HoldRequest
from booking_core.storage.audit import Actor
from booking_core.time.clock import FrozenClock
from tests.web.demo.conftest import BERLIN, NOW
from tests.web.demo.records import records_of
from web.demo.day_plan import CLASS, PlannedBooking, bookings_of
from web.demo.play import DemoLife, play
from web.demo.played_salon import Servers

COUNTED = text("SELECT count(*) FROM booking_counts WHERE organization_id = :here AND name = :name")
OWNED = text(
    "SELECT table_name FROM information_schema.columns"
    " WHERE table_schema = 'public' AND column_name = 'organization_id' ORDER BY 1"
)
VISITOR = Actor(door="api", id="visitor")


def plan_for_tomorrow(life: DemoLife) -> PlannedBooking:
    """One that the front desk of the demo books while it is played."""
    tomorrow = NOW.date() + timedelta(days=1)
    return next(
        one
        for one in bookings_of(tomorrow, BERLIN, life.seed)
        if one.service != CLASS and NOW - timedelta(days=3) < one.made_at < NOW
    )


async def test_what_a_visitor_holds_and_books_nobody_of_the_demo_touches(
    core: BookingCore, clock: FrozenClock, played_on: Servers, life: DemoLife
) -> None:
    """Whether they came is for who tries the demo to say."""
    clock.advance(NOW - clock.now())
    planned, salon = plan_for_tomorrow(life), life.salon
    request = HoldRequest(
        salon.services[planned.service],
        planned.start,
        "mine",
        staff_id=salon.resources[planned.staff],
        location_id=salon.location_id,
        duration_min=planned.duration_min,
    )
    held = await core.transaction(salon.organization_id, VISITOR, lambda desk: desk.hold(request))
    await play(played_on, life, NOW)
    ada = ContactDetails("Ada", "ada@example.org")
    await core.transaction(salon.organization_id, VISITOR, lambda desk: desk.confirm(held.id, ada))
    await play(played_on, life, NOW + timedelta(days=2))
    found = [row for row in (await records_of(core, life)).appointments if row.starts_at == planned.start]
    assert [row.status for row in found if row[4] == "Ada"] == ["confirmed"]
    assert planned.person.name not in {row[4] for row in found}


async def test_no_limit_of_a_visitor_is_used_up(core: BookingCore, played: DemoLife) -> None:
    here = played.salon.organization_id
    async with core.sessions() as session:
        for kind, most in ((UNKNOWN_ADDRESS, 0), (EVERYBODY, 12)):
            counted = {"here": here, "name": name_of(here, kind, "")}
            assert (await session.scalar(COUNTED, counted) or 0) <= most
    live = await core.holds.live(here, played.salon.resources.values())
    assert live == []


async def test_a_customer_of_the_demo_can_be_erased_and_stays_so(
    core: BookingCore, clock: FrozenClock, played_on: Servers, played: DemoLife
) -> None:
    clock.advance(NOW + timedelta(days=60) - clock.now())
    here = played.salon.organization_id
    async with core.sessions() as session:
        came = text(
            "SELECT customers.email, customers.name FROM customers"
            " JOIN appointments ON customer_id = customers.id WHERE appointments.organization_id = :here"
            " AND status = 'completed' ORDER BY starts_at LIMIT 1"
        )
        email, name = (await session.execute(came, {"here": here})).one()
    assert {email, name} <= await words_of(core, here, email, name)
    log = ConversationLog(core.redis)
    actor = Actor(door="system", id="command line")
    await core.transaction(here, actor, lambda desk: erase_person(desk, log, email))
    await play(played_on, played, NOW)
    assert await words_of(core, here, email, name) == set()


async def words_of(core: BookingCore, organization_id: str, *words: str) -> set[str]:
    """Those of the words that stand anywhere in a row of the organization."""
    async with core.sessions() as session:
        kept = ""
        for table in list(await session.scalars(OWNED)):
            rows = text(f'SELECT t::text FROM "{table}" t WHERE organization_id = :here')
            kept += "\n".join(await session.scalars(rows, {"here": organization_id}))
    return {word for word in words if word in kept}
