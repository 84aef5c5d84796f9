"""Many who want somebody at two places at once get them at one, or in good time."""

from datetime import datetime
from functools import partial
from itertools import pairwise

from redis.asyncio import Redis
from sqlalchemy import text

from booking_core.core import BookingCore
from booking_core.errors import SlotHeld, SlotTaken
from booking_core.maintenance.demo import DemoSalon
from booking_core.maintenance.invariants import violations
from tests.booking_core.booking.storms import forge, storm
from tests.booking_core.booking.travels import MINUTE, SERVICE, WAY
from tests.cast import Visitor, at


async def test_many_who_want_somebody_at_two_places_get_them_at_one_or_in_good_time(
    core: BookingCore, salon: DemoSalon, branch: str
) -> None:
    async def book(name: str, place: str, start: datetime) -> None:
        visitor = Visitor(core, salon, name)
        await visitor.confirms(await visitor.holds(SERVICE, start, location_id=place))

    wishes = [
        (place, at(1, 12, minute)) for place in (salon.location_id, branch) for minute in (0, 15, 30, 45)
    ] * 3
    _, refused = await storm([partial(book, f"Guest{n}", *wish) for n, wish in enumerate(wishes)])
    assert all(isinstance(one, SlotTaken | SlotHeld) for one in refused)
    await must_keep_the_way(core, salon)


async def test_two_confirms_at_once_without_redis_are_one_booking(
    core: BookingCore, salon: DemoSalon, branch: str
) -> None:
    """Held before Redis went away: PostgreSQL alone decides between two places, minutes apart."""
    async with Redis(host="127.0.0.1", port=1, retry=None) as nobody_there:
        alone = BookingCore(core.engine, nobody_there, core.clock)
        # Days on which she is at the salon at noon, for a confirm looks at her hours once more.
        for day in (0, 1, 2, 3, 7, 8, 9, 10):
            ada, ben = Visitor(alone, salon, f"Ada{day}"), Visitor(alone, salon, f"Ben{day}")
            here = await forge(ada, SERVICE, at(day, 12), ["Miriam"], minutes=20)
            there = await forge(ben, SERVICE, at(day, 12, 25), ["Miriam"], minutes=20, place=branch)
            booked, refused = await storm([partial(ada.confirms, here), partial(ben.confirms, there)])
            assert (len(booked), [one.code for one in refused]) == (1, ["slot_taken"])
    await must_keep_the_way(core, salon)


async def must_keep_the_way(core: BookingCore, salon: DemoSalon) -> None:
    """Of Miriam's appointments any two at different places are half an hour apart."""
    rows = "SELECT location_id, starts_at, ends_at FROM time_blocks WHERE organization_id = :o ORDER BY 2"
    async with core.sessions() as session:
        blocks = (await session.execute(text(rows), {"o": salon.organization_id})).all()
        assert await violations(session, salon.organization_id) == []
    assert blocks
    for earlier, later in pairwise(blocks):
        way = WAY if earlier.location_id != later.location_id else 0
        assert later.starts_at - earlier.ends_at >= way * MINUTE
