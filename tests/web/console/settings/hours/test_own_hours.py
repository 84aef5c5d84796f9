"""The hours of one person: what an empty line means is said, and those of the place can be taken over."""

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.console.settings.forms import fields_of
from tests.web.console.stage import Browser


async def test_the_hours_of_the_place_are_taken_over_and_saved_only_then(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    home = f"/console/{salon.organization_id}/settings/hours"
    place = fields_of((await owner.see(f"{home}/{salon.location_id}")).text)
    page = f"{home}/{salon.resources['Dana']}"
    shown = (await owner.see(page)).text
    assert "As soon as one line has hours, an empty line is a free day." in shown
    assert 'settings/people" aria-current="page"' in shown
    form = fields_of(shown) | {"windows.2": "", "copy": "place"}
    taken = await owner.send(page, **form)
    assert taken.status_code == 200
    now = fields_of(taken.text)
    assert [now[f"windows.{day}"] for day in range(7)] == [place[f"windows.{day}"] for day in range(7)]
    assert "Nothing is saved yet" in taken.text
    assert (await owner.send(page, **now)).status_code == 303


async def test_a_day_off_of_a_person_is_free_and_not_closed(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    page = f"/console/{salon.organization_id}/settings/hours/{salon.resources['Dana']}"
    form = fields_of((await owner.see(page)).text) | {"windows.0": "9-12", "windows.2": ""}
    assert (await owner.send(page, **form)).status_code == 303
    shown = (await owner.see(page)).text
    assert ">free</td>" in shown
    assert ">closed</td>" not in shown
