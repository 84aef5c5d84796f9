"""Locations in the settings: the pages every noun of the back office has."""

import re
from html import unescape
from typing import Any

import pytest
from sqlalchemy import select

from booking_core.access.roles import Role
from booking_core.catalogue.locations import Location
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.console.settings.forms import arranging, fields_of
from tests.web.console.stage import Browser, operator_of


@pytest.fixture
def address(salon: DemoSalon) -> str:
    return f"/console/{salon.organization_id}/settings/locations"


async def location(core: BookingCore, salon: DemoSalon) -> Location:
    async with core.sessions() as session:
        found = select(Location).where(
            Location.organization_id == salon.organization_id, Location.archived_at.is_(None)
        )
        return (await session.scalars(found.order_by(Location.position))).first()  # type: ignore[return-value]


async def add(browser: Browser, address: str, name: str) -> Any:
    page = (await browser.see(f"{address}/new")).text
    return await browser.send(f"{address}/new", **{**fields_of(page), "name": name})


async def test_what_is_saved_is_there_and_said_to_be(
    core: BookingCore, salon: DemoSalon, owner: Browser, address: str
) -> None:
    here = await location(core, salon)
    page = (await owner.see(f"{address}/{here.id}")).text
    answer = await owner.send(f"{address}/{here.id}", **{**fields_of(page), "name": "Upstairs"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{address}?done=saved")
    page = (await owner.see(answer.headers["location"])).text
    assert "Saved." in page
    assert "Upstairs" in page


async def test_a_form_as_it_was_drawn_changes_nothing(
    core: BookingCore, salon: DemoSalon, owner: Browser, address: str
) -> None:
    here = await location(core, salon)
    page = (await owner.see(f"{address}/{here.id}")).text
    await owner.send(f"{address}/{here.id}", **fields_of(page))
    assert (await location(core, salon)).version == here.version


async def test_a_refusal_stands_beside_its_field_and_what_was_typed_stays(
    core: BookingCore, salon: DemoSalon, owner: Browser, address: str
) -> None:
    here = await location(core, salon)
    page = (await owner.see(f"{address}/{here.id}")).text
    wrong = {**fields_of(page), "name": "x" * 81, "address": "The new address", "key": "Not A Key"}
    answer = await owner.send(f"{address}/{here.id}", **wrong)
    assert answer.status_code == 422
    assert fields_of(answer.text)["address"] == "The new address"
    assert fields_of(answer.text)["name"] == "x" * 81
    assert re.search(r'id="name"[^>]* aria-invalid="true" aria-describedby="name-wrong', answer.text)
    assert 'href="#name"' in answer.text
    assert "Please write at most 80 ordinary characters." in answer.text
    assert re.search(r'<details class="technical" open>', answer.text)


async def test_refusals_are_told_in_the_operators_language(
    core: BookingCore, salon: DemoSalon, owner: Browser, address: str
) -> None:
    here = await location(core, salon)
    page = (await owner.see(f"{address}/{here.id}")).text
    german = {"Accept-Language": "de"}
    answer = await owner.send(f"{address}/{here.id}", headers=german, **{**fields_of(page), "name": "x" * 81})
    assert "Bitte schreiben Sie höchstens 80 gewöhnliche Zeichen." in answer.text


async def test_what_only_somebody_else_changed_is_taken_and_what_both_changed_is_shown(
    core: BookingCore, salon: DemoSalon, owner: Browser, address: str
) -> None:
    here = await location(core, salon)
    page = (await owner.see(f"{address}/{here.id}")).text
    await arranging(
        core,
        salon,
        lambda office: office.locations.change(
            here.id, {"name": "Theirs", "address": "Their address"}, expected_version=here.version
        ),
    )
    mine = {**fields_of(page), "name": "Mine"}
    answer = await owner.send(f"{address}/{here.id}", **mine)
    assert answer.status_code == 422
    again = fields_of(answer.text)
    assert (again["name"], again["address"]) == ("Mine", "Their address")
    assert "Theirs" in answer.text
    assert "Save mine" in answer.text
    assert (await owner.send(f"{address}/{here.id}", **again)).status_code == 303
    saved = await location(core, salon)
    assert (saved.name, saved.address) == ("Mine", "Their address")


async def test_a_form_sent_twice_adds_one(
    core: BookingCore, salon: DemoSalon, owner: Browser, address: str
) -> None:
    page = (await owner.see(f"{address}/new")).text
    new = {**fields_of(page), "name": "Second shop"}
    for _ in range(2):
        assert (await owner.send(f"{address}/new", **new)).status_code == 303
    assert (await owner.see(address)).text.count("Second shop</bdi></strong>") == 1


async def test_archived_with_a_way_back(
    core: BookingCore, salon: DemoSalon, owner: Browser, address: str
) -> None:
    await add(owner, address, "Second shop")
    row = re.findall(rf'{address}/(loc_\w+)"', (await owner.see(address)).text)[-1]
    answer = await owner.send(f"{address}/{row}/archive", expected_version="1")
    page = (await owner.see(answer.headers["location"])).text
    assert "Undo" in page
    assert (await owner.send(f"{address}/{row}/restore", expected_version="2")).status_code == 303
    assert "Restore" not in (await owner.see(address)).text


async def test_the_last_location_stays(
    core: BookingCore, salon: DemoSalon, owner: Browser, address: str
) -> None:
    here = await location(core, salon)
    answer = await owner.send(f"{address}/{here.id}/archive", expected_version=str(here.version))
    assert answer.status_code == 422
    assert "A business is somewhere: add another location first." in answer.text


async def test_put_in_order_by_buttons(
    core: BookingCore, salon: DemoSalon, owner: Browser, address: str
) -> None:
    first = await location(core, salon)
    await add(owner, address, "Second shop")
    ids = re.findall(rf'{address}/(loc_\w+)"', (await owner.see(address)).text)
    sent = {"seen": ids, "beside": ids, "move": f"down:{first.id}", "csrf_token": owner.token}
    answer = await owner.client.post(f"{address}/order", data=sent, headers={"Origin": "http://console.test"})
    assert answer.status_code == 303
    assert (await location(core, salon)).name == "Second shop"


async def test_a_copy_begins_with_what_is_there(
    core: BookingCore, salon: DemoSalon, owner: Browser, address: str
) -> None:
    here = await location(core, salon)
    copy = fields_of((await owner.see(f"{address}/new?like={here.id}")).text)
    assert unescape(copy["name"]) == f"{here.name} (copy)"
    assert copy["key"] == ""


async def test_a_member_finds_no_settings(core: BookingCore, salon: DemoSalon, address: str) -> None:
    member = await operator_of(core, salon, Role.MEMBER)
    async with Browser(core) as browser:
        await browser.enter(member)
        assert "/settings" not in (await browser.see("/console/agenda")).text
        for path in ("", "/new", "/unknown"):
            assert (await browser.see(f"{address}{path}")).status_code == 403, path
        assert (await browser.see(address.removesuffix("/locations"))).status_code == 403
        assert (await browser.send(f"{address}/new", name="x")).status_code == 403
