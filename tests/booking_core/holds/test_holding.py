"""A time is kept for minutes: by one owner, within limits, and only if it is really free."""

import asyncio
import socket
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import (
    Conflict,
    HoldExpired,
    Invalid,
    NotFound,
    SlotHeld,
    SlotTaken,
    TooMany,
    Unavailable,
)
from booking_core.holds.hold import Hold
from booking_core.holds.request import HoldRequest
from booking_core.live_holds.quotas import Quota
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.booking_core.holds.interruptions import Interrupted
from tests.cast import Visitor, at
from web.context import open_redis

MINUTE = timedelta(minutes=1)


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


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ({"duration_min": 1}, "duration_not_allowed"),
        ({"duration_min": 0}, "duration_not_allowed"),
        ({"duration_min": -45}, "duration_not_allowed"),
        ({"party_size": 2}, "party_too_large"),
        ({"party_size": 0}, "invalid_party_size"),
        ({"party_size": -1}, "invalid_party_size"),
    ],
)
async def test_what_a_service_does_not_offer_is_refused(
    ada: Visitor, wish: dict[str, int], code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        await ada.holds("Haircut", at(1, 10), **wish)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("start", "code"),
    [
        (at(1, 10, 5), "off_grid"),
        (at(1, 10) + timedelta(seconds=30), "off_grid"),
        (at(6, 10), "outside_hours"),
        (at(-1, 10), "outside_hours"),
        (at(92, 10), "too_far"),
    ],
)
async def test_a_rule_refuses_by_its_name(ada: Visitor, start: object, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        await ada.holds("Haircut", start, staff_id=ada.salon.resources["Dana"])  # type: ignore[arg-type]
    assert refused.value.code == code


async def test_a_move_keeps_the_length(ada: Visitor) -> None:
    booked = await ada.books("Massage", at(0, 10), duration_min=90)
    moved = await ada.moves(booked, at(0, 14))
    assert moved.ends_at - moved.starts_at == 90 * MINUTE


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
