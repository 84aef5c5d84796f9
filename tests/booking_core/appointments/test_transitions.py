"""Every verb on an appointment of every status: what may follow does, once; everything else is refused by
name and changes nothing."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import Refusal
from booking_core.holds.request import HoldRequest
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.cast import Visitor, at

START, OTHER = at(1, 10), at(2, 10)
HOURS = timedelta(hours=1)
# How an appointment comes to each status, and whether its start has come by then.
STATUSES = (
    "pending",
    "pending, begun",
    "confirmed",
    "confirmed, begun",
    "cancelled",
    "cancelled, begun",
    "declined",
    "completed",
    "no_show",
)
Verb = Callable[[Desk, Appointment, int | None], Awaitable[Any]]


async def holds(desk: Desk, one: Appointment, _: int | None) -> None:
    await desk.hold(HoldRequest(one.service_id, OTHER, new_id("key"), reschedule_of=one.id))


VERBS: dict[str, Verb] = {
    "hold to move": holds,
    "move": lambda desk, one, version: desk.reschedule(one.id, start=OTHER, expected_version=version),
    "move to where it is": lambda desk, one, version: desk.reschedule(
        one.id, start=one.starts_at, expected_version=version
    ),
    "move to where it is, with anybody": lambda desk, one, version: desk.reschedule(
        one.id, start=one.starts_at, staff="any", expected_version=version
    ),
    "cancel": lambda desk, one, version: desk.cancel(one.id, expected_version=version),
    "approve": lambda desk, one, version: desk.approve(one.id, expected_version=version),
    "decline": lambda desk, one, version: desk.decline(one.id, expected_version=version),
    "complete": lambda desk, one, version: desk.complete(one.id, expected_version=version),
    "no_show": lambda desk, one, version: desk.no_show(one.id, expected_version=version),
}
MOVES = ("hold to move", "move", "move to where it is", "move to where it is, with anybody")
DECISIONS = ("cancel", "approve", "decline", "complete", "no_show")
# What becomes of it: a status for what changes, None for a success that changes nothing, and of everything
# else the refusal.
HOLDS, STAYS = "held", None
OVER = dict.fromkeys(MOVES, "not_reschedulable")
ILLEGAL, TOO_EARLY = "illegal_transition", "not_started"
BECOMES: dict[str, dict[str, str | None]] = {
    "pending": {
        "hold to move": HOLDS, "move": "pending_approval", "move to where it is": STAYS,
        "move to where it is, with anybody": STAYS, "cancel": "cancelled", "approve": "confirmed",
        "decline": "cancelled", "complete": TOO_EARLY, "no_show": TOO_EARLY,
    },
    "pending, begun": OVER | {
        "cancel": "already_started", "approve": "confirmed", "decline": "cancelled", "complete": ILLEGAL,
        "no_show": ILLEGAL,
    },
    "confirmed": {
        "hold to move": HOLDS, "move": "confirmed", "move to where it is": STAYS,
        "move to where it is, with anybody": STAYS,
        "cancel": "cancelled", "approve": STAYS, "decline": ILLEGAL, "complete": TOO_EARLY,
        "no_show": TOO_EARLY,
    },
    "confirmed, begun": OVER | {
        "cancel": "already_started", "approve": STAYS, "decline": ILLEGAL, "complete": "completed",
        "no_show": "no_show",
    },
    "cancelled": OVER | {
        "cancel": STAYS, "approve": ILLEGAL, "decline": STAYS, "complete": TOO_EARLY, "no_show": TOO_EARLY,
    },
    "cancelled, begun": OVER | {
        "cancel": STAYS, "approve": ILLEGAL, "decline": STAYS, "complete": ILLEGAL, "no_show": ILLEGAL,
    },
    "declined": OVER | {
        "cancel": STAYS, "approve": ILLEGAL, "decline": STAYS, "complete": TOO_EARLY, "no_show": TOO_EARLY,
    },
    "completed": OVER | {
        "cancel": "already_started", "approve": ILLEGAL, "decline": ILLEGAL, "complete": STAYS,
        "no_show": ILLEGAL,
    },
    "no_show": OVER | {
        "cancel": "already_started", "approve": ILLEGAL, "decline": ILLEGAL, "complete": ILLEGAL,
        "no_show": STAYS,
    },
}  # fmt: skip
CHANGED = ("pending_approval", "confirmed", "cancelled", "completed", "no_show")


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
    async with core.sessions() as session:
        return [row for one in asked for row in await session.scalars(text(one), {"id": appointment.id})]


async def done(olga: Visitor, verb: str, one: Appointment, version: int | None) -> str | None:
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
    refused = await done(olga, verb, one, one.version)
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
    refused = await done(olga, verb, one, one.version - 1)
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
