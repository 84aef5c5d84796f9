"""What a hold that ran out is still good for."""

from datetime import timedelta

import pytest

from booking_core.booking.confirm_request import REBOOK
from booking_core.errors import Conflict, HoldExpired, SlotHeld, SlotTaken
from booking_core.time.clock import FrozenClock
from tests.booking_core.booking.agreeing.confirming import confirms
from tests.cast import Visitor, at

LATE = timedelta(minutes=11)


async def test_a_hold_that_ran_out_says_that_its_time_is_still_free(ada: Visitor, clock: FrozenClock) -> None:
    hold = await ada.holds("Haircut", at(1, 10), staff_id=ada.salon.resources["Dana"])
    clock.advance(LATE)
    with pytest.raises(HoldExpired) as refused:
        await confirms(ada, hold)
    assert refused.value.details == {"slot_still_free": True}
    [slot] = refused.value.alternatives
    assert (slot.start, slot.staff_ids) == (at(1, 10), (ada.salon.resources["Dana"],))


async def test_a_hold_that_ran_out_says_what_is_near_when_its_time_is_gone(
    ada: Visitor, ben: Visitor, clock: FrozenClock
) -> None:
    dana = ada.salon.resources["Dana"]
    hold = await ada.holds("Haircut", at(1, 10), staff_id=dana)
    clock.advance(LATE)
    await ben.books("Haircut", at(1, 10), staff_id=dana)
    with pytest.raises(HoldExpired) as refused:
        await confirms(ada, hold)
    assert refused.value.details == {"slot_still_free": False}
    assert len(refused.value.alternatives) == 3
    assert {slot.staff_ids for slot in refused.value.alternatives} == {(dana,)}


async def test_the_same_slot_is_booked_again_if_asked_for_and_free(ada: Visitor, clock: FrozenClock) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    clock.advance(LATE)
    booked = await confirms(ada, hold, if_expired=REBOOK)
    assert (booked.starts_at, booked.resource_ids) == (at(1, 10), hold.resource_ids)
    assert (await confirms(ada, hold)).id == booked.id


async def test_the_same_slot_is_not_booked_again_when_somebody_has_or_holds_it(
    ada: Visitor, ben: Visitor, clock: FrozenClock
) -> None:
    dana = ada.salon.resources["Dana"]
    taken = await ada.holds("Haircut", at(1, 10), staff_id=dana)
    held = await ada.holds("Haircut", at(1, 12), staff_id=dana)
    clock.advance(LATE)
    await ben.books("Haircut", at(1, 10), staff_id=dana)
    await ben.holds("Haircut", at(1, 12), staff_id=dana)
    with pytest.raises(SlotTaken) as refused:
        await confirms(ada, taken, if_expired=REBOOK)
    assert refused.value.alternatives
    with pytest.raises(SlotHeld) as busy:
        await confirms(ada, held, if_expired=REBOOK)
    assert busy.value.alternatives


async def test_a_time_that_has_begun_is_not_booked_again(ada: Visitor, clock: FrozenClock) -> None:
    hold = await ada.holds("Haircut", at(0, 11))
    clock.advance(timedelta(hours=4))
    with pytest.raises(HoldExpired) as refused:
        await confirms(ada, hold, if_expired=REBOOK)
    assert refused.value.details == {"slot_still_free": False}


async def test_a_hold_let_go_is_not_booked_again(ada: Visitor) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    await ada.at_desk(lambda desk: desk.release(hold.id))
    with pytest.raises(Conflict) as refused:
        await confirms(ada, hold, if_expired=REBOOK)
    assert refused.value.code == "hold_released"
