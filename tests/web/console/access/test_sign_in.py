"""Signing in: who may, what everybody else is told, and what every page forbids."""

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.web.console.stage import TOKEN, Browser, operator_of


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


async def test_every_answer_forbids_framing_inline_code_and_keeping(
    core: BookingCore, salon: DemoSalon
) -> None:
    async with Browser(core) as browser:
        for answer, kept in (
            (await browser.see("/console/sign-in"), "no-store"),
            (await browser.send("/console/sign-out", csrf_token="x"), "no-cache, private"),
        ):
            policy = answer.headers["content-security-policy"]
            assert "frame-ancestors 'none'" in policy
            assert "unsafe" not in policy
            # A refused form is kept for the way back to it.
            assert answer.headers["cache-control"] == kept


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
