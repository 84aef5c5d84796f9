"""Weeks on their pages: typed, copied, drawn, refused, and decided about."""

from datetime import date
from typing import Any

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor, at
from tests.web.console.settings.forms import arranging, fields_of, repeated_fields_of
from tests.web.console.stage import Browser
from web.console.settings.hours.week_field import Week

LUNCH = {
    "windows.0": "9-13, 14-18:30",
    **{f"windows.{day}": "" for day in range(1, 6)},
    "windows.6": "22–2",
}


def page_of(salon: DemoSalon, owner_id: str) -> str:
    return f"/console/{salon.organization_id}/settings/hours/{owner_id}"


async def week_of(core: BookingCore, salon: DemoSalon, owner_id: str) -> Week:
    found: Week = await arranging(core, salon, lambda office: office.hours.of(owner_id))
    return found


async def test_a_week_is_typed_a_day_a_line(core: BookingCore, salon: DemoSalon, owner: Browser) -> None:
    address = page_of(salon, salon.location_id)
    form = fields_of((await owner.see(address)).text)
    answer = await owner.send(address, **{**form, **LUNCH})
    assert answer.headers["location"] == f"{address}?done=saved"
    assert await week_of(core, salon, salon.location_id) == [
        {"weekday": 0, "opens": 540, "closes": 780},
        {"weekday": 0, "opens": 840, "closes": 1110},
        {"weekday": 6, "opens": 1320, "closes": 1560},
    ]


async def test_a_week_as_it_was_drawn_changes_nothing(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    """Every second week and long nights among it."""
    dana = salon.resources["Dana"]
    odd = {"weekday": 2, "opens": 600, "closes": 1980}
    second = {
        "weekday": 4,
        "opens": 540,
        "closes": 600,
        "every_weeks": 2,
        "anchor": "2026-11-02",
        "until": None,
    }
    version = (await arranging(core, salon, lambda office: office.resources.find(dana))).version
    await arranging(
        core,
        salon,
        lambda office: office.hours.change(dana, [odd, second], expected_version=version),
    )
    page = (await owner.see(page_of(salon, dana))).text
    form: Any = fields_of(page) | repeated_fields_of(page)
    form["windows.some.weekday"] = ["4", "0"]
    assert (await owner.send(page_of(salon, dana), **form)).status_code == 303
    assert (await arranging(core, salon, lambda office: office.resources.find(dana))).version == version + 1
    assert [one.get("anchor") for one in await week_of(core, salon, dana)] == [None, date(2026, 11, 2)]


async def test_a_line_that_cannot_be_read_is_told_beside_it_and_nothing_is_lost(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    address = page_of(salon, salon.location_id)
    before = await week_of(core, salon, salon.location_id)
    form = fields_of((await owner.see(address)).text)
    wrong = {**form, "windows.1": "10-9", "windows.2": "morning", "windows.3": "11-12"}
    answer = await owner.send(address, **wrong)
    assert answer.status_code == 422
    assert 'id="windows.1-wrong">This ends before it begins.' in answer.text
    assert 'id="windows.2-wrong">Write hours such as' in answer.text
    assert '<a href="#windows.1"><span dir="auto">Tuesday</span></a>' in answer.text
    assert fields_of(answer.text)["windows.3"] == "11-12"
    assert await week_of(core, salon, salon.location_id) == before


async def test_overlapping_hours_are_refused(core: BookingCore, salon: DemoSalon, owner: Browser) -> None:
    address = page_of(salon, salon.location_id)
    form = fields_of((await owner.see(address)).text)
    answer = await owner.send(address, **{**form, "windows.0": "9-13, 12-18"})
    assert answer.status_code == 422
    assert "These hours overlap one another." in answer.text


async def test_one_day_is_copied_to_others_and_nothing_is_saved(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    address = page_of(salon, salon.location_id)
    before = await week_of(core, salon, salon.location_id)
    form = fields_of((await owner.see(address)).text)
    sent = {**form, "windows.0": "8-12", "copy.from": "0", "copy.to": "5", "copy": "yes"}
    answer = await owner.send(address, **sent)
    assert fields_of(answer.text)["windows.5"] == "8-12"
    assert "Nothing is saved yet" in answer.text
    assert await week_of(core, salon, salon.location_id) == before


async def test_hours_that_strand_an_appointment_are_asked_about(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    dana = salon.resources["Dana"]
    await Visitor(core, salon, "Ada").books("Haircut", at(1, 10), staff_id=dana)
    address = page_of(salon, dana)
    form = fields_of((await owner.see(address)).text)
    closed = {**form, **{f"windows.{day}": "15-19" for day in range(7)}}
    listed = await owner.send(address, **closed)
    assert listed.status_code == 422
    assert "1 appointment could not take place any more" in listed.text
    decided = fields_of(listed.text)
    assert decided["windows.1"] == "15-19"
    assert (await owner.send(address, **decided)).status_code == 303


async def test_hours_are_drawn_as_they_are_typed(salon: DemoSalon, owner: Browser) -> None:
    await owner.see(page_of(salon, salon.location_id))
    drawing = page_of(salon, "drawn")
    answer = await owner.send(drawing, **LUNCH)
    assert '<rect class="open" x="540" width="240"' in answer.text
    assert answer.text.count('class="open"') == 4, "the night reaches into Monday"
    assert "follows when" in (await owner.send(drawing, **{**LUNCH, "windows.1": "9-"})).text


async def test_another_salons_week_is_not_found(
    salon: DemoSalon, other_salon: DemoSalon, owner: Browser
) -> None:
    address = page_of(salon, other_salon.location_id)
    assert (await owner.see(address)).status_code == 404
    await owner.see(page_of(salon, salon.location_id))
    assert (await owner.send(address, **LUNCH, expected_version="1")).status_code == 404
