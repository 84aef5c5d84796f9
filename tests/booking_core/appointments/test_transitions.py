"""Every verb on an appointment of every status: what may follow does, once; everything else is refused by
name and changes nothing."""

import pytest
from sqlalchemy import text

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.errors import Refusal
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.booking_core.appointments.transitions import (
    BECOMES,
    CHANGED,
    DECISIONS,
    HOLDS,
    HOURS,
    OTHER,
    START,
    STATUSES,
    STAYS,
    VERBS,
)
from tests.cast import Visitor


@pytest.fixture
def olga(core: BookingCore, salon: DemoSalon) -> Visitor:
    return Visitor(core, salon, "Olga", door="console")


async def brought_to(status: str, ada: Visitor, olga: Visitor, clock: FrozenClock) -> Appointment:
    """An appointment of that status, as the front desk finds it."""
    needs_approval = status.startswith(("pending", "declined"))
    booked = await ada.books("Bridal styling" if needs_approval else "Haircut", START)
    if status == "declined":
        await olga.at_desk(lambda desk: desk.decline(booked.id))
    if status.startswith("cancelled"):
        await ada.cancels(booked)
    if status.endswith("begun") or status in ("completed", "no_show"):
        clock.advance(START + HOURS / 4 - clock.now())
    if status == "completed":
        await olga.at_desk(lambda desk: desk.complete(booked.id))
    if status == "no_show":
        await olga.at_desk(lambda desk: desk.no_show(booked.id))
    return await olga.at_desk(lambda desk: desk.find(booked.id))


async def everything_of(core: BookingCore, appointment: Appointment) -> list[str]:
    """Its row, and what is kept of every change."""
    asked = (
        "SELECT CAST(to_jsonb(t) AS text) FROM appointments AS t WHERE id = :id",
        "SELECT CAST(to_jsonb(t) AS text) FROM audit AS t WHERE subject = :id ORDER BY id",
        "SELECT CAST(to_jsonb(t) AS text) FROM appointment_events AS t WHERE appointment_id = :id "
        "ORDER BY version",
        "SELECT CAST(to_jsonb(t) AS text) FROM seats AS t WHERE appointment_id = :id ORDER BY number",
    )
    async with core.sessions() as session, session.begin():
        return [row for one in asked for row in await session.scalars(text(one), {"id": appointment.id})]


async def do(olga: Visitor, verb: str, one: Appointment, version: int | None) -> str | None:
    """The refusal's name; None for a success."""
    try:
        await olga.at_desk(lambda desk: VERBS[verb](desk, one, version))
    except Refusal as refusal:
        return refusal.code
    return None


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("status", STATUSES)
async def test_what_may_follow_follows_and_nothing_else(
    core: BookingCore, ada: Visitor, olga: Visitor, clock: FrozenClock, status: str, verb: str
) -> None:
    one = await brought_to(status, ada, olga, clock)
    before, expected = await everything_of(core, one), BECOMES[status][verb]
    refused = await do(olga, verb, one, one.version)
    if expected in CHANGED:
        found = await olga.at_desk(lambda desk: desk.find(one.id))
        assert (refused, found.status, found.version) == (None, expected, one.version + 1)
        return
    assert refused == (None if expected in (HOLDS, STAYS) else expected)
    assert await everything_of(core, one) == before


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "hold to move"])
@pytest.mark.parametrize("status", STATUSES)
async def test_whoever_decides_by_an_old_version_changes_nothing(
    core: BookingCore, ada: Visitor, olga: Visitor, clock: FrozenClock, status: str, verb: str
) -> None:
    one = await brought_to(status, ada, olga, clock)
    before = await everything_of(core, one)
    refused = await do(olga, verb, one, one.version - 1)
    # What is already so is so for everybody.
    is_so = verb in DECISIONS and BECOMES[status][verb] is STAYS
    assert refused == (None if is_so else "version_conflict")
    assert await everything_of(core, one) == before


@pytest.mark.parametrize("status", ["cancelled", "confirmed, begun", "completed", "no_show"])
async def test_a_time_that_was_held_to_move_to_is_of_no_use_once_it_is_over(
    core: BookingCore, ada: Visitor, olga: Visitor, clock: FrozenClock, status: str
) -> None:
    booked = await ada.books("Haircut", START)
    clock.advance(START - HOURS / 12 - clock.now())
    hold = await olga.holds("Haircut", OTHER, reschedule_of=booked.id)
    clock.advance(HOURS / 6)
    if status == "cancelled":
        # As if it had been cancelled a minute ago.
        clock.advance(-HOURS / 6)
        await olga.at_desk(lambda desk: desk.cancel(booked.id))
    if status == "completed":
        await olga.at_desk(lambda desk: desk.complete(booked.id))
    if status == "no_show":
        await olga.at_desk(lambda desk: desk.no_show(booked.id))
    before = await everything_of(core, booked)
    with pytest.raises(Refusal) as refused:
        await olga.at_desk(lambda desk: desk.reschedule(booked.id, hold.id))
    assert refused.value.code == "not_reschedulable"
    assert await everything_of(core, booked) == before
