"""Tags of calendar files that no request can hold."""

from datetime import timedelta

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.booking_core.calendars.owner import Owner, busy
from tests.calendar_server import calendar_server
from tests.calendars import joins
from tests.cast import at


async def test_a_tag_that_cannot_be_said_again_is_not_said(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    async with calendar_server() as server:
        owner = Owner(core, salon, await joins(core, salon), server)
        await owner.connects()
        for _ in range(2):
            await owner.looks(busy(at(1, 10)), tag='"éÿ"')
            clock.advance(timedelta(minutes=15))
        assert (await owner.row()).problem is None
        assert "if-none-match" not in server.requests[-1].headers
