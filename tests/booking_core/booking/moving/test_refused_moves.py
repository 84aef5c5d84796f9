"""Moves that are refused change nothing: too late, over, by an old version, or with a hold that is not for
them."""

from datetime import timedelta

import pytest

from booking_core.core import BookingCore
from booking_core.errors import Conflict, HoldExpired, Invalid, NotFound, Refusal, SlotHeld
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.booking_core.booking.moving.moves import moves_to
from tests.cast import Visitor, at


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
