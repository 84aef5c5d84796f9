"""Ada, in another conversation than the one she booked in, and somebody who never booked."""

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter


@pytest.fixture
def ada_again(core: BookingCore, salon: DemoSalon) -> Chatter:
    """Ada, in another conversation than the one she booked in."""
    return Chatter(core, salon)


@pytest.fixture
def stranger(core: BookingCore, salon: DemoSalon) -> Chatter:
    return Chatter(core, salon)
