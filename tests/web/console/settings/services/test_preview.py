"""Free times beside the form of a service: those of the real search, for a change that is not saved."""

import re
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from booking_core.access.roles import Role
from booking_core.availability.slots import Question, Slot
from booking_core.catalogue.services.services import Service
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor, AuditEntry
from tests.web.console.settings.forms import all_fields_of, arranging
from tests.web.console.settings.services.conftest import times_in
from tests.web.console.stage import Browser, operator_of


async def preview(owner: Browser, address: str, **changed: Any) -> str:
    form = all_fields_of((await owner.see(address)).text)
    where = f"{address.removesuffix('/new')}/preview"
    answer = await owner.send(where, headers={"HX-Request": "true"}, **{**form, **changed})
    assert answer.status_code == 200, answer.text
    return answer.text


async def search(core: BookingCore, salon: DemoSalon, name: str) -> list[Slot]:
    now, somebody = core.clock.now(), Actor("api", "other", "token", organization_id=salon.organization_id)
    question = Question(salon.services[name], now, now + timedelta(days=62))
    found = await core.read_only(
        salon.organization_id, somebody, lambda desk: desk.availability(question, limit=60)
    )
    return found.slots


async def test_the_times_are_those_that_the_search_finds_once_it_is_saved(
    core: BookingCore, salon: DemoSalon, owner: Browser, services: str
) -> None:
    address = f"{services}/{salon.services['Haircut']}"
    changed = {"durations": ["90", "", ""], "min_notice_min": "20", "min_notice_min.unit": "60"}
    told = times_in(await preview(owner, address, **changed))
    await owner.send(address, **{**all_fields_of((await owner.see(address)).text), **changed})
    slots = await search(core, salon, "Haircut")
    days: dict[str, list[str]] = {}
    for slot in slots:
        start = slot.start.astimezone(ZoneInfo(slot.time_zone))
        days.setdefault(f"{start:%d}", []).append(f"{start:%H:%M}")
    assert told == [time for times in list(days.values())[:2] for time in times[:8]]


async def test_a_preview_keeps_nothing(
    core: BookingCore, salon: DemoSalon, owner: Browser, services: str
) -> None:
    async def read_kept() -> tuple[Any, ...]:
        async with core.sessions() as session:
            rows = [
                await session.scalar(
                    select(func.count()).where(table.organization_id == salon.organization_id)
                )
                for table in (Service, AuditEntry)
            ]
            haircut = await session.get_one(Service, salon.services["Haircut"])
            return (*rows, haircut.version, haircut.durations)

    before = await read_kept()
    await preview(owner, f"{services}/{salon.services['Haircut']}", durations=["90"])
    new = await preview(owner, f"{services}/new", durations="30", resource_ids=salon.resources["Dana"])
    assert times_in(new)
    assert await read_kept() == before


@pytest.mark.parametrize(
    ("changed", "reason", "link"),
    [
        ({"resource_ids": []}, "Nobody does it yet.", "#resource_ids"),
        ({"durations": ["900"]}, "It takes 15 hours, and nobody is there that long", "#durations"),
        (
            {"min_notice_min": "40", "min_notice_min.unit": "1440", "booking_window_days": "7"},
            "It is booked 40 days before the start at the latest",
            "#min_notice_min",
        ),
        (
            {"booking_window_days": "0", "min_notice_min": "5"},
            "It can be booked 0 days ahead",
            "#booking_window_days",
        ),
    ],
)
async def test_why_nothing_is_free(
    salon: DemoSalon, owner: Browser, services: str, changed: dict[str, Any], reason: str, link: str
) -> None:
    told = await preview(owner, f"{services}/{salon.services['Bridal styling']}", **changed)
    assert reason in told
    assert f'href="{link}"' in told
    assert times_in(told) == []


async def test_hours_that_never_meet_and_hours_that_are_none(
    core: BookingCore, salon: DemoSalon, owner: Browser, services: str
) -> None:
    room, place = salon.resources["Treatment room"], salon.location_id
    address = f"{services}/{salon.services['Massage']}"

    async def hours(whose: str, *windows: dict[str, int]) -> None:
        async def work(office: Any) -> None:
            version = (await office.hours.owner(whose)).version
            await office.hours.change(whose, list(windows), expected_version=version)

        await arranging(core, salon, work)

    await hours(room, {"weekday": 1, "opens": 600, "closes": 660})
    assert "never there at the same time" in await preview(owner, address)
    await hours(room, {"weekday": 6, "opens": 600, "closes": 660})
    assert "Treatment room: no hours in which" in await preview(owner, address)
    await hours(place)
    told = await preview(owner, address)
    assert "is never open." in told
    assert f'/settings/hours/{place}"' in told


async def test_a_place_without_the_room_or_anybody_is_told_of(
    core: BookingCore, salon: DemoSalon, owner: Browser, services: str
) -> None:
    async def work(office: Any) -> Any:
        place = await office.locations.create({"name": "London", "time_zone": "Europe/London"}, key="second")
        row = await office.services.find(salon.services["Massage"])
        there = {"location_ids": [salon.location_id, place.id]}
        await office.services.change(row.id, there, expected_version=row.version)
        return place

    place = await arranging(core, salon, work)
    address = f"{services}/{salon.services['Massage']}"
    told = await preview(owner, address)
    assert "Nobody and nothing at London can do this." in told
    assert "Booked without a room" not in told

    async def moves(office: Any) -> None:
        jonas = await office.resources.find(salon.resources["Jonas"])
        further = {"further_location_ids": [place.id]}
        await office.resources.change(jonas.id, further, expected_version=jonas.version)

    await arranging(core, salon, moves)
    assert "as it is only elsewhere: Treatment room" in await preview(owner, address)


async def test_what_is_missing_is_told_and_a_missing_name_is_not(
    salon: DemoSalon, owner: Browser, services: str
) -> None:
    told = await preview(owner, f"{services}/new")
    assert 'href="#durations"' in told
    assert 'href="#name"' not in told


async def test_without_scripts_a_button_shows_them_in_the_form_as_it_was_filled_in(
    salon: DemoSalon, owner: Browser, services: str
) -> None:
    address = f"{services}/{salon.services['Haircut']}"
    page = (await owner.see(address)).text
    submits = re.findall(r'<button[^>]*(?:form="the-form"[^>]*|class="button")>', page)
    assert "formaction" not in submits[0], "Enter presses the first one"
    assert f'formaction="{address}/preview#free-times"' in submits[-1]
    answer = await owner.send(f"{address}/preview", **{**all_fields_of(page), "name": "Not saved"})
    assert answer.status_code == 200
    assert all_fields_of(answer.text)["name"] == ["Not saved"]
    assert times_in(answer.text)


async def test_hostile_names_stay_text_and_a_member_sees_nothing(
    core: BookingCore, salon: DemoSalon, owner: Browser, services: str
) -> None:
    room = salon.resources["Treatment room"]

    async def work(office: Any) -> None:
        await office.resources.change(room, {"name": "<img src=x>"}, expected_version=1)
        window = {"weekday": 6, "opens": 600, "closes": 660}
        await office.hours.change(room, [window], expected_version=2)

    await arranging(core, salon, work)
    address = f"{services}/{salon.services['Massage']}"
    assert "&lt;img src=x&gt;: no hours" in await preview(owner, address)
    member = await operator_of(core, salon, Role.MEMBER)
    async with Browser(core) as other:
        await other.enter(member)
        for path in (f"{address}/preview", f"{services}/preview"):
            assert (await other.send(path)).status_code == 403
