"""A claim in Redis goes with its purpose: when the time is another's, and when whoever should have let it go
has died."""

import hashlib

import pytest

from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import SlotTaken
from booking_core.holds.hold import Hold
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.idempotency import Keyed, StoredAnswer, once
from tests.cast import Visitor, at


class Envelope:
    """Answers in the open; how they are sealed is tested elsewhere."""

    def close(self, plain: bytes, bound: bytes) -> bytes:
        return plain

    def open(self, sealed: bytes, bound: bytes) -> bytes | None:
        return sealed


async def held_now(core: BookingCore, salon: DemoSalon) -> set[str]:
    live = await core.holds.live(salon.organization_id, salon.resources.values())
    return {one.hold_id for one in live}


async def confirms_with_key(visitor: Visitor, hold: Hold) -> StoredAnswer:
    async def deed(desk: Desk) -> StoredAnswer:
        booked = await desk.confirm(hold.id, visitor.contact)
        return StoredAnswer(201, booked.id.encode(), booked.id)

    keyed = Keyed("confirm", "one", hashlib.sha256(hold.id.encode()).digest())
    return await visitor.at_desk(lambda desk: once(desk, keyed, Envelope(), deed, spends=hold.id))


async def test_a_confirm_that_lost_keeps_no_claim(
    ada: Visitor, ben: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    hold = await ada.holds("Massage", at(0, 10))
    await core.redis.flushdb()
    await ben.books("Massage", at(0, 10))
    with pytest.raises(SlotTaken) as refused:
        await ada.confirms(hold)
    assert refused.value.alternatives
    assert await held_now(core, salon) == set()


async def test_a_move_that_lost_keeps_no_claim(
    ada: Visitor, ben: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    booked = await ada.books("Massage", at(0, 14))
    hold = await ada.holds("Massage", at(0, 10), reschedule_of=booked.id)
    await core.redis.flushdb()
    await ben.books("Massage", at(0, 10))
    with pytest.raises(SlotTaken):
        await ada.at_desk(lambda desk: desk.reschedule(booked.id, hold.id))
    assert await held_now(core, salon) == set()


async def test_a_replay_lets_go_what_a_dead_worker_left(
    ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    release, core.holds.release = core.holds.release, die  # type: ignore[method-assign,assignment]
    try:
        first = await confirms_with_key(ada, hold)
    finally:
        core.holds.release = release  # type: ignore[method-assign]
    assert await held_now(core, salon) == {hold.id}
    again = await confirms_with_key(ada, hold)
    assert (again.replayed, again.body) == (True, first.body)
    assert await held_now(core, salon) == set()


async def die(*_: str) -> None:
    """Between the commit and the letting go."""
