"""People, rooms and equipment in the settings."""

from html import unescape

import pytest

from booking_core.back_office.back_office import BackOffice
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.console.settings.forms import all_fields_of, arranging, fields_of
from tests.web.console.settings.test_business import a_picture
from tests.web.console.stage import Browser


@pytest.fixture
def home(salon: DemoSalon) -> str:
    return f"/console/{salon.organization_id}/settings"


async def test_where_there_is_one_location_nobody_is_asked_for_it(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    form = fields_of((await owner.see(f"{home}/people/new")).text)
    assert "location_id" not in form
    does = salon.services["Haircut"]
    new = {**form, "name": "Noa", "service_ids": does}
    assert (await owner.send(f"{home}/people/new", **new)).status_code == 303
    people = await arranging(core, salon, lambda office: office.resources.list_offered())
    [noa] = [one for one in people if one.name == "Noa"]
    assert (noa.kind, noa.location_id) == ("staff", salon.location_id)
    page = (await owner.see(f"{home}/people/{noa.id}")).text
    assert all_fields_of(page)["service_ids"] == [does]
    catalogue = await core.catalogue_of(salon.organization_id)
    assert {"Noa", "Dana"} <= {one.name for one in catalogue.resources_of[does]}


async def test_ticks_of_two_at_once_are_both_kept(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    """One at the page of a person, one at that of a service."""
    dana, haircut, massage = salon.resources["Dana"], salon.services["Haircut"], salon.services["Massage"]
    form = all_fields_of((await owner.see(f"{home}/people/{dana}")).text)
    assert haircut in form["service_ids"]

    async def other(office: BackOffice) -> None:
        row = await office.services.find(massage)
        who = (await office.services.values_of(row))["resource_ids"]
        await office.services.change(massage, {"resource_ids": [*who, dana]}, expected_version=row.version)

    await arranging(core, salon, other)
    form["service_ids"].remove(haircut)
    assert (await owner.send(f"{home}/people/{dana}", **form)).status_code == 303
    served = {one.id for one in (await core.catalogue_of(salon.organization_id)).services_of(dana)}
    assert massage in served
    assert haircut not in served


async def test_a_form_as_it_was_drawn_changes_nothing(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    for slug, name in (("people", "Dana"), ("equipment", "Treatment room")):
        row = await arranging(
            core, salon, lambda office, name=name: office.resources.find(salon.resources[name])
        )
        address = f"{home}/{slug}/{row.id}"
        form = fields_of((await owner.see(address)).text)
        assert (await owner.send(address, **form)).status_code == 303
        same = await arranging(core, salon, lambda office, row=row: office.resources.find(row.id))
        assert same.version == row.version, name


async def test_a_person_at_a_further_place_has_hours_there(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    new = {"name": "Second place", "time_zone": "Europe/London"}
    place = await arranging(core, salon, lambda office: office.locations.create(new, key="second"))
    dana = f"{home}/people/{salon.resources['Dana']}"
    form = fields_of((await owner.see(dana)).text)
    sent = {**form, "further_location_ids": place.id}
    assert (await owner.send(dana, **sent)).status_code == 303
    assert "No hours there yet: nobody can be booked with them at Second place." in unescape(
        (await owner.see(dana)).text
    )
    week = f"{home}/hours/{salon.resources['Dana']}?at={place.id}"
    page = (await owner.see(week)).text
    assert "<h1><bdi>Dana</bdi> · <bdi>Second place</bdi> · Hours</h1>" in page
    hours = fields_of(page)
    assert (await owner.send(week, **{**hours, "windows.0": "10-12"})).status_code == 303
    kept = await arranging(core, salon, lambda office: office.hours.of(salon.resources["Dana"], place.id))
    assert kept == [{"weekday": 0, "opens": 600, "closes": 720}]
    own = await arranging(core, salon, lambda office: office.hours.of(salon.resources["Dana"]))
    assert kept != own, "those at home are as they were"
    told = unescape((await owner.see(week)).text)
    assert "Second place is closed for some of these hours, and nothing is booked then: Monday." in told
    assert "These hours overlap with those at" not in told, "at home nobody works on a Monday"
    form = fields_of((await owner.see(week)).text)
    await owner.send(week, **{**form, "windows.0": "", "windows.1": "8-9", "windows.2": "9-10"})
    told = unescape((await owner.see(week)).text).partition("overlap with those at")[2].partition("<")[0]
    assert told.endswith(": Wednesday."), "ten in Berlin is nine in London"


async def test_a_face_is_shown_and_removed(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    dana = f"{home}/people/{salon.resources['Dana']}"
    version = fields_of((await owner.see(dana)).text)["expected_version"]
    answer = await owner.client.post(
        f"{dana}/picture",
        data={"csrf_token": owner.token, "expected_version": version},
        files={"picture": ("face.png", a_picture(), "image/png")},
        headers={"Origin": "http://console.test"},
    )
    assert answer.headers["location"] == f"{dana}?done=picture"
    page = (await owner.see(dana)).text
    assert f'src="/pictures/{salon.organization_id}/' in page
    version = fields_of(page)["expected_version"]
    assert (await owner.send(f"{dana}/picture/remove", expected_version=version)).status_code == 303
    assert "/pictures/" not in (await owner.see(dana)).text


async def test_hostile_names_stay_text(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    name = '<img src=x onerror="alert(1)">'
    form = fields_of((await owner.see(f"{home}/people/new")).text)
    assert (await owner.send(f"{home}/people/new", **{**form, "name": name})).status_code == 303
    for path in ("/people", "/hours/dates/new", "/time-off/new"):
        page = (await owner.see(f"{home}{path}")).text
        assert "<img src=x" not in page, path
        assert "&lt;img src=x" in page, path


async def test_a_room_is_no_person(salon: DemoSalon, owner: Browser, home: str) -> None:
    assert "Treatment room" not in (await owner.see(f"{home}/people")).text
    assert "Treatment room" in (await owner.see(f"{home}/equipment")).text
    assert "Dana" not in (await owner.see(f"{home}/equipment")).text


async def test_a_person_is_listed_with_what_they_do(salon: DemoSalon, owner: Browser, home: str) -> None:
    listed = (await owner.see(f"{home}/people")).text
    assert "Haircut" in listed
    page = (await owner.see(f"{home}/people/{salon.resources['Dana']}")).text
    assert f'value="{salon.services["Haircut"]}" checked' in page
