"""Holds when Redis is away or has forgotten them: refused for a while, and never a second booking."""

import socket
from collections.abc import AsyncIterator

import pytest

from booking_core.core import BookingCore
from booking_core.errors import (
    SlotHeld,
    SlotTaken,
    Unavailable,
)
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor, at
from web.context import open_redis


@pytest.fixture
async def dark(core: BookingCore) -> AsyncIterator[BookingCore]:
    """The same core whose Redis does not answer."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        redis = open_redis(f"redis://127.0.0.1:{nobody.getsockname()[1]}/0")
        yield BookingCore(core.engine, redis, core.clock)
        await redis.aclose()


async def test_without_redis_nothing_is_held_but_times_are_listed_and_confirmed(
    ada: Visitor, dark: BookingCore
) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    ada.core = dark
    with pytest.raises(Unavailable):
        await ada.holds("Haircut", at(1, 12))
    assert (await ada.looks("Haircut", at(1, 10), at(1, 12))).slots
    appointment = await ada.confirms(hold)
    assert appointment.status == "confirmed"
    await ada.cancels(appointment)


async def test_without_redis_postgresql_still_refuses_the_second(
    ada: Visitor, ben: Visitor, dark: BookingCore, core: BookingCore, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    hold = await ada.holds("Haircut", at(1, 10), staff_id=dana)
    await core.holds.release(salon.organization_id, hold.id, hold.owner)
    rival = await ben.holds("Haircut", at(1, 10), staff_id=dana)
    ada.core = ben.core = dark
    await ben.confirms(rival)
    with pytest.raises(SlotTaken) as refused:
        await ada.confirms(hold)
    assert refused.value.alternatives


async def test_a_lost_hold_is_taken_again_at_confirm_unless_somebody_was_first(
    ada: Visitor, ben: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    kept = await ada.holds("Haircut", at(1, 10), staff_id=dana)
    lost = await ada.holds("Haircut", at(1, 12), staff_id=dana)
    for hold in (kept, lost):
        await core.holds.release(salon.organization_id, hold.id, hold.owner)
    await ben.holds("Haircut", at(1, 12), staff_id=dana)
    await ada.confirms(kept)
    with pytest.raises(SlotHeld):
        await ada.confirms(lost)
