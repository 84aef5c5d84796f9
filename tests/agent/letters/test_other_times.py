"""Other times than the one that cannot be kept lie near it, are told with whoever else would do it, and are
none that has passed before the letter is read."""

from datetime import timedelta

from agent.letters.content.other_times import NOTICE, other_times
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.agent.letters.post_office import manager_of
from tests.cast import BERLIN, Visitor, at


async def test_the_nearest_by_day_and_clock_are_offered(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    booked = await ada.books("Haircut", at(9, 10), staff_id=salon.resources["Dana"])
    offered = await manager_of(core, salon).at_desk(lambda desk: other_times(desk, booked))
    told = [f"{one.start.astimezone(BERLIN):%a %d %H:%M}" for one in offered]
    assert told == ["Tue 01 10:00", "Wed 02 10:15", "Wed 02 10:30", "Thu 03 10:00"]
    assert [one.with_others for one in offered] == [""] * 4


async def test_somebody_else_is_named_and_nothing_is_offered_at_once(
    core: BookingCore, salon: DemoSalon, ada: Visitor, clock: FrozenClock
) -> None:
    booked = await ada.books("Haircut", at(2, 11), staff_id=salon.resources["Dana"])
    clock.advance(booked.starts_at - clock.now() - timedelta(minutes=30))
    offered = await manager_of(core, salon).at_desk(lambda desk: other_times(desk, booked))
    assert len(offered) == 4
    assert min(one.start for one in offered) >= clock.now() + NOTICE
    dana = salon.resources["Dana"]
    for one in offered:
        free = await ada.looks("Haircut", one.start, one.start + timedelta(minutes=1))
        assert (one.with_others == "") == (dana in free.slots[0].staff_ids)
