"""Appointments of one customer."""

import pytest

from booking_core.appointments.appointment import Appointment
from tests.cast import Visitor, at

PLANNED = [("Haircut", at(2, 10)), ("Haircut", at(3, 14)), ("Colour and cut", at(4, 10))]


@pytest.fixture
async def own(ada: Visitor) -> list[Appointment]:
    return [await ada.books(service, start) for service, start in PLANNED]
