"""A customer in a conversation of the salon."""

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter


@pytest.fixture
def eve(core: BookingCore, salon: DemoSalon) -> Chatter:
    return Chatter(core, salon)
