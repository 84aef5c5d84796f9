"""The calendar file in letters, read back by the library that wrote it and by one that did not."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from dateutil.tz import tzical
from icalendar import Calendar
from sqlalchemy.orm.attributes import set_committed_value

from booking_core.appointments.appointment import CANCELLED, PENDING, Appointment
from booking_core.catalogue.catalogue import Catalogue
from booking_core.notices.ics import calendar_file
from tests.cast import Visitor, at

# Around a change of the clocks: forward and back in the north, half an hour, and at midnight in the south.
CHANGES = (
    ("Europe/Berlin", datetime(2027, 3, 28, 1, tzinfo=UTC)),
    ("Europe/Berlin", datetime(2027, 10, 31, 1, tzinfo=UTC)),
    ("America/New_York", datetime(2027, 3, 14, 7, tzinfo=UTC)),
    ("America/New_York", datetime(2027, 11, 7, 6, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2027, 4, 3, 15, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2027, 10, 2, 15, 30, tzinfo=UTC)),
    ("America/Santiago", datetime(2027, 4, 4, 3, tzinfo=UTC)),
    ("America/Santiago", datetime(2027, 9, 5, 4, tzinfo=UTC)),
)
STEPS = [timedelta(minutes=15 * quarter) for quarter in range(-9, 9)]


@pytest.fixture
async def booked(ada: Visitor) -> Appointment:
    return await ada.books("Blow-dry", at(1, 10))


@pytest.fixture
async def catalogue(ada: Visitor, booked: Appointment) -> Catalogue:
    return await ada.core.catalogue_of(booked.organization_id)


def invitation(catalogue: Catalogue, appointment: Appointment) -> str:
    file = calendar_file(
        catalogue, appointment, at(0, 8), attendee="ada@käse-test.de", description="Code:\nX; Y"
    )
    return file.decode().replace("\r\n ", "")


def moment_in(file: str, name: str) -> datetime:
    """What another program makes of DTSTART or DTEND: our own reading of the line, dateutil's of the zone."""
    event = file[file.index("BEGIN:VEVENT") :]
    [line] = [one for one in event.split("\r\n") if one.startswith(name)]
    head, _, value = line.partition(":")
    if value.endswith("Z"):
        return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    [zone_name] = [part.removeprefix("TZID=") for part in head.split(";") if part.startswith("TZID=")]
    zone = tzical(StringIO(file)).get(zone_name)
    return datetime.strptime(value, "%Y%m%dT%H%M%S").replace(tzinfo=zone).astimezone(UTC)


async def test_other_programs_read_the_same_moments_around_every_change_of_clocks(
    booked: Appointment, catalogue: Catalogue
) -> None:
    place = catalogue.location(booked.location_id)
    for time_zone, change in CHANGES:
        set_committed_value(place, "time_zone", time_zone)
        for step in STEPS:
            booked.starts_at, booked.ends_at = change + step, change + step + timedelta(minutes=45)
            file = invitation(catalogue, booked)
            assert moment_in(file, "DTSTART") == booked.starts_at, (time_zone, step)
            assert moment_in(file, "DTEND") == booked.ends_at, (time_zone, step)
            event = Calendar.from_ical(file).events[0]
            assert event.start.astimezone(UTC) == booked.starts_at, (time_zone, step)


async def test_an_invitation_has_an_organizer_one_attendee_and_an_alarm(
    booked: Appointment, catalogue: Catalogue
) -> None:
    file = Calendar.from_ical(invitation(catalogue, booked))
    event = file.events[0]
    assert file["METHOD"] == "REQUEST"
    assert event["ORGANIZER"] == "mailto:hello@lavender.example"
    assert event["ATTENDEE"] == "mailto:ada@xn--kse-test-0za.de"
    assert event["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"
    assert event["DESCRIPTION"] == "Code:\nX; Y"
    assert [alarm["TRIGGER"].to_ical() for alarm in event.walk("VALARM")] == [b"-PT2H"]


async def test_a_request_is_tentative_and_what_is_cancelled_takes_it_out(
    booked: Appointment, catalogue: Catalogue
) -> None:
    for status, method, told in ((PENDING, "REQUEST", "TENTATIVE"), (CANCELLED, "CANCEL", "CANCELLED")):
        booked.status = status
        file = Calendar.from_ical(invitation(catalogue, booked))
        assert (file["METHOD"], file.events[0]["STATUS"]) == (method, told)
        assert not file.walk("VALARM")
        assert file.events[0]["ATTENDEE"] == "mailto:ada@xn--kse-test-0za.de"


async def test_a_business_without_an_address_invites_nobody(
    booked: Appointment, catalogue: Catalogue
) -> None:
    set_committed_value(catalogue.organization, "email", None)
    file = Calendar.from_ical(invitation(catalogue, booked))
    assert file["METHOD"] == "PUBLISH"
    assert "ATTENDEE" not in file.events[0]
