"""A hold is extended so often and so long, and released once; only by whoever has it."""

import pytest

from booking_core.errors import (
    Conflict,
    HoldExpired,
    Invalid,
    NotFound,
)
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from booking_core.time.timeline import MINUTE
from tests.cast import Visitor, at


async def test_a_hold_is_extended_three_times_and_thirty_minutes_at_most(
    ada: Visitor, clock: FrozenClock
) -> None:
    begun = clock.now()
    hold = await ada.holds("Haircut", at(1, 10))
    for minutes in (19, 28, 30):
        clock.advance(9 * MINUTE)
        extended = await ada.at_desk(lambda desk: desk.extend(hold.id))
        assert extended.expires_at == begun + minutes * MINUTE
    with pytest.raises(Invalid) as refused:
        await ada.at_desk(lambda desk: desk.extend(hold.id))
    assert refused.value.code == "hold_extension_limit"
    clock.advance(3 * MINUTE)
    with pytest.raises(HoldExpired):
        await ada.confirms(hold)


async def test_an_extension_never_shortens(ada: Visitor, clock: FrozenClock) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    extended = await ada.at_desk(lambda desk: desk.extend(hold.id))
    assert extended.expires_at == hold.expires_at


async def test_an_expired_hold_cannot_be_extended_and_frees_its_time(
    ada: Visitor, ben: Visitor, clock: FrozenClock, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    hold = await ada.holds("Haircut", at(1, 10), staff_id=dana)
    clock.advance(10 * MINUTE)
    with pytest.raises(HoldExpired):
        await ada.at_desk(lambda desk: desk.extend(hold.id))
    await ben.holds("Haircut", at(1, 10), staff_id=dana)


async def test_releasing_twice_is_as_good_as_once(ada: Visitor, ben: Visitor, salon: DemoSalon) -> None:
    dana = salon.resources["Dana"]
    hold = await ada.holds("Haircut", at(1, 10), staff_id=dana)
    for _ in range(2):
        await ada.at_desk(lambda desk: desk.release(hold.id))
    await ben.books("Haircut", at(1, 10), staff_id=dana)
    with pytest.raises(Conflict):
        await ada.confirms(hold)


async def test_another_owners_hold_can_be_neither_released_nor_extended(ada: Visitor, ben: Visitor) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    with pytest.raises(NotFound):
        await ben.at_desk(lambda desk: desk.release(hold.id))
    with pytest.raises(NotFound):
        await ben.at_desk(lambda desk: desk.extend(hold.id))
    await ada.confirms(hold)
