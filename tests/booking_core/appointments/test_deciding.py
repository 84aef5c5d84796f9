"""Approval, completion, no-show: only what can follow may follow, each once, each written down."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from booking_core.core import BookingCore
from booking_core.errors import Conflict, NotFound, Refusal
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AuditEntry
from booking_core.time.clock import FrozenClock
from tests.booking_core.appointments.decisions import DEEDS, LEGAL, SAME, does, kinds_of
from tests.cast import Visitor, at


@pytest.fixture
def olga(core: BookingCore, salon: DemoSalon) -> Visitor:
    return Visitor(core, salon, "Olga", door="console")


async def test_what_needs_approval_waits_and_takes_the_time(
    ada: Visitor, ben: Visitor, core: BookingCore
) -> None:
    asked = await ada.books("Bridal styling", at(1, 10))
    assert asked.status == "pending_approval"
    assert await kinds_of(core, asked) == ["appointment.requested"]
    with pytest.raises(Refusal):
        await ben.holds("Bridal styling", at(1, 11))


async def test_a_yes_confirms_it(ada: Visitor, olga: Visitor, core: BookingCore) -> None:
    asked = await ada.books("Bridal styling", at(1, 10))
    approved = await does(olga, "approve", asked)
    assert (approved.status, approved.version) == ("confirmed", 2)
    assert await kinds_of(core, asked) == ["appointment.requested", "appointment.confirmed"]


async def test_a_no_frees_the_time(ada: Visitor, ben: Visitor, olga: Visitor, core: BookingCore) -> None:
    asked = await ada.books("Bridal styling", at(1, 10))
    declined = await does(olga, "decline", asked)
    assert (declined.status, declined.cancel_reason) == ("cancelled", "on holiday")
    assert await kinds_of(core, asked) == ["appointment.requested", "appointment.cancelled"]
    await ben.books("Bridal styling", at(1, 10))


async def test_what_waits_can_be_moved_and_goes_on_waiting(ada: Visitor, olga: Visitor) -> None:
    asked = await ada.books("Bridal styling", at(1, 10))
    moved = await ada.moves(asked, at(2, 10))
    assert (moved.status, moved.version) == ("pending_approval", 2)
    assert (await does(olga, "approve", moved)).version == 3


async def test_what_waits_can_be_cancelled_by_the_customer(ada: Visitor) -> None:
    assert (await ada.cancels(await ada.books("Bridal styling", at(1, 10)))).status == "cancelled"


async def test_afterwards_it_was_kept_or_not(
    ada: Visitor, olga: Visitor, core: BookingCore, clock: FrozenClock
) -> None:
    came = await ada.books("Haircut", at(0, 12))
    missed = await ada.books("Haircut", at(0, 14))
    clock.advance(timedelta(hours=7))
    assert (await does(olga, "complete", came)).status == "completed"
    assert (await does(olga, "no_show", missed)).status == "no_show"
    assert (await kinds_of(core, came))[-1] == "appointment.completed"
    assert (await kinds_of(core, missed))[-1] == "appointment.no_show"


@pytest.mark.parametrize("deed", ["complete", "no_show"])
async def test_nobody_has_come_or_stayed_away_before_the_start(
    ada: Visitor, olga: Visitor, deed: str
) -> None:
    booked = await ada.books("Haircut", at(0, 12))
    with pytest.raises(Conflict) as refused:
        await does(olga, deed, booked)
    assert refused.value.code == "not_started"


@pytest.mark.parametrize("deed", list(DEEDS))
@pytest.mark.parametrize("status", ["confirmed", "pending_approval", "cancelled", "completed", "no_show"])
async def test_only_what_can_follow_may_follow(
    ada: Visitor, olga: Visitor, core: BookingCore, clock: FrozenClock, status: str, deed: str
) -> None:
    booked = await ada.books("Bridal styling" if status == "pending_approval" else "Haircut", at(1, 10))
    if status == "cancelled":
        await ada.cancels(booked)
    clock.advance(timedelta(days=2))
    if status in ("completed", "no_show"):
        await does(olga, "complete" if status == "completed" else "no_show", booked)
    if status in LEGAL[deed]:
        await does(olga, deed, booked)
        return
    if status == SAME[deed]:
        kinds = await kinds_of(core, booked)
        assert (await does(olga, deed, booked)).status == status
        assert await kinds_of(core, booked) == kinds
        return
    with pytest.raises(Conflict) as refused:
        await does(olga, deed, booked)
    assert refused.value.code == "illegal_transition"
    if (deed, status) == ("decline", "confirmed"):
        assert "cancelled, not declined" in refused.value.detail


@pytest.mark.parametrize("deed", list(DEEDS))
async def test_eight_at_once_decide_once(
    ada: Visitor, olga: Visitor, core: BookingCore, clock: FrozenClock, deed: str
) -> None:
    booked = await ada.books("Bridal styling" if deed in ("approve", "decline") else "Haircut", at(1, 10))
    clock.advance(timedelta(days=2))
    decided = await asyncio.gather(*(does(olga, deed, booked) for _ in range(8)))
    assert {(one.status, one.version) for one in decided} == {(SAME[deed], 2)}
    assert len(await kinds_of(core, booked)) == 2


async def test_another_salon_decides_nothing(ada: Visitor, core: BookingCore, other_salon: DemoSalon) -> None:
    asked = await ada.books("Bridal styling", at(1, 10))
    for deed in DEEDS:
        with pytest.raises(NotFound):
            await does(Visitor(core, other_salon, "Olga", door="console"), deed, asked)


async def test_who_decided_is_written_down(ada: Visitor, olga: Visitor, core: BookingCore) -> None:
    asked = await ada.books("Bridal styling", at(1, 10))
    await does(olga, "decline", asked)
    async with core.sessions() as session, session.begin():
        entry = await session.scalar(
            select(AuditEntry).where(
                AuditEntry.subject == asked.id, AuditEntry.action == "appointment.cancelled"
            )
        )
    assert entry is not None
    assert (entry.door, entry.actor, entry.details["declined"]) == ("console", olga.actor.id, True)
