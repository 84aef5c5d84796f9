"""Sessions of the console: where they lead, when they end, and the cookie they are kept in."""

from datetime import timedelta

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.accounts import PASSWORD
from tests.web.console.stage import Browser, operator_of
from web.settings import Settings

PAGES = ("/console", "/console/conversations", "/console/conversations/cnv_x", "/console/agenda")


@pytest.mark.parametrize("page", PAGES)
async def test_no_page_without_a_session(core: BookingCore, salon: DemoSalon, page: str) -> None:
    async with Browser(core) as browser:
        answer = await browser.see(page)
        while answer.status_code == 303 and "sign-in" not in answer.headers["location"]:
            answer = await browser.see(answer.headers["location"])
        assert answer.headers["location"].startswith("/console/sign-in")


async def test_a_made_up_session_is_none(core: BookingCore, salon: DemoSalon) -> None:
    async with Browser(core) as browser:
        browser.client.cookies.set("zimun-session", "guessed")
        assert (await browser.see("/console/conversations")).status_code == 303


async def test_signing_in_leads_back_to_the_page_that_was_asked_for(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        first = await browser.see("/console/agenda?day=2026-11-24")
        await browser.see(first.headers["location"])
        answer = await browser.sign_in(olive.email, next="/console/agenda?day=2026-11-24")
        assert answer.headers["location"] == "/console/agenda?day=2026-11-24"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example",
        "/console//evil.example",
        "/\\evil.example",
        "/x",
        "/console/../../evil",
        "/console/./x",
    ],
)
async def test_signing_in_never_leads_to_another_site(
    core: BookingCore, salon: DemoSalon, elsewhere: str
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        answer = await browser.sign_in(olive.email, next=elsewhere)
        assert answer.headers["location"] == "/console"


async def test_each_sign_in_has_a_new_session_and_ends_the_one_before(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser, Browser(core) as other:
        await browser.sign_in(olive.email)
        first = browser.client.cookies["zimun-session"]
        await browser.sign_in(olive.email)
        assert browser.client.cookies["zimun-session"] != first
        other.client.cookies.set("zimun-session", first)
        assert (await other.see("/console/conversations")).status_code == 303


async def test_signing_out_ends_the_session_on_the_server(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.sign_in(olive.email)
        secret = browser.client.cookies["zimun-session"]
        await browser.send("/console/sign-out")
        assert "zimun-session" not in browser.client.cookies
        browser.client.cookies.set("zimun-session", secret)
        assert (await browser.see("/console/conversations")).status_code == 303


async def test_a_session_goes_idle_after_half_an_hour_even_if_the_page_refreshes_itself(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.sign_in(olive.email)
        clock.advance(timedelta(minutes=29))
        assert (await browser.see("/console/conversations?seen=x")).status_code == 200
        clock.advance(timedelta(minutes=2))
        poll = await browser.see(
            "/console/conversations?seen=x",
            headers={
                "HX-Request": "true",
                "HX-Current-URL": "http://console.test/console/agenda?day=2026-11-24",
            },
        )
    assert poll.status_code == 401
    assert poll.headers["hx-redirect"] == "/console/sign-in?next=%2Fconsole%2Fagenda%3Fday%3D2026-11-24"


async def test_a_session_in_use_ends_after_twelve_hours(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.sign_in(olive.email)
        for _ in range(24):
            clock.advance(timedelta(minutes=29))
            assert (await browser.see("/console/conversations")).status_code == 200
        clock.advance(timedelta(minutes=29))
        assert (await browser.see("/console/conversations")).status_code == 303


async def test_cookies_over_https_belong_to_this_host_alone(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core, settings=Settings(public_url="https://book.example")) as browser:
        visit = (await browser.see("/console/sign-in")).headers["set-cookie"]
        answer = await browser.sign_in(olive.email)
    session = next(one for one in answer.headers.get_list("set-cookie") if "zimun-session" in one)
    for cookie in (visit, session):
        assert cookie.startswith("__Host-zimun-")
        flags = {part.strip().lower() for part in cookie.split(";")[1:]}
        assert {"path=/", "secure", "httponly", "samesite=lax"} <= flags
        assert not any(flag.startswith("domain") for flag in flags)


async def test_cookies_on_a_laptop_without_tls_still_sign_in(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        answer = await browser.sign_in(olive.email)
    cookie = next(one for one in answer.headers.get_list("set-cookie") if "zimun-session" in one)
    assert "httponly" in cookie.lower()
    assert "secure" not in cookie.lower()
    assert PASSWORD not in answer.text
