"""How long a time is kept, what became of it, and that nobody keeps everything."""

from datetime import timedelta

import pytest

from booking_core.core import BookingCore
from booking_core.errors import Conflict, Invalid, NotFound
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.cast import Visitor, at


async def outcome(visitor: Visitor, hold_id: str) -> tuple[str, str | None]:
    hold = await visitor.at_desk(lambda desk: desk.hold_outcome(hold_id))
    return hold.status, hold.appointment_id


async def test_whoever_asks_for_one_to_fifteen_minutes_gets_them(ada: Visitor, clock: FrozenClock) -> None:
    for number, seconds in enumerate((60, 240, 900)):
        hold = await ada.holds("Haircut", at(1, 10 + number), ttl=timedelta(seconds=seconds))
        assert hold.expires_at == clock.now() + timedelta(seconds=seconds)
        assert hold.max_expires_at == clock.now() + timedelta(minutes=30)


@pytest.mark.parametrize("seconds", [0, 59, 901, -60])
async def test_other_lengths_are_refused(ada: Visitor, seconds: int) -> None:
    with pytest.raises(Invalid) as refused:
        await ada.holds("Haircut", at(1, 10), ttl=timedelta(seconds=seconds))
    assert refused.value.details == {"field": "ttl_s"}


async def test_what_became_of_a_hold_can_be_asked_for_weeks(
    ada: Visitor, clock: FrozenClock, core: BookingCore
) -> None:
    confirmed = await ada.holds("Haircut", at(1, 10))
    booked = await ada.confirms(confirmed)
    released = await ada.holds("Haircut", at(1, 12))
    await ada.at_desk(lambda desk: desk.release(released.id))
    replaced = await ada.holds("Haircut", at(1, 13))
    kept = await ada.holds("Haircut", at(1, 14), replaces_hold_id=replaced.id)
    assert await outcome(ada, kept.id) == ("held", None)
    clock.advance(timedelta(days=29))
    await core.redis.flushdb()
    assert await outcome(ada, confirmed.id) == ("confirmed", booked.id)
    assert await outcome(ada, released.id) == ("released", None)
    assert await outcome(ada, replaced.id) == ("replaced", None)
    assert await outcome(ada, kept.id) == ("expired", None)


async def test_asking_what_became_of_a_hold_changes_nothing(ada: Visitor, clock: FrozenClock) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    clock.advance(timedelta(minutes=11))

    async def asks_and_goes_on(desk):  # type: ignore[no-untyped-def]
        await desk.hold_outcome(hold.id)
        await desk.session.flush()

    await ada.at_desk(asks_and_goes_on)
    assert await outcome(ada, hold.id) == ("expired", None)


async def test_anothers_hold_is_none_of_ones_business(ada: Visitor, ben: Visitor) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    with pytest.raises(NotFound):
        await outcome(ben, hold.id)


async def test_what_became_an_appointment_cannot_be_let_go(ada: Visitor) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    await ada.confirms(hold)
    with pytest.raises(Conflict) as refused:
        await ada.at_desk(lambda desk: desk.release(hold.id))
    assert refused.value.code == "hold_consumed"


async def test_alternatives_are_for_the_same_person_length_and_number(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    await ben.books("Yoga class", at(0, 12), party_size=5)
    await ben.books("Yoga class", at(0, 14), party_size=2)
    with pytest.raises(Conflict) as refused:
        await ada.holds("Yoga class", at(0, 12), party_size=4)
    assert len(refused.value.alternatives) == 3
    assert all(slot.seats_left >= 4 for slot in refused.value.alternatives)
    await ben.books("Massage", at(2, 10), duration_min=90)
    with pytest.raises(Conflict) as longer:
        await ada.holds("Massage", at(2, 10), duration_min=90)
    assert {slot.end - slot.start for slot in longer.value.alternatives} == {timedelta(minutes=90)}


async def test_a_move_is_offered_times_that_its_own_appointment_blocks(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    booked = await ada.books("Haircut", at(1, 11), staff_id=dana)
    await ben.books("Haircut", at(1, 12), staff_id=dana)
    with pytest.raises(Conflict) as refused:
        await ada.moves(booked, at(1, 12), staff_id=dana)
    assert at(1, 11, 15) in [slot.start for slot in refused.value.alternatives]
