"""Several locations with their own clocks and hours, and the days a country stays at home."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booking_core.availability.availability import AvailabilityResult
from booking_core.availability.occupancy.busy import Busy
from booking_core.availability.slots import Question
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.hours.opening_hours import OpeningOverride, OpeningWindow, TimeOff
from booking_core.catalogue.locations import Location
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services.booking_questions import BookingQuestion
from booking_core.catalogue.services.services import ServiceLocation, ServiceResource
from booking_core.time.public_holidays import is_known, public_holiday
from booking_core.time.timeline import minutes_of
from tests.booking_core.availability.plain_businesses import plain_service
from tests.booking_core.catalogue.holidays_oracle import OracleWithHolidays
from tests.examples import examples

PLACES = (
    ("DE", "BE", "Europe/Berlin"),
    ("DE", "BY", "Europe/Berlin"),
    ("US", None, "America/New_York"),
    ("IN", None, "Asia/Kolkata"),
    ("AU", "NSW", "Australia/Lord_Howe"),
    ("CL", None, "America/Santiago"),
)
DAY = timedelta(days=1)


@cache
def listed_holidays(country: str, subdivision: str | None) -> list[date]:
    return sorted(holidays.country_holidays(country, subdiv=subdivision, years=2026))


@st.composite
def businesses(draw: st.DrawFn) -> tuple[Catalogue, date]:
    """Up to three locations around a holiday of one of them; people at each, a service offered at some."""
    places = [draw(st.sampled_from(PLACES)) for _ in range(draw(st.integers(1, 3)))]
    day = draw(st.sampled_from(listed_holidays(*places[0][:2]))) + draw(st.integers(-1, 1)) * DAY
    locations = locations_at(draw, places)
    people = people_at(draw, locations)
    offered = draw(st.sets(st.sampled_from([one.id for one in locations])))
    opens = draw(st.sampled_from(((600, 720), (0, 1440), (1320, 1560))))
    overridden = [(one.id, day) for one in locations if draw(st.booleans())]
    rows: dict[Any, Any] = {
        Location: locations,
        Resource: people,
        plain_service().__class__: [plain_service(durations=[30], slot_step_min=30, booking_window_days=400)],
        ServiceResource: [ServiceResource(service_id="srv", resource_id=one.id) for one in people],
        ServiceLocation: [ServiceLocation(service_id="srv", location_id=one) for one in offered],
        BookingQuestion: [],
        OpeningWindow: [
            OpeningWindow(location_id=one.id, weekday=weekday, opens=opens[0], closes=opens[1])
            for one in locations
            for weekday in range(7)
        ],
        OpeningOverride: [
            OpeningOverride(location_id=one, day=when, windows=draw(st.sampled_from(([], [[540, 660]]))))
            for one, when in overridden
        ],
        TimeOff: [],
    }
    return Catalogue(Organization(id="o"), rows), day


def locations_at(draw: st.DrawFn, places: list[tuple[str, str, str]]) -> list[Location]:
    return [
        Location(
            id=f"loc{number}",
            country=country,
            subdivision=subdivision,
            time_zone=zone,
            position=number,
            closed_on_public_holidays=draw(st.sampled_from((True, True, False))),
        )
        for number, (country, subdivision, zone) in enumerate(places)
    ]


def people_at(draw: st.DrawFn, locations: list[Location]) -> list[Resource]:
    kinds = draw(st.sampled_from((("staff",), ("staff", "staff"), ("staff", "room"))))
    at = [draw(st.sampled_from(locations)).id for _ in kinds]
    return [
        Resource(id=f"res{number}", location_id=at[number], kind=kind, position=number)
        for number, kind in enumerate(kinds)
    ]


@given(businesses(), st.data())
@settings(max_examples=examples(150))
def test_each_location_opens_by_its_own_clock_and_closes_on_its_own_holidays(
    business: tuple[Catalogue, date], data: st.DataObject
) -> None:
    catalogue, day = business
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=14)
    location_id = data.draw(st.sampled_from(list(catalogue.locations)))
    question = Question("srv", start, start + timedelta(hours=36), location_id=location_id)
    reading = AvailabilityResult(catalogue, question, Busy(), start)
    found = [reading.horizon.moment_of(minute) for minute in minutes_of(reading.starts)]
    offered = location_id in {one.id for one in catalogue.locations_of("srv")}
    oracle = OracleWithHolidays(catalogue, question, Busy(), start)
    expected = [moment for moment in oracle.instants() if oracle.why_not(moment) is None] if offered else []
    assert found == expected
    for minute in range(0, 36 * 60, 30):
        moment = start + timedelta(minutes=minute)
        resources = {reading.rule_against(one, moment) for one in reading.relevant_resources}
        assert (reading.blocks(moment) is None) == (moment in set(found))
        assert resources <= {None} or reading.blocks(moment) is not None or None in resources


@given(st.sampled_from(PLACES), st.dates(date(2020, 1, 1), date(2035, 12, 31)))
@settings(max_examples=examples(200))
def test_a_holiday_is_what_the_library_says(place: tuple[str, str | None, str], day: date) -> None:
    country, subdivision, _ = place
    assert (public_holiday(country, subdivision, day) is not None) == (
        day in holidays.country_holidays(country, subdiv=subdivision)
    )


@pytest.mark.parametrize(
    ("country", "subdivision"), [("XX", None), ("", None), ("DE", "ZZ"), ("de berlin", None)]
)
def test_countries_nobody_has_listed_have_no_holidays(country: str, subdivision: str | None) -> None:
    assert not is_known(country, subdivision)
    assert public_holiday(country, subdivision, date(2026, 12, 25)) is None


def test_a_holiday_is_called_as_the_reader_calls_it_and_else_in_english() -> None:
    christmas = date(2026, 12, 25)
    assert public_holiday("DE", None, christmas, "de") == "Erster Weihnachtstag"
    assert public_holiday("DE", None, christmas, "he") == public_holiday("DE", None, christmas)
    assert public_holiday("IT", None, christmas, "it") == "Natale"
