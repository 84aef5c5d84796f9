"""Who decides about requests."""

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor


@pytest.fixture
def olga(core: BookingCore, salon: DemoSalon) -> Visitor:
    return Visitor(core, salon, "Olga", door="console")
