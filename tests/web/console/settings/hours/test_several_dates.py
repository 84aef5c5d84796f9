"""A week of holidays is one form: a first and a last day, and a date for each."""

import re
from datetime import date
from typing import Any

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor, at
from tests.web.console.settings.forms import all_fields_of, arranging, fields_of
from tests.web.console.stage import Browser

FIRST, LAST = "2026-12-24", "2026-12-27"
EACH = [date(2026, 12, day) for day in range(24, 28)]


@pytest.fixture
def dates(salon: DemoSalon) -> str:
    return f"/console/{salon.organization_id}/settings/hours/dates"


async def fill_in(browser: Browser, dates: str, salon: DemoSalon, **said: str) -> dict[str, str]:
    form = fields_of((await browser.see(f"{dates}/new?whose={salon.location_id}")).text)
    return {**form, "day": FIRST, "last_day": LAST, "note": "Holidays", **said}


async def days_of(core: BookingCore, salon: DemoSalon) -> list[tuple[Any, ...]]:
    rows = await arranging(core, salon, lambda office: office.dates.list_offered())
    return [(row.day, row.windows, row.location_id or row.resource_id) for row in rows]


async def test_each_day_is_closed_and_sending_it_again_closes_no_other(
    core: BookingCore, salon: DemoSalon, owner: Browser, dates: str
) -> None:
    form = await fill_in(owner, dates, salon)
    for sent in (form, form, await fill_in(owner, dates, salon)):
        assert (await owner.send(f"{dates}/new", **sent)).status_code == 303
        assert await days_of(core, salon) == [(day, [], salon.location_id) for day in EACH]


async def test_a_longer_span_adds_only_what_is_missing_and_overwrites_nothing(
    core: BookingCore, salon: DemoSalon, owner: Browser, dates: str
) -> None:
    one = await fill_in(owner, dates, salon, last_day="")
    assert (await owner.send(f"{dates}/new", **one)).status_code == 303
    longer = await fill_in(owner, dates, salon)
    assert (await owner.send(f"{dates}/new", **longer)).status_code == 303
    other = await fill_in(owner, dates, salon, last_day="2026-12-30", windows="10-12")
    refused = await owner.send(f"{dates}/new", **other)
    assert refused.status_code == 422
    assert "24 December 2026 has other hours already: change those." in refused.text
    assert fields_of(refused.text)["last_day"] == "2026-12-30"
    somebody = await fill_in(owner, dates, salon, whose=salon.resources["Dana"], windows="14-16, 10-12")
    for _ in range(2):
        assert (await owner.send(f"{dates}/new", **somebody)).status_code == 303
    hours = [[600, 720], [840, 960]]
    mine = [(day, hours, salon.resources["Dana"]) for day in EACH]
    closed = [(day, [], salon.location_id) for day in EACH]
    assert sorted(await days_of(core, salon), key=str) == sorted([*closed, *mine], key=str)


@pytest.mark.parametrize(
    ("last", "sentence"),
    [
        ("2026-12-23", "This is before the first day."),
        ("2027-04-03", "Please choose at most 100 days."),
        ("soon", "Please choose a date."),
    ],
)
async def test_what_is_no_span_is_refused_beside_its_field(
    core: BookingCore, salon: DemoSalon, owner: Browser, dates: str, last: str, sentence: str
) -> None:
    refused = await owner.send(f"{dates}/new", **await fill_in(owner, dates, salon, last_day=last))
    assert (refused.status_code, await days_of(core, salon)) == (422, [])
    assert f'id="last_day-wrong"><p>{sentence}</p>' in refused.text


async def test_appointments_of_all_its_days_are_decided_about_at_once(
    core: BookingCore, salon: DemoSalon, owner: Browser, dates: str
) -> None:
    booked = [
        await Visitor(core, salon, name).books("Haircut", at(day, 12), staff_id=salon.resources["Dana"])
        for day, name in enumerate(("Ada", "Ben"), 1)
    ]
    form = await fill_in(owner, dates, salon, day="2026-11-24", last_day="2026-11-27")
    listed = await owner.send(f"{dates}/new", **form)
    assert listed.status_code == 422
    assert "2 appointments could not take place any more" in listed.text
    assert await days_of(core, salon) == []
    decided = fields_of(listed.text) | {f"touched.decision.{one.id}": "cancel" for one in booked}
    assert (await owner.send(f"{dates}/new", **decided)).status_code == 303
    assert len(await days_of(core, salon)) == 4


async def test_a_span_is_changed_as_one_and_grows_and_shrinks(
    core: BookingCore, salon: DemoSalon, owner: Browser, dates: str
) -> None:
    assert (await owner.send(f"{dates}/new", **await fill_in(owner, dates, salon))).status_code == 303
    spans = dates.replace("/dates", "/spans")
    page = (await owner.see(dates)).text
    [address] = set(re.findall(rf'href="({spans}/\w+)"', page))
    form = all_fields_of((await owner.see(address)).text)
    assert (form["day"], form["last_day"], len(form["row"])) == ([FIRST], [LAST], 4)
    said = {**form, "day": "2026-12-25", "last_day": "2026-12-29", "windows": "10-12"}
    for _ in range(2):
        assert (await owner.send(address, **said)).status_code == 303
    hours = [[600, 720]]
    wanted = [(date(2026, 12, day), hours, salon.location_id) for day in range(25, 30)]
    assert await days_of(core, salon) == wanted
    refused = await owner.send(address, **{**form, "note": "Older"})
    assert refused.status_code == 422
    assert await days_of(core, salon) == wanted


async def test_a_span_is_archived_as_one_and_comes_back_as_one(
    core: BookingCore, salon: DemoSalon, owner: Browser, dates: str
) -> None:
    assert (await owner.send(f"{dates}/new", **await fill_in(owner, dates, salon))).status_code == 303
    before, spans = await days_of(core, salon), dates.replace("/dates", "/spans")
    [address] = set(re.findall(rf'href="({spans}/\w+)"', (await owner.see(dates)).text))
    rows = all_fields_of((await owner.see(address)).text)["row"]
    gone = await owner.send(f"{address}/archive", row=rows)
    assert (gone.status_code, await days_of(core, salon)) == (303, [])
    page = (await owner.see(gone.headers["location"])).text
    assert page.count(f'action="{address}/restore"') == 2, "Undo, and in the list of what is archived"
    back = re.findall(r'name="row" value="(\w+:\d+)"', page)
    assert (await owner.send(f"{address}/restore", row=back[:4])).status_code == 303
    assert await days_of(core, salon) == before
