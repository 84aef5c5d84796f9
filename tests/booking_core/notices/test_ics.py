"""The calendar file of an appointment, read back as calendars read it."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from booking_core.notices.ics import calendar_file
from tests.cast import Visitor, at

# In Berlin the hour from two o'clock comes twice that night; the second begins at one o'clock UTC.
SECOND_TWO = datetime(2027, 10, 31, 1, tzinfo=UTC)


@pytest.mark.parametrize("minutes_after", [-180, -75, -60, -45, -30, -15, 0, 30, 45, 60, 90])
async def test_it_says_the_right_moments_when_the_clocks_go_back(ada: Visitor, minutes_after: int) -> None:
    appointment = await ada.books("Blow-dry", at(1, 10))
    appointment.starts_at = SECOND_TWO + timedelta(minutes=minutes_after)
    appointment.ends_at = appointment.starts_at + timedelta(minutes=60)
    catalogue = await ada.core.catalogue_of(ada.salon.organization_id)
    event = Calendar.from_ical(calendar_file(catalogue, appointment, ada.core.clock.now())).events[0]
    assert event.start.astimezone(UTC) == appointment.starts_at
    assert event.end.astimezone(UTC) == appointment.ends_at


async def test_it_is_on_the_clock_of_the_place_on_every_other_day(ada: Visitor) -> None:
    appointment = await ada.books("Blow-dry", at(1, 10))
    catalogue = await ada.core.catalogue_of(ada.salon.organization_id)
    file = calendar_file(catalogue, appointment, ada.core.clock.now())
    assert b"DTSTART;TZID=Europe/Berlin:20261124T100000" in file
