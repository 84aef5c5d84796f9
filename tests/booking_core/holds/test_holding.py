"""A time is kept for minutes: by one owner, once for each key, and only if it is really free."""

import asyncio

import pytest

from booking_core.desk import Desk
from booking_core.errors import (
    Conflict,
    Invalid,
    NotFound,
    SlotHeld,
    SlotTaken,
    TooMany,
)
from booking_core.holds.hold import Hold
from booking_core.holds.request import HoldRequest
from booking_core.live_holds.quotas import Quota
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from booking_core.time.timeline import MINUTE
from tests.booking_core.holds.interruptions import Interrupted
from tests.cast import Visitor, at


async def test_a_hold_lasts_ten_minutes(ada: Visitor, clock: FrozenClock) -> None:
    hold = await ada.holds("Haircut", at(1, 10))
    assert hold.expires_at == clock.now() + 10 * MINUTE
    assert hold.max_expires_at == clock.now() + 30 * MINUTE


async def test_asking_again_with_the_same_key_gives_the_same_hold(ada: Visitor, salon: DemoSalon) -> None:
    wish = {"staff_id": salon.resources["Dana"], "key": "once"}
    first = await ada.holds("Haircut", at(1, 10), **wish)
    again = await ada.holds("Haircut", at(1, 10), **wish)
    assert (again.id, again.expires_at) == (first.id, first.expires_at)


async def test_asking_eight_times_at_once_with_the_same_key_gives_one_hold(
    ada: Visitor, salon: DemoSalon
) -> None:
    wish = {"staff_id": salon.resources["Dana"], "key": "once"}
    holds = await asyncio.gather(*(ada.holds("Haircut", at(1, 10), **wish) for _ in range(8)))
    assert len({hold.id for hold in holds}) == 1


async def test_the_same_key_for_another_time_is_refused(ada: Visitor) -> None:
    await ada.holds("Haircut", at(1, 10), key="once")
    with pytest.raises(Invalid, match="another time"):
        await ada.holds("Haircut", at(1, 12), key="once")


async def test_the_key_of_a_hold_that_is_over_begins_a_new_one(ada: Visitor, clock: FrozenClock) -> None:
    first = await ada.holds("Haircut", at(1, 10), key="once")
    await ada.holds("Haircut", at(1, 12), key="then", replaces_hold_id=first.id)
    back = await ada.holds("Haircut", at(1, 10), key="once")
    assert (back.status, back.expires_at) == ("held", clock.now() + 10 * MINUTE)
    clock.advance(11 * MINUTE)
    assert await ada.confirms(await ada.holds("Haircut", at(1, 10), key="once"))


async def test_a_replaced_time_is_free_for_others(ada: Visitor, ben: Visitor, salon: DemoSalon) -> None:
    dana = salon.resources["Dana"]
    first = await ada.holds("Haircut", at(1, 10), staff_id=dana)
    await ada.holds("Haircut", at(1, 10, 15), staff_id=dana, replaces_hold_id=first.id)
    with pytest.raises(Conflict) as refused:
        await ada.confirms(first)
    assert refused.value.code == "hold_released"
    await ben.holds("Haircut", at(1, 11), staff_id=dana)


async def test_the_old_time_is_kept_when_the_new_one_is_not_won(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    first = await ada.holds("Haircut", at(1, 10), staff_id=dana)
    await ben.holds("Haircut", at(1, 12), staff_id=dana)
    with pytest.raises(SlotHeld):
        await ada.holds("Haircut", at(1, 12), staff_id=dana, replaces_hold_id=first.id)
    with pytest.raises(SlotHeld):
        await ben.holds("Haircut", at(1, 10), staff_id=dana)
    await ada.confirms(first)


async def test_anothers_hold_cannot_be_replaced(ada: Visitor, ben: Visitor, salon: DemoSalon) -> None:
    dana = salon.resources["Dana"]
    hold = await ada.holds("Haircut", at(1, 10), staff_id=dana)
    with pytest.raises(NotFound):
        await ben.holds("Haircut", at(1, 10), staff_id=dana, replaces_hold_id=hold.id)
    await ada.confirms(hold)


async def test_a_quota_caps_and_a_replacement_does_not_count(ada: Visitor, clock: FrozenClock) -> None:
    one = (Quota(f"conversation:{ada.actor.id}", 1),)
    first = await ada.holds("Haircut", at(1, 10), quotas=one)
    with pytest.raises(TooMany) as refused:
        await ada.holds("Haircut", at(1, 12), quotas=one)
    assert (refused.value.code, refused.value.retry_after_s) == ("hold_limit_reached", 600)
    second = await ada.holds("Haircut", at(1, 12), quotas=one, replaces_hold_id=first.id)
    await ada.at_desk(lambda desk: desk.release(second.id))
    await ada.holds("Haircut", at(1, 14), quotas=one)
    clock.advance(10 * MINUTE)
    await ada.holds("Haircut", at(1, 16), quotas=one)


async def test_a_confirmed_hold_leaves_the_quota(ada: Visitor) -> None:
    one = (Quota(f"conversation:{ada.actor.id}", 1),)
    await ada.books("Haircut", at(1, 10), quotas=one)
    await ada.holds("Haircut", at(1, 12), quotas=one)


async def test_a_move_keeps_the_length(ada: Visitor) -> None:
    booked = await ada.books("Massage", at(0, 10), duration_min=90)
    moved = await ada.moves(booked, at(0, 14))
    assert moved.ends_at - moved.starts_at == 90 * MINUTE


async def test_a_booking_committed_between_the_look_and_the_hold_is_seen(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    before = await ben.holds("Haircut", at(1, 15), staff_id=dana)
    request = HoldRequest(
        salon.services["Haircut"], at(1, 10), "late", staff_id=dana, replaces_hold_id=before.id
    )

    async def late(desk: Desk) -> Hold:
        Interrupted(desk, lambda: ada.books("Haircut", at(1, 10), staff_id=dana))
        return await desk.hold(request)

    with pytest.raises(SlotTaken):
        await ben.at_desk(late)
    # Neither is the lost time still held, nor the old one lost.
    assert not (await ada.looks("Haircut", at(1, 15), at(1, 15, 1), staff_id=dana)).slots
    assert await ben.confirms(before)
