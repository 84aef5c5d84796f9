"""An appointment moves: the same promise at another time, or nothing changes."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from booking_core.appointments.appointment import Appointment
from booking_core.booking.move import Moved
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import Conflict, HoldExpired, Invalid, NotFound, Refusal, SlotHeld, SlotTaken
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AppointmentEvent, AuditEntry
from booking_core.time.clock import FrozenClock
from tests.cast import Visitor, at


async def moves_to(visitor: Visitor, appointment: Appointment, **wish: object) -> Moved:
    return await visitor.at_desk(lambda desk: desk.reschedule(appointment.id, **wish))  # type: ignore[arg-type]


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
    async with core.sessions() as session:
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


async def test_somebody_who_does_not_do_it_cannot_take_over(ada: Visitor, salon: DemoSalon) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    with pytest.raises(Invalid) as refused:
        await moves_to(ada, booked, start=at(2, 10), staff=salon.resources["Jonas"])
    assert refused.value.code == "staff_not_qualified"


async def test_who_decided_by_an_older_version_is_told(ada: Visitor) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    await moves_to(ada, booked, start=at(1, 12), expected_version=1)
    with pytest.raises(Conflict) as refused:
        await moves_to(ada, booked, start=at(1, 14), expected_version=1)
    assert (refused.value.code, refused.value.details) == ("version_conflict", {"version": 2})


async def test_too_late_to_move_for_a_customer_but_not_for_the_front_desk(
    ada: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    booked = await ada.books("Haircut", at(0, 12), staff_id=salon.resources["Miriam"])
    clock.advance(timedelta(hours=2, minutes=1))
    with pytest.raises(Conflict) as refused:
        await moves_to(ada, booked, start=at(1, 12))
    assert refused.value.code == "outside_reschedule_window"
    assert refused.value.details == {"allowed_until": at(0, 10)}
    operator = Visitor(core, salon, "Olga", door="console")
    assert (await moves_to(operator, booked, start=at(1, 12))).appointment.starts_at == at(1, 12)


async def test_what_is_over_or_has_begun_cannot_be_moved(
    ada: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    gone = await ada.books("Haircut", at(1, 10))
    await ada.cancels(gone)
    begun = await ada.books("Haircut", at(0, 12))
    clock.advance(timedelta(hours=4))
    operator = Visitor(core, salon, "Olga", door="console")
    for appointment in (gone, begun):
        with pytest.raises(Conflict) as refused:
            await moves_to(operator, appointment, start=at(2, 12))
        assert refused.value.code == "not_reschedulable"


async def test_neither_hold_nor_start_is_missing_something(ada: Visitor) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    with pytest.raises(Invalid) as refused:
        await moves_to(ada, booked)
    assert refused.value.code == "missing_fields"


async def test_another_salon_does_not_know_the_appointment(
    ada: Visitor, core: BookingCore, other_salon: DemoSalon
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    with pytest.raises(NotFound):
        await moves_to(Visitor(core, other_salon, "Ada"), booked, start=at(1, 12))


async def test_a_hold_for_booking_moves_nothing_and_one_for_moving_books_nothing(ada: Visitor) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    to_book = await ada.holds("Haircut", at(1, 12))
    with pytest.raises(Conflict) as refused:
        await moves_to(ada, booked, hold_id=to_book.id)
    assert refused.value.code == "hold_purpose_mismatch"
    to_move = await ada.holds("Haircut", at(1, 14), reschedule_of=booked.id)
    for _ in range(2):
        with pytest.raises(Conflict) as refused:
            await ada.confirms(to_move)
        assert refused.value.code == "hold_purpose_mismatch"
        await moves_to(ada, booked, hold_id=to_move.id)


async def test_an_expired_hold_moves_nothing_and_says_whether_the_time_is_free(
    ada: Visitor, clock: FrozenClock
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    hold = await ada.holds("Haircut", at(1, 12), reschedule_of=booked.id)
    clock.advance(timedelta(minutes=11))
    with pytest.raises(HoldExpired) as refused:
        await moves_to(ada, booked, hold_id=hold.id)
    assert refused.value.details == {"slot_still_free": True}
    assert refused.value.alternatives[0].start == at(1, 12)


async def test_a_refused_move_leaves_everything_as_it_was(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    booked = await ada.books("Haircut", at(1, 10), staff_id=dana)
    await ben.holds("Haircut", at(1, 12), staff_id=dana)
    with pytest.raises(SlotHeld):
        await moves_to(ada, booked, start=at(1, 12))
    still = await ada.at_desk(lambda desk: desk.find(booked.id))
    assert (still.starts_at, still.version) == (at(1, 10), 1)
    with pytest.raises(Refusal):
        await ben.holds("Haircut", at(1, 10), staff_id=dana)


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
    async with core.sessions() as session:
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
