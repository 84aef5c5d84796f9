"""Forged requests: without our page's token, or from another site, nothing changes."""

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.console.stage import HERE, Browser, operator_of
from web.console import console_router
from web.settings import Settings

FORGED = {
    "no token": ({}, ""),
    "a made-up token": ({}, "0" * 96),
    "a token that is not ASCII": ({}, "tökén"),
    "another site's origin": ({"Origin": "https://evil.example"}, None),
    "our name with more behind it": ({"Origin": f"{HERE}.evil.example"}, None),
    "our name with a port": ({"Origin": f"{HERE}:8443"}, None),
    "no origin to speak of": ({"Origin": "null"}, None),
    "a cross-site fetch": ({"Sec-Fetch-Site": "cross-site"}, None),
    "a neighbour's fetch": ({"Sec-Fetch-Site": "same-site"}, None),
}


@pytest.mark.parametrize("forged", FORGED)
async def test_a_forged_sign_out_is_refused_and_the_session_stays(
    core: BookingCore, salon: DemoSalon, forged: str
) -> None:
    headers, token = FORGED[forged]
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.sign_in(olive.email)
        fields = {} if token is None else {"csrf_token": token}
        answer = await browser.send("/console/sign-out", headers, **fields)
        assert answer.status_code == 403
        assert (await browser.see("/console/conversations")).status_code == 200


@pytest.mark.parametrize("forged", FORGED)
async def test_a_forged_sign_in_is_refused_and_nobody_is_signed_in(
    core: BookingCore, salon: DemoSalon, forged: str
) -> None:
    headers, token = FORGED[forged]
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.see("/console/sign-in")
        fields = {} if token is None else {"csrf_token": token}
        answer = await browser.send(
            "/console/sign-in", headers, email=olive.email, password="correct horse battery", **fields
        )
        assert answer.status_code == 403
        assert "zimun-session" not in browser.client.cookies


async def test_every_page_has_a_token_of_its_own_and_each_is_good(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.sign_in(olive.email)
        first = browser.token
        await browser.see("/console/agenda")
        assert browser.token != first
        assert (await browser.send("/console/sign-out", csrf_token=first)).status_code == 303


async def test_another_sessions_token_is_refused(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser, Browser(core) as other:
        await browser.sign_in(olive.email)
        await other.sign_in(olive.email)
        assert (await browser.send("/console/sign-out", csrf_token=other.token)).status_code == 403


async def test_the_token_from_before_sign_in_is_worth_nothing_after_it(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.see("/console/sign-in")
        before = browser.token
        await browser.sign_in(olive.email)
        assert (await browser.send("/console/sign-out", csrf_token=before)).status_code == 403


async def test_a_token_in_a_header_is_as_good_as_in_a_form(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.sign_in(olive.email)
        answer = await browser.send("/console/sign-out", {"X-CSRF-Token": browser.token}, csrf_token="")
        assert answer.status_code == 303


async def test_the_address_it_is_reached_by_is_as_good_as_the_public_one(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.see("/console/sign-in")
        answer = await browser.send(
            "/console/sign-in",
            {"Origin": "http://127.0.0.1:8000", "Host": "127.0.0.1:8000"},
            email=olive.email,
            password="correct horse battery",
        )
        assert answer.status_code == 303


def test_reading_never_changes_anything_and_changes_are_guarded() -> None:
    router = console_router(Settings(public_url=HERE))
    methods = {method for route in router.routes for method in route.methods}
    assert methods <= {"GET", "HEAD", "OPTIONS", "POST"}
    assert len(router.guards) == 1
