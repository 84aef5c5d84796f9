"""Past the time until which an appointment may be changed, nobody is asked whether to change it, nor offered
times: it is too late, and that the business can be reached is said."""

from datetime import timedelta

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter


@pytest.mark.parametrize("wish", ["please cancel my appointment", "can I move it to friday at 11?"])
async def test_what_comes_too_late_is_said_before_anything_is_asked(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock, wish: str
) -> None:
    eve = Chatter(core, salon)
    await eve.says("haircut on tuesday at 11, I'm Eve Adams, eve@example.com")
    await eve.says("yes")
    card = await eve.sees("booking_card")
    assert card is not None
    clock.advance(timedelta(hours=26))
    answer = await eve.says(wish)
    assert "too late" in answer
    assert {"summary", "slot_picker"}.isdisjoint(block["type"] for block in await eve.open_blocks())
