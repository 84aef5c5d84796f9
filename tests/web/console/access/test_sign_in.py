"""Signing in: who may, what everybody else is told, and how fast they may try again."""

from datetime import timedelta

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.web.console.stage import PASSWORD, TOKEN, Browser, operator_of
from web.settings import Settings

PAGES = ("/console", "/console/conversations", "/console/conversations/cnv_x", "/console/agenda")


async def test_an_operator_signs_in_and_sees_their_own_organization(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        answer = await browser.sign_in(olive.email)
        assert (answer.status_code, answer.headers["location"]) == (303, "/console")
        assert "Olive" in (await browser.see("/console/conversations")).text


async def test_an_address_in_capitals_and_spaces_is_the_same_address(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        assert (await browser.sign_in(f"  {olive.email.upper()} ")).status_code == 303


async def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive, nobody = await operator_of(core, salon), f"{new_id('nobody')}@example.com"
    async with Browser(core) as browser:
        wrong = await browser.sign_in(olive.email, "not it")
        unknown = await browser.sign_in(nobody, "not it")
    assert wrong.status_code == unknown.status_code == 422
    told = [TOKEN.sub("", answer.text) for answer in (wrong, unknown)]
    assert told[0].replace(olive.email, nobody) == told[1]
    assert "do not belong together" in wrong.text


@pytest.mark.parametrize("email", ["", "a\0b@example.com", "x" * 3000, "'; drop table operators --"])
async def test_odd_addresses_are_only_wrong(core: BookingCore, salon: DemoSalon, email: str) -> None:
    async with Browser(core) as browser:
        assert (await browser.sign_in(email)).status_code == 422


async def test_the_fourth_try_has_to_wait_even_with_the_right_password_and_then_it_is_let_in(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        statuses = [(await browser.sign_in(olive.email, "guess")).status_code for _ in range(4)]
        assert statuses == [422, 422, 422, 429]
        waiting = await browser.sign_in(olive.email)
        assert waiting.status_code == 429
        assert waiting.headers["retry-after"] == "1"
        clock.advance(timedelta(seconds=1))
        assert (await browser.sign_in(olive.email)).status_code == 303


async def test_waits_double_and_end_at_a_minute(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    olive = await operator_of(core, salon)
    waits = []
    async with Browser(core) as browser:
        for _ in range(18):
            answer = await browser.sign_in(olive.email, "guess")
            if answer.status_code == 429:
                waits.append(int(answer.headers["retry-after"]))
                clock.advance(timedelta(seconds=waits[-1]))
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60][: len(waits)]
    assert len(waits) >= 7


async def test_an_unknown_address_waits_just_the_same(core: BookingCore, salon: DemoSalon) -> None:
    async with Browser(core) as browser:
        ghost = f"{new_id('ghost')}@example.com"
        statuses = [(await browser.sign_in(ghost, "guess")).status_code for _ in range(4)]
    assert statuses == [422, 422, 422, 429]


async def test_guessing_from_one_network_keeps_nobody_else_out(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as guesser, Browser(core) as browser:
        for _ in range(4):
            await guesser.sign_in(olive.email, "guess")
        assert (await browser.sign_in(olive.email)).status_code == 303


async def test_trying_many_accounts_from_one_network_has_to_wait(core: BookingCore, salon: DemoSalon) -> None:
    async with Browser(core) as browser:
        statuses = [
            (await browser.sign_in(f"{new_id('who')}@example.com", "guess")).status_code for _ in range(22)
        ]
    assert 429 in statuses[20:]
    assert 429 not in statuses[:20]


async def test_right_passwords_from_one_network_never_have_to_wait(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        statuses = {(await browser.sign_in(olive.email)).status_code for _ in range(24)}
    assert statuses == {303}


async def test_a_right_password_forgets_the_wrong_ones(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        for _ in range(3):
            await browser.sign_in(olive.email, "guess")
            await browser.sign_in(olive.email)
        assert (await browser.sign_in(olive.email, "guess")).status_code == 422


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
    ["https://evil.example/", "//evil.example", "/console//evil.example", "/\\evil.example", "/x"],
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


async def test_every_answer_forbids_framing_inline_code_and_keeping(
    core: BookingCore, salon: DemoSalon
) -> None:
    async with Browser(core) as browser:
        for answer in (
            await browser.see("/console/sign-in"),
            await browser.send("/console/sign-out", csrf_token="x"),
        ):
            policy = answer.headers["content-security-policy"]
            assert "frame-ancestors 'none'" in policy
            assert "unsafe" not in policy
            assert answer.headers["cache-control"] == "no-store"


async def test_our_own_mistakes_are_a_page_without_a_stack_trace(
    core: BookingCore, salon: DemoSalon, monkeypatch: pytest.MonkeyPatch
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.sign_in(olive.email)
        monkeypatch.setattr(core, "desk", None)
        answer = await browser.see("/console/agenda")
    assert answer.status_code == 500
    assert "Something went wrong" in answer.text
    assert "Traceback" not in answer.text
