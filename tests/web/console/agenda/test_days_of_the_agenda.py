"""Which day and place an address of the agenda shows, and which it refuses."""

import re
from datetime import timedelta

import pytest
from msgspec import structs

from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.cast import Visitor, at
from tests.web.console.agenda.agendas import agenda
from tests.web.console.scene import ada_books_a_haircut
from tests.web.console.stage import Browser, operator_of, stored


async def test_without_a_day_it_is_today_and_the_days_beside_it_are_a_step_away(
    core: BookingCore, salon: DemoSalon
) -> None:
    text = await agenda(core, salon)
    assert "Monday, 23 November 2026" in text
    assert "day=2026-11-22" in text
    assert "day=2026-11-24" in text
    assert 'aria-current="date"' in text


async def test_today_is_today_on_the_locations_clock(core: BookingCore, salon: DemoSalon) -> None:
    core.clock.advance(timedelta(hours=15, minutes=30))  # type: ignore[attr-defined] # tests have a frozen clock
    assert "Monday, 23 November 2026" in await agenda(core, salon)
    core.clock.advance(timedelta(minutes=40))  # type: ignore[attr-defined]
    assert "Tuesday, 24 November 2026" in await agenda(core, salon)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1999-12-31", "2200-01-01"])
async def test_instead_of_days_at_the_ends_of_the_calendar_today_is_shown(
    core: BookingCore, salon: DemoSalon, day: str
) -> None:
    page = await agenda(core, salon, f"?day={day}")
    assert "There is no agenda of that day. This is today." in page
    assert "23 November 2026" in page


@pytest.mark.parametrize(
    "query", ["day=2026-02-30", "day=tomorrow", "day=", "day=2026-11-23%00", "location=loc_x"]
)
async def test_an_address_that_makes_no_sense_is_refused_politely(
    core: BookingCore, salon: DemoSalon, query: str
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.enter(olive)
        answer = await browser.see(f"/console/agenda?{query}")
    assert answer.status_code in (400, 404)
    assert "text/html" in answer.headers["content-type"]


async def test_an_organization_without_a_location_is_told_what_is_missing(
    core: BookingCore, salon: DemoSalon
) -> None:
    bare = Organization(
        id=new_id("o"), name="Bare", time_zone="UTC", locale="en", currency="EUR", country="IE", chat={}
    )
    await stored(core, bare)
    assert "No location yet" in await agenda(core, structs.replace(salon, organization_id=bare.id))


async def test_another_organizations_location_and_appointments_are_not_there(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    await ada_books_a_haircut(core, other_salon)
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.enter(olive)
        assert (await browser.see(f"/console/agenda?location={other_salon.location_id}")).status_code == 404
        assert "Ada" not in (await browser.see("/console/agenda?day=2026-11-24")).text


async def test_a_week_has_a_column_for_each_day_and_the_weeks_beside_it(
    core: BookingCore, salon: DemoSalon
) -> None:
    await ada_books_a_haircut(core, salon)
    await Visitor(core, salon, "Ben").holds("Haircut", at(2, 10), staff_id=salon.resources["Dana"])
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.enter(olive)
        text = (await browser.see(f"/console/{salon.organization_id}/agenda/week?day=2026-11-26")).text
        assert all(f"agenda/week?day={day}" in text for day in ("2026-11-16", "2026-11-30"))
        day_of_week = re.findall(r'id="d-(2026-11-\d\d)"', text)
        assert day_of_week == [f"2026-11-{day}" for day in range(23, 30)]
        columns = dict(zip(day_of_week, text.split('<section class="week-day')[1:], strict=True))
        assert [day for day, column in columns.items() if "Ada" in column] == ["2026-11-24"]
        assert [day for day, column in columns.items() if "Being booked now" in column] == ["2026-11-25"]
        assert "closed" in columns["2026-11-29"]
        unknown = await browser.client.get(f"/console/{salon.organization_id}/agenda/week?location=loc_none")
        assert unknown.status_code == 404
