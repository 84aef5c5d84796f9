"""Dates that differ and time off, once and again and again."""

from datetime import date, datetime
from typing import Any

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.console.settings.forms import FormReader, arranging, fields_of
from tests.web.console.stage import Browser


@pytest.fixture
def home(salon: DemoSalon) -> str:
    return f"/console/{salon.organization_id}/settings"


async def add(browser: Browser, address: str, **said: str) -> Any:
    form = fields_of((await browser.see(f"{address}/new")).text)
    return await browser.send(f"{address}/new", **{**form, **said})


async def test_a_holiday_of_whole_days_ends_with_the_last_of_them(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    """In Berlin, across the day the clocks go forward."""
    dana = salon.resources["Dana"]
    said = {"resource_id": dana, "starts_at": "2027-03-26", "ends_at": "2027-03-29", "note": "At the sea"}
    assert (await add(owner, f"{home}/time-off", **said)).status_code == 303
    [row] = await arranging(core, salon, lambda office: office.times_off.list_offered())
    assert row.starts_at == datetime.fromisoformat("2027-03-26T00:00+01:00")
    assert row.ends_at == datetime.fromisoformat("2027-03-30T00:00+02:00")
    page = (await owner.see(f"{home}/time-off/{row.id}")).text
    assert fields_of(page)["ends_at"] == "2027-03-29"
    assert (await owner.send(f"{home}/time-off/{row.id}", **fields_of(page))).status_code == 303
    [same] = await arranging(core, salon, lambda office: office.times_off.list_offered())
    assert same.version == row.version


async def test_an_absence_of_hours_is_told_by_the_clock(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    said = {
        "starts_at": "2027-01-04",
        "starts_at.time": "13:00",
        "ends_at": "2027-01-04",
        "ends_at.time": "15:30",
    }
    await add(owner, f"{home}/time-off", resource_id=salon.resources["Dana"], **said)
    page = (await owner.see(f"{home}/people/{salon.resources['Dana']}")).text
    assert "4 Jan 2027 13:00 – 4 Jan 2027 15:30" in page


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"starts_at": "", "ends_at": "2027-01-04"}, "Please choose a date."),
        ({"starts_at": "2027-13-01", "ends_at": "2027-01-04"}, "Please choose a date."),
        ({"starts_at": "2026-11-01", "ends_at": "2026-11-20"}, "This is over already."),
        ({"starts_at": "2026-12-21", "ends_at": "2026-01-08"}, "It has to end after it starts"),
        ({"starts_at": "2027-01-05", "ends_at": "2027-01-04"}, "It has to end after it starts"),
        (
            {"resource_id": "res_unknown", "starts_at": "2027-01-05", "ends_at": "2027-01-05"},
            "Please choose somebody",
        ),
    ],
)
async def test_what_is_no_absence(
    salon: DemoSalon, owner: Browser, home: str, said: dict[str, str], told: str
) -> None:
    answer = await add(owner, f"{home}/time-off", **{"resource_id": salon.resources["Dana"], **said})
    assert answer.status_code == 422
    assert told in answer.text


async def test_every_second_wednesday_afternoon(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    said = {"weekday": "2", "starts": "13:00", "ends": "", "every_weeks": "2", "anchor": "2026-12-02"}
    answer = await add(owner, f"{home}/time-off/repeated", resource_id=salon.resources["Dana"], **said)
    assert answer.status_code == 303
    [row] = await arranging(core, salon, lambda office: office.repeated_times_off.list_offered())
    assert (row.weekday, row.starts, row.ends, row.every_weeks) == (2, 780, 1440, 2)
    listed = (await owner.see(f"{home}/time-off/repeated")).text
    assert "Wednesday · 13:00–24:00 · every 2 weeks · next on 2 Dec 2026" in listed
    beside = (await owner.see(f"{home}/time-off")).text
    assert "Nobody is away, but for what comes again." in beside
    assert "next on 2 Dec 2026" in beside
    assert "next on 2 Dec 2026" in (await owner.see(f"{home}/people/{salon.resources['Dana']}")).text
    wrong = await add(
        owner,
        f"{home}/time-off/repeated",
        resource_id=salon.resources["Dana"],
        **{**said, "starts": "10:00", "ends": "9:00"},
    )
    assert "This ends before it begins." in wrong.text


async def test_the_form_of_a_date_is_filled_in_by_its_address(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    query = f"whose={salon.location_id}&day=2026-12-25&note=Christmas"
    form = fields_of((await owner.see(f"{home}/hours/dates/new?{query}")).text)
    assert (form["whose"], form["day"], form["note"]) == (salon.location_id, "2026-12-25", "Christmas")
    answer = await owner.send(f"{home}/hours/dates/new", **{**form, "windows": "10-14"})
    assert answer.status_code == 303
    [row] = await arranging(core, salon, lambda office: office.dates.list_offered())
    assert (row.location_id, row.resource_id, row.day) == (salon.location_id, None, date(2026, 12, 25))
    assert row.windows == [[600, 840]]
    assert "10:00–14:00 · Christmas" in (await owner.see(f"{home}/hours")).text


async def test_a_date_of_somebody_alone(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    answer = await add(owner, f"{home}/hours/dates", whose=salon.resources["Dana"], day="2026-12-05")
    assert answer.status_code == 303
    [row] = await arranging(core, salon, lambda office: office.dates.list_offered())
    assert (row.location_id, row.resource_id, row.windows) == (None, salon.resources["Dana"], [])
    again = await add(owner, f"{home}/hours/dates", whose=salon.resources["Dana"], day="2026-12-05")
    assert "This date has other hours already: change those." in again.text


@pytest.mark.parametrize(
    "said",
    [
        {"starts_at": "2027-03-26", "ends_at": "9999-12-31"},
        {"starts_at": "0001-01-01", "ends_at": "2027-03-29"},
        {"starts_at": "0001-01-01", "ends_at": "9999-12-31", "ends_at.time": "23:59"},
    ],
)
async def test_a_date_that_nobody_means_is_refused_in_words(
    salon: DemoSalon, owner: Browser, home: str, said: dict[str, str]
) -> None:
    answer = await add(owner, f"{home}/time-off", resource_id=salon.resources["Dana"], **said)
    assert answer.status_code == 422
    assert "Please choose a date from 2000 to 2199." in answer.text


async def test_a_day_off_needs_no_last_day(core: BookingCore, salon: DemoSalon, owner: Browser) -> None:
    page = f"/console/{salon.organization_id}/settings/time-off/new"
    form = FormReader((await owner.see(page)).text).each
    day = {"resource_id": salon.resources["Dana"], "starts_at": "2026-12-22", "ends_at": ""}
    sent = await owner.send(page, **{**form, **day})
    assert sent.status_code == 303, sent.text
    [off] = await arranging(core, salon, lambda office: office.times_off.list_offered())
    assert (off.ends_at - off.starts_at).total_seconds() == 86_400
