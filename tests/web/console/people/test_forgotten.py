"""A forgotten password: everybody is told the same, the letter is nobody's but its reader's, and no page of
the console shows it."""

import re

import pytest
from sqlalchemy import select

from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import LINK_MARK, Mail
from booking_core.storage.ids import new_id
from booking_core.team.accounts import Account
from tests.accounts import PASSWORD
from tests.web.console.stage import HERE, TOKEN, Browser, operator_of
from web.jobs.mail import with_secrets
from web.settings import Settings

WITH_SERVER = Settings(public_url=HERE, smtp_url="smtp://127.0.0.1:9")


async def letters_to(core: BookingCore, email: str) -> list[Mail]:
    async with core.sessions() as session, session.begin():
        return list(await session.scalars(select(Mail).where(Mail.recipient == email)))


async def test_the_letter_has_a_link_and_its_row_has_none(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core, settings=WITH_SERVER) as browser:
        await browser.see("/console/forgotten")
        answer = await browser.send("/console/forgotten", email=f" {olive.email.upper()}")
        assert "an email with a link is on its way" in answer.text
        [letter] = await letters_to(core, olive.email)
        assert LINK_MARK in letter.text
        address = re.search(rf"{HERE}(/console/link/\S+)", with_secrets(WITH_SERVER)(letter))
        assert address is not None
        await browser.see(address[1])
        assert (await browser.send(address[1], password="another good password")).status_code == 303
        assert (await browser.sign_in(olive.email, "another good password")).status_code == 303


@pytest.mark.parametrize(("chosen", "begins"), [("es", "Hola:"), (None, "Bonjour,")])
async def test_the_letter_is_in_their_language_else_in_that_of_their_business(
    core: BookingCore, salon: DemoSalon, chosen: str | None, begins: str
) -> None:
    olive = await operator_of(core, salon)
    async with core.sessions() as session, session.begin():
        (await session.get_one(Account, olive.id)).language = chosen
        (await session.get_one(Organization, salon.organization_id)).locale = "fr"
    async with Browser(core, settings=WITH_SERVER) as browser:
        await browser.see("/console/forgotten")
        await browser.send("/console/forgotten", email=olive.email, headers={"Accept-Language": "de"})
    [letter] = await letters_to(core, olive.email)
    assert letter.text.startswith(begins)


async def test_a_stranger_is_told_the_same_and_written_nothing(core: BookingCore, salon: DemoSalon) -> None:
    olive, nobody = await operator_of(core, salon), f"{new_id('nobody')}@example.com"
    async with Browser(core, settings=WITH_SERVER) as browser:
        await browser.see("/console/forgotten")
        known = await browser.send("/console/forgotten", email=olive.email)
        unknown = await browser.send("/console/forgotten", email=nobody)
    assert TOKEN.sub("", known.text) == TOKEN.sub("", unknown.text)
    assert await letters_to(core, nobody) == []


async def test_no_outbox_shows_the_letter_with_or_without_a_mail_server(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive, boss = await operator_of(core, salon), await operator_of(core, salon)
    async with Browser(core, settings=WITH_SERVER) as browser:
        await browser.see("/console/forgotten")
        await browser.send("/console/forgotten", email=olive.email)
    for settings in (WITH_SERVER, None):
        async with Browser(core, settings=settings) as browser:
            await browser.sign_in(boss.email, PASSWORD)
            page = (await browser.see("/console/outbox")).text
        assert "No emails yet" in page
        assert olive.email not in page


async def test_without_a_mail_server_the_page_says_who_can_help(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        page = await browser.see("/console/forgotten")
        assert "zimun operator reset" in page.text
        await browser.see("/console/sign-in")
        await browser.send("/console/forgotten", email=olive.email)
    assert await letters_to(core, olive.email) == []


async def test_letters_to_one_mailbox_are_few(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    statuses = []
    for _ in range(5):
        async with Browser(core, settings=WITH_SERVER) as browser:
            await browser.see("/console/forgotten")
            statuses.append((await browser.send("/console/forgotten", email=olive.email)).status_code)
    assert statuses[:3] == [200] * 3
    assert 429 in statuses
    assert len(await letters_to(core, olive.email)) <= 4
