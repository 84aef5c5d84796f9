"""A calendar kept in step, in the settings: connected with a password that is shown nowhere, and what there
is to decide."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.booking_core.calendars.caldav.radicale_server import PASSWORD, USER, RadicaleServer, radicale
from tests.booking_core.calendars.owner import busy, calendar
from tests.cast import Visitor, at
from tests.web.console.settings.forms import fields_of
from tests.web.console.stage import HERE, Browser, operator_of
from web.settings import Settings

CHECK, KEEP, SEEN = [re.compile(rf'action="([^"]+/{verb})"') for verb in ("check", "keep", "seen")]
INVALID = re.compile(r'name="([^"]+)"[^>]* aria-invalid="true"')


@pytest.fixture
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[RadicaleServer]:
    async with radicale(tmp_path_factory.mktemp("radicale")) as running:
        yield running


@pytest.fixture
async def browser(core: BookingCore, salon: DemoSalon, server: RadicaleServer) -> AsyncIterator[Browser]:
    olive = await operator_of(core, salon)
    settings = Settings(public_url=HERE, private_calendars=(server.origin,))
    async with Browser(core, settings=settings) as browser:
        await browser.enter(olive)
        yield browser


async def test_what_stands_over_a_booking_and_what_was_done_to_it_is_decided(
    core: BookingCore, salon: DemoSalon, browser: Browser, server: RadicaleServer
) -> None:
    page, dana = f"/console/{salon.organization_id}/settings/calendars", salon.resources["Dana"]
    booked = await Visitor(core, salon, "Ada").books("Haircut", at(1, 10), staff_id=dana)
    form = fields_of((await browser.see(f"{page}/caldav/new")).text)
    form |= {"whose": dana, "url": server.url, "user": USER, "password": ""}
    refused = await browser.send(f"{page}/caldav/new", **form)
    assert (refused.status_code, "Please write it just as you sign in there." in refused.text) == (422, True)
    form |= {"password": PASSWORD}
    assert (await browser.send(f"{page}/caldav/new", **form)).status_code == 303
    shown = (await browser.see(page)).text
    assert "What is booked is written there." in shown
    assert PASSWORD not in shown
    assert list(await server.files()) == [f"{booked.id}.ics"]
    [check] = CHECK.findall(shown)
    await server.ask("DELETE", f"{booked.id}.ics")
    own = calendar(busy(at(1, 10))).decode()
    await server.ask("PUT", "own.ics", own, **{"Content-Type": "text/calendar"})
    await browser.send(check)
    shown = (await browser.see(page)).text
    assert "removed there" in shown
    assert "Haircut · Ada" in shown
    assert f"/console/{salon.organization_id}/appointments/{booked.id}" in shown
    agenda = f"/console/{salon.organization_id}/agenda?day=2026-11-24"
    assert "1 appointment overlaps with another calendar." in (await browser.see(agenda)).text
    [keep], [seen] = KEEP.findall(shown), SEEN.findall(shown)
    assert (await browser.send(keep)).headers["location"] == f"{page}?done=kept"
    assert (await browser.send(seen)).status_code == 303
    shown = (await browser.see(page)).text
    assert not KEEP.findall(shown) + SEEN.findall(shown)
    assert "overlaps with" not in (await browser.see(agenda)).text
    assert {(await browser.send(one)).status_code for one in (keep, seen)} == {404}


async def test_a_calendar_is_chosen_from_those_at_the_server(
    core: BookingCore, salon: DemoSalon, browser: Browser, server: RadicaleServer, clock: FrozenClock
) -> None:
    page, dana = f"/console/{salon.organization_id}/settings/calendars", salon.resources["Dana"]
    await server.ask("MKCALENDAR", "../diary/")
    typed = fields_of((await browser.see(f"{page}/caldav/new")).text)
    typed |= {"whose": dana, "url": server.origin, "user": USER, "password": PASSWORD}
    shown = (await browser.send(f"{page}/caldav/new", **typed)).text
    assert "Please choose the one that is to be kept in step." in shown
    assert PASSWORD not in shown
    chosen = fields_of(shown) | {"calendar": f"{server.origin}/{USER}/diary/"}
    other = await browser.send(
        f"{page}/caldav/new", **(chosen | {"calendar": f"{server.origin}/{USER}/secret/"})
    )
    assert (other.status_code, "Please choose one of the calendars." in other.text) == (422, True)
    clock.advance(timedelta(minutes=16))
    late = await browser.send(f"{page}/caldav/new", **chosen)
    assert (late.status_code, "please type the password once more" in late.text) == (422, True)
    clock.advance(-timedelta(minutes=10))
    done = await browser.send(f"{page}/caldav/new", **chosen)
    assert done.headers["location"] == f"{page}?done=connected"
    assert "last read" in (await browser.see(page)).text


@pytest.mark.parametrize(
    ("typed", "at_field", "told", "may_insist"),
    [
        ({"password": "another"}, "password", "The server does not let us in", False),
        ({"url": "https://cloud.invalid/dana/"}, "url", "There is nothing at this address", True),
        ({"url": "dana@gmail.com"}, "url", "Google lets nobody in by CalDAV", False),
        ({"url": "http://10.0.0.1/"}, "url", "Only addresses that begin with https:// may be used.", False),
    ],
)
async def test_what_is_refused_says_what_to_do(
    salon: DemoSalon,
    browser: Browser,
    server: RadicaleServer,
    typed: dict[str, str],
    at_field: str,
    told: str,
    may_insist: bool,
) -> None:
    page = f"/console/{salon.organization_id}/settings/calendars/caldav/new"
    form = fields_of((await browser.see(page)).text)
    form |= {"whose": salon.resources["Dana"]}
    form |= {"url": server.origin, "user": USER, "password": PASSWORD}
    form |= {name: value.format(origin=server.origin) for name, value in typed.items()}
    refused = await browser.send(page, **form)
    assert (refused.status_code, told in refused.text) == (422, True)
    assert INVALID.findall(refused.text) == [at_field]
    assert ('name="anyway"' in refused.text) == may_insist
