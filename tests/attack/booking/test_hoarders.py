"""Somebody who keeps everything for themselves: quotas hold under any haste, and others still find a time."""

import random
from collections import Counter
from datetime import timedelta

import pytest

from booking_core.core import BookingCore
from booking_core.errors import Refusal
from booking_core.live_holds.quotas import PER_ADDRESS, PER_CONTACT, Quota, address_quota, conversation_quota
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.attack.booking.rivals import codes
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.booking_core.booking.storms import storm
from tests.cast import Visitor, at
from tests.guests import guests


async def test_one_address_and_one_contact_keep_no_more_than_they_may(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock, size: Sized, figures: Figures
) -> None:
    """Conversation after conversation from three addresses, two contacts each, with pauses in which holds run
    out."""
    tries, rounds = size(5000, 80), 4
    addresses = [f"address:198.51.100.{number}" for number in range(3)]
    won_in_all = 0
    for _ in range(rounds):
        deeds = []
        for visitor in guests(core, salon, tries // rounds):
            address, contact = random.choice(addresses), f"contact:{random.randrange(2)}"
            names = (Quota(address, PER_ADDRESS), Quota(f"{address}:{contact}", PER_CONTACT))
            deeds.append(lambda visitor=visitor, names=names: read_kept(visitor, names))
        won, refused = await storm(deeds)
        assert codes(refused).keys() <= {"hold_limit_reached", "slot_held", "slot_taken"}
        assert max(Counter(name for names in won for name in names).values()) <= PER_ADDRESS
        assert all(
            count <= PER_CONTACT
            for name, count in Counter(name for names in won for name in names).items()
            if ":contact:" in name
        )
        won_in_all += len(won)
        clock.advance(timedelta(minutes=11))
    figures.note(tries=tries, read_kept=won_in_all, at_most=rounds * len(addresses) * 2 * PER_CONTACT)
    assert won_in_all > 0


@pytest.mark.parametrize("addresses", [1, 50])
async def test_whatever_hoarders_keep_everybody_else_finds_a_time(
    core: BookingCore, salon: DemoSalon, size: Sized, figures: Figures, addresses: int
) -> None:
    quotas = [(address_quota(f"203.0.113.{number}"),) for number in range(addresses)]
    tries = [(visitor, random.choice(quotas)) for visitor in guests(core, salon, size(5000, 150))]
    won, _ = await storm([lambda one=one, quota=quota: read_kept(one, quota) for one, quota in tries])
    most = max(Counter(name for names in won for name in names).values())
    assert most <= PER_ADDRESS
    others = guests(core, salon, size(100, 10))
    for number, visitor in enumerate(others):
        mine = (address_quota(f"198.51.100.{number}"), conversation_quota(visitor.actor.id))
        day = 1 + number % 3
        times = await visitor.looks("Haircut", at(day, 9), at(day, 20), limit=1)
        hold = await visitor.holds("Haircut", times.slots[0].start, quotas=mine)
        await visitor.at_desk(lambda desk, hold=hold: desk.release(hold.id))
    figures.note(addresses=addresses, tries=len(tries), hoarded=len(won), most=most, served=len(others))


async def read_kept(visitor: Visitor, quotas: tuple[Quota, ...]) -> list[str]:
    """Under which names a hold was won on a time of the week."""
    start = at(random.randrange(1, 4), random.randrange(10, 16)) + random.randrange(4) * timedelta(minutes=15)
    try:
        await visitor.holds("Haircut", start, quotas=quotas)
    except Refusal as refusal:
        if refusal.code not in ("slot_held", "slot_taken"):
            raise
        # The next one tries another time.
        await visitor.holds("Blow-dry", at(random.randrange(8, 11), random.randrange(10, 16)), quotas=quotas)
    return [quota.name for quota in quotas]
