"""A hold becomes an appointment: once, whole, and only for whoever held it."""

import asyncio
from datetime import timedelta

import pytest

from booking_core.core import BookingCore
from booking_core.errors import HoldExpired, NotFound, Refusal, SlotHeld, SlotTaken
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.cast import Visitor, at


async def test_a_held_time_becomes_an_appointment(ada: Visitor) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    appointment = await ada.confirms(hold)
    assert appointment.status == "confirmed"
    assert (appointment.starts_at, appointment.ends_at) == (at(1, 10), at(1, 10, 45))
    assert appointment.price == hold.price
    assert len(appointment.code) == 6


async def test_confirming_twice_gives_the_same_appointment(ada: Visitor) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    first = await ada.confirms(hold)
    again = await ada.confirms(hold)
    assert (again.id, again.version) == (first.id, 1)


async def test_confirming_twice_at_once_gives_the_same_appointment(ada: Visitor) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    appointments = await asyncio.gather(*(ada.confirms(hold) for _ in range(8)))
    assert len({appointment.id for appointment in appointments}) == 1


async def test_a_held_time_is_not_offered_and_not_held_twice(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    await ada.holds("Haircut", at(1, 10), staff_id=dana)
    times = await ben.looks("Haircut", at(1, 10), at(1, 12), staff_id=dana)
    assert at(1, 10) not in [slot.start for slot in times.slots]
    assert times.slots[0].start == at(1, 10, 45)
    with pytest.raises(SlotHeld) as refused:
        await ben.holds("Haircut", at(1, 10), staff_id=dana)
    assert [slot.start for slot in refused.value.alternatives]


async def test_a_taken_time_is_refused_with_the_nearest_others(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    await ada.books("Haircut", at(1, 12), staff_id=dana)
    with pytest.raises(SlotTaken) as refused:
        await ben.holds("Haircut", at(1, 12), staff_id=dana)
    assert [slot.start for slot in refused.value.alternatives] == [at(1, 11), at(1, 11, 15), at(1, 12, 45)]


async def test_an_expired_hold_is_refused(ada: Visitor, clock: FrozenClock) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    clock.advance(timedelta(minutes=10))
    with pytest.raises(HoldExpired):
        await ada.confirms(hold)


async def test_anothers_hold_is_not_found(ada: Visitor, ben: Visitor) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    with pytest.raises(NotFound):
        await ben.confirms(hold)


async def test_another_salons_hold_is_not_found(
    ada: Visitor, core: BookingCore, other_salon: DemoSalon
) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    stranger = Visitor(core, other_salon, "Ada")
    stranger.actor = ada.actor
    with pytest.raises(NotFound):
        await stranger.confirms(hold)


async def test_a_massage_takes_the_person_and_the_room_or_nothing(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    appointment = await ada.books("Massage", at(0, 10))
    assert set(appointment.resource_ids) == {salon.resources["Jonas"], salon.resources["Treatment room"]}
    with pytest.raises(Refusal):
        await ben.holds("Massage", at(0, 11))
    await ben.books("Massage", at(0, 11, 30))


async def test_a_class_fills_up_and_then_is_full(core: BookingCore, salon: DemoSalon) -> None:
    guests = [Visitor(core, salon, f"Guest{number}") for number in range(7)]
    for guest in guests[:6]:
        await guest.books("Yoga class", at(0, 12))
    with pytest.raises(Refusal):
        await guests[6].books("Yoga class", at(0, 12))


async def test_a_move_keeps_the_appointment_and_frees_the_old_time(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    booked = await ada.books("Haircut", at(1, 10), staff_id=dana)
    moved = await ada.moves(booked, at(1, 10, 15), staff_id=dana)
    assert (moved.id, moved.code, moved.version) == (booked.id, booked.code, 2)
    assert moved.starts_at == at(1, 10, 15)
    await ben.books("Haircut", at(1, 11), staff_id=dana)


async def test_a_cancelled_time_is_free_again_and_cancelling_twice_does_nothing(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    booked = await ada.books("Haircut", at(1, 10), staff_id=dana)
    cancelled = await ada.cancels(booked)
    again = await ada.cancels(booked)
    assert (cancelled.status, again.version) == ("cancelled", 2)
    await ben.books("Haircut", at(1, 10), staff_id=dana)
