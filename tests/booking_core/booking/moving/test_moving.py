"""An appointment moves: the same promise at another time, or nothing changes."""

import asyncio

import pytest
from sqlalchemy import func, select

from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import Conflict, SlotTaken
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AppointmentEvent, AuditEntry
from tests.booking_core.booking.moving.moves import moves_to
from tests.cast import Visitor, at


async def test_a_move_without_a_hold_keeps_the_person_and_tells_where_it_was(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    booked = await ada.books("Haircut", at(1, 10), staff_id=dana)
    moved = await moves_to(ada, booked, start=at(1, 10, 15), reason="the bus")
    assert (moved.appointment.starts_at, moved.appointment.version) == (at(1, 10, 15), 2)
    assert (moved.previous_start, moved.previous_end) == (at(1, 10), at(1, 10, 45))
    assert moved.appointment.resource_ids == [dana]
    assert not moved.unchanged
    await ben.books("Haircut", at(1, 11), staff_id=dana)


async def test_to_the_same_time_nothing_changes(ada: Visitor) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    moved = await moves_to(ada, booked, start=at(1, 10))
    assert moved.unchanged
    assert moved.appointment.version == 1


async def test_the_same_move_twice_changes_once(ada: Visitor) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    await moves_to(ada, booked, start=at(1, 12))
    again = await moves_to(ada, booked, start=at(1, 12))
    assert again.unchanged
    assert again.appointment.version == 2


async def test_a_repeat_with_the_same_hold_tells_the_same(ada: Visitor) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    hold = await ada.holds("Haircut", at(1, 12), reschedule_of=booked.id)
    first = await moves_to(ada, booked, hold_id=hold.id, expected_version=1)
    again = await moves_to(ada, booked, hold_id=hold.id, expected_version=1)
    assert (again.previous_start, again.appointment.version, again.unchanged) == (
        first.previous_start,
        2,
        False,
    )


async def test_the_same_move_eight_times_at_once_changes_once(ada: Visitor, core: BookingCore) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    outcomes = await asyncio.gather(*(moves_to(ada, booked, start=at(1, 12)) for _ in range(8)))
    assert {outcome.appointment.version for outcome in outcomes} == {2}
    async with core.sessions() as session, session.begin():
        events = AppointmentEvent.appointment_id == booked.id
        assert await session.scalar(select(func.count()).where(events)) == 2


async def test_anybody_may_take_over_but_only_if_asked_for(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    dana, miriam = salon.resources["Dana"], salon.resources["Miriam"]
    booked = await ada.books("Haircut", at(1, 10), staff_id=dana)
    await ben.books("Haircut", at(1, 12), staff_id=dana)
    with pytest.raises(SlotTaken) as refused:
        await moves_to(ada, booked, start=at(1, 12))
    assert {slot.staff_ids for slot in refused.value.alternatives} == {(dana,)}
    moved = await moves_to(ada, booked, start=at(1, 12), staff="any")
    assert moved.appointment.resource_ids == [miriam]


async def test_the_same_time_with_somebody_else_is_a_move(ada: Visitor, salon: DemoSalon) -> None:
    booked = await ada.books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])
    moved = await moves_to(ada, booked, start=at(1, 10), staff=salon.resources["Miriam"])
    assert (moved.unchanged, moved.appointment.version) == (False, 2)
    assert moved.appointment.resource_ids == [salon.resources["Miriam"]]


async def test_a_move_that_breaks_off_lets_go_of_the_new_time(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    booked = await ada.books("Haircut", at(1, 10), staff_id=dana)

    async def breaks_off(desk: Desk) -> None:
        await desk.reschedule(booked.id, start=at(1, 12))
        raise Conflict("Somebody changed their mind.")

    with pytest.raises(Conflict, match="changed their mind"):
        await ada.at_desk(breaks_off)
    still = await ada.at_desk(lambda desk: desk.find(booked.id))
    assert still.starts_at == at(1, 10)


async def test_a_move_is_written_down_with_who_and_why(ada: Visitor, core: BookingCore) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    await moves_to(ada, booked, start=at(1, 12), reason="the bus")
    async with core.sessions() as session, session.begin():
        entry = await session.scalar(
            select(AuditEntry).where(
                AuditEntry.subject == booked.id, AuditEntry.action == "appointment.rescheduled"
            )
        )
    assert entry is not None
    assert (entry.actor, entry.door, entry.details["reason"]) == (ada.actor.id, "chat", "the bus")


async def test_two_who_swap_at_once_never_lose_their_times(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    first = await ada.books("Haircut", at(1, 10), staff_id=dana)
    second = await ben.books("Haircut", at(1, 12), staff_id=dana)
    await asyncio.gather(
        moves_to(ada, first, start=at(1, 12)), moves_to(ben, second, start=at(1, 10)), return_exceptions=True
    )
    starts = {
        (await ada.at_desk(lambda desk, one=one: desk.find(one.id))).starts_at for one in (first, second)
    }
    assert starts == {at(1, 10), at(1, 12)}
