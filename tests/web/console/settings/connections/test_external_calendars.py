"""Calendars elsewhere in the settings: connected, looked at, told in plain words when they fail, and gone."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.accounts import Account
from booking_core.time.clock import FrozenClock
from tests.booking_core.calendars.owner import busy, calendar
from tests.calendar_server import Answer, CalendarServer, calendar_server
from tests.cast import at
from tests.web.console.settings.forms import fields_of
from tests.web.console.stage import HERE, Browser, operator_of
from web.settings import Settings

ACTION = re.compile(r'action="([^"]+/(?:check|disconnect))"')


@pytest.fixture
async def server() -> AsyncIterator[CalendarServer]:
    async with calendar_server() as running:
        yield running


@pytest.fixture
async def olive(core: BookingCore, salon: DemoSalon) -> Account:
    return await operator_of(core, salon)


@pytest.fixture
async def browser(core: BookingCore, olive: Account, server: CalendarServer) -> AsyncIterator[Browser]:
    settings = Settings(public_url=HERE, private_calendars=(server.origin,))
    async with Browser(core, settings=settings) as browser:
        await browser.enter(olive)
        yield browser


@pytest.fixture
def page(salon: DemoSalon) -> str:
    return f"/console/{salon.organization_id}/settings/calendars"


async def test_from_connecting_to_disconnecting(
    salon: DemoSalon,
    olive: Account,
    browser: Browser,
    page: str,
    server: CalendarServer,
    clock: FrozenClock,
) -> None:
    secret = server.url("/private-name/basic.ics")
    server.answers["/private-name/basic.ics"] = Answer(calendar(busy(at(1, 10)), busy(at(2, 10), uid="b")))
    form = fields_of((await browser.see(f"{page}/new")).text)
    form |= {"whose": salon.resources["Dana"], "url": secret}
    for _ in range(2):
        assert (await browser.send(f"{page}/new", **form)).headers["location"] == f"{page}?done=connected"
    shown = (await browser.see(page)).text
    assert "2 busy times ahead" in shown
    assert "private-name" not in shown
    check, disconnect = ACTION.findall(shown)
    server.answers["/private-name/basic.ics"] = Answer(status=404)
    assert (await browser.send(check)).headers["location"] == f"{page}?done=checked"
    shown = (await browser.see(page)).text
    assert "There is no calendar at this address any more." in shown
    assert "What we know of it blocks until Tue, 24 Nov" in shown
    clock.advance(timedelta(days=1))
    await browser.enter(olive)
    shown = (await browser.see(page)).text
    assert "It blocks nothing now: please check whether somebody is booked who is busy." in shown
    await browser.send(disconnect)
    assert "No calendar is connected yet." in (await browser.see(page)).text
    assert (await browser.send(disconnect)).status_code == 404


async def test_an_address_inside_is_refused_beside_its_field(
    salon: DemoSalon, browser: Browser, page: str
) -> None:
    await browser.see(f"{page}/new")
    refused = await browser.send(
        f"{page}/new", whose=salon.resources["Dana"], url="https://169.254.169.254/<b>"
    )
    assert refused.status_code == 422
    assert "That is not a public address." in refused.text
    assert "<b>" not in refused.text


async def test_what_cannot_be_read_is_connected_only_by_whoever_insists(
    salon: DemoSalon, browser: Browser, page: str, server: CalendarServer
) -> None:
    form = fields_of((await browser.see(f"{page}/new")).text)
    form |= {"whose": salon.resources["Dana"], "url": server.url("/nothing.ics")}
    for answer, why in (
        (Answer(status=404), "There is no calendar at this address any more."),
        (Answer(b"<html>Hello</html>"), "is no calendar"),
    ):
        server.answers["/nothing.ics"] = answer
        refused = await browser.send(f"{page}/new", **form)
        assert (refused.status_code, why in refused.text) == (422, True), refused.text
        assert "Connect it anyway" in refused.text
        assert "No calendar is connected yet." in (await browser.see(page)).text
    insists = await browser.send(f"{page}/new", **form, anyway="yes")
    assert insists.headers["location"] == f"{page}?done=connected"
    assert "No calendar is connected yet." not in (await browser.see(page)).text


async def test_calendars_are_not_asked_without_end(
    salon: DemoSalon, browser: Browser, page: str, server: CalendarServer
) -> None:
    server.answers["/nothing.ics"] = Answer(status=404)
    form = fields_of((await browser.see(f"{page}/new")).text)
    form |= {"whose": salon.resources["Dana"], "url": server.url("/nothing.ics")}
    codes = [(await browser.send(f"{page}/new", **form)).status_code for _ in range(11)]
    assert codes == [422] * 10 + [429]
