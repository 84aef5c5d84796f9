"""A customer who is asked for a contact."""

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter


@pytest.fixture
async def eve(core: BookingCore, salon: DemoSalon) -> Chatter:
    """She has a time kept for her, and is asked who it is for."""
    chatter = Chatter(core, salon)
    await chatter.says("a haircut on Tuesday at 3 pm")
    state = (await chatter.view()).state
    assert state.awaits_contact
    return chatter
