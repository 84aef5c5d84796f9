"""Another address to sign in with: asked for with the password, proven by its mailbox, told to the old one,
and never that of two."""

import asyncio
import re
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select, text

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import Mail
from booking_core.storage.audit import AuditEntry
from booking_core.team.accounts import Account
from tests.accounts import PASSWORD, address
from tests.web.console.stage import HERE, Browser, operator_of
from web.jobs.mail import with_secrets
from web.settings import Settings

WITH_SERVER = Settings(public_url=HERE, smtp_url="smtp://127.0.0.1:9")


@pytest.fixture
async def olive(core: BookingCore, salon: DemoSalon) -> Account:
    return await operator_of(core, salon)


@pytest.fixture
async def browser(core: BookingCore, olive: Account) -> AsyncIterator[Browser]:
    async with Browser(core, settings=WITH_SERVER) as browser:
        await browser.sign_in(olive.email)
        await browser.see("/console/profile")
        yield browser


async def asks(browser: Browser, email: str, password: str = PASSWORD) -> int:
    answer = await browser.send("/console/profile/email", email=email, password=password)
    return answer.status_code


async def letters_to(core: BookingCore, email: str) -> list[Mail]:
    async with core.sessions() as session:
        return list(await session.scalars(select(Mail).where(Mail.recipient == email)))


async def link_to(core: BookingCore, email: str) -> str:
    """The newest."""
    letter = (await letters_to(core, email))[-1]
    found = re.search(rf"{HERE}(/console/link/\S+)", with_secrets(WITH_SERVER)(letter))
    assert found is not None
    return found[1]


async def address_of(core: BookingCore, account: Account) -> str:
    async with core.sessions() as session:
        return (await session.get_one(Account, account.id)).email


async def test_the_new_mailbox_makes_it_so_and_the_old_one_is_told_once(
    browser: Browser, core: BookingCore, salon: DemoSalon, olive: Account
) -> None:
    new = address("new")
    assert await asks(browser, f" {new.upper()}") == 303
    assert await address_of(core, olive) == olive.email
    link = await link_to(core, new)
    assert new in (await browser.see(link)).text
    assert await address_of(core, olive) == olive.email, "whoever opens a link uses nothing up"
    for _ in range(2):
        answer = await browser.send(f"{link}/address")
        assert answer.headers["location"] == "/console/profile?done=address"
    assert await address_of(core, olive) == new
    assert len(await letters_to(core, olive.email)) == 1
    async with core.sessions() as session:
        noted = await session.scalars(
            select(AuditEntry.action).where(
                AuditEntry.organization_id == salon.organization_id, AuditEntry.subject == olive.id
            )
        )
        assert noted.all() == ["account.email"]
    async with Browser(core) as other:
        assert (await other.sign_in(new)).status_code == 303
        assert (await other.sign_in(olive.email)).status_code != 303


async def test_nothing_without_the_password_nor_for_what_is_no_address(
    browser: Browser, core: BookingCore, olive: Account
) -> None:
    new = address("new")
    assert await asks(browser, new, "wrong") == 422
    assert await asks(browser, "nobody") == 422
    assert await asks(browser, olive.email) == 422
    assert await letters_to(core, new) == []


async def test_anothers_address_is_never_taken_and_only_its_mailbox_is_told(
    browser: Browser, core: BookingCore, salon: DemoSalon, olive: Account
) -> None:
    boris = await operator_of(core, salon)
    assert await asks(browser, boris.email) == 303
    [letter] = await letters_to(core, boris.email)
    assert "/console/link/" not in with_secrets(WITH_SERVER)(letter)
    assert await address_of(core, olive) == olive.email


async def test_who_has_taken_it_meanwhile_keeps_it(
    browser: Browser, core: BookingCore, salon: DemoSalon, olive: Account
) -> None:
    new, boris = address("new"), await operator_of(core, salon)
    await asks(browser, new)
    link = await link_to(core, new)
    async with core.sessions() as session, session.begin():
        (await session.get_one(Account, boris.id)).email = new
    await browser.see(link)
    answer = await browser.send(f"{link}/address")
    assert (answer.status_code, "Somebody else signs in" in answer.text) == (422, True)
    assert await address_of(core, olive) == olive.email


async def test_a_newer_wish_and_a_newer_password_make_older_links_worthless(
    browser: Browser, core: BookingCore, olive: Account
) -> None:
    first, second = address("first"), address("second")
    await asks(browser, first)
    old = await link_to(core, first)
    await asks(browser, second)
    assert (await browser.send(f"{old}/address")).status_code == 410
    newer = await link_to(core, second)
    await browser.send("/console/profile/password", password=PASSWORD, new="a few other good words")
    await browser.see("/console/sign-in")
    assert (await browser.send(f"{newer}/address")).status_code == 410
    assert await address_of(core, olive) == olive.email


async def test_pressed_by_several_at_once_it_is_done_once(
    browser: Browser, core: BookingCore, olive: Account
) -> None:
    new = address("new")
    await asks(browser, new)
    link = await link_to(core, new)
    await browser.see(link)
    answers = await asyncio.gather(*(browser.send(f"{link}/address") for _ in range(4)))
    assert {one.status_code for one in answers} == {303}
    assert len(await letters_to(core, olive.email)) == 1
    async with core.sessions() as session:
        count = text("SELECT count(*) FROM accounts WHERE email = :email")
        assert await session.scalar(count, {"email": new}) == 1


async def test_no_outbox_shows_these_letters(browser: Browser, core: BookingCore, olive: Account) -> None:
    new = address("new")
    await asks(browser, new)
    await browser.see(link := await link_to(core, new))
    await browser.send(f"{link}/address")
    assert "No emails yet" in (await browser.see("/console/outbox")).text


async def test_without_a_mail_server_it_says_why_not(core: BookingCore, olive: Account) -> None:
    async with Browser(core) as browser:
        await browser.sign_in(olive.email)
        await browser.see("/console/profile")
        answer = await browser.send("/console/profile/email", email=address(), password=PASSWORD)
    assert (answer.status_code, "No mail server is set" in answer.text) == (422, True)
