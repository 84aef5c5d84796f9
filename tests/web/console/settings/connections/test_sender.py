"""Whom letters come from: the sender's name, the business's own mail server, and the test letter. Misused it
would show a password, send it elsewhere, let a manager read letters, or carry the way into an account."""

import logging
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select, text

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.mail_servers.mail_server import PLAIN, mail_server_of
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.mailer import Mailer
from booking_core.notices.outbox import LINK_MARK, NewMail, post, sender_name
from booking_core.notices.own_mailer import OwnMailer
from booking_core.storage.audit import AuditEntry
from tests.booking_core.notices.rude_servers import Fault, RudeServer, rude_server
from tests.web.console.settings.forms import fields_of
from tests.web.console.stage import HERE, Browser, operator_of
from web.jobs.mail import Post, mailer_for, own_servers_of
from web.settings import Settings

SECRET_KEY = "a key that only the tests know, and long"
PASSWORD = "correct-horse-battery"


@pytest.fixture
async def box() -> AsyncIterator[RudeServer]:
    async with rude_server() as running:
        yield running


def settings(box: RudeServer) -> Settings:
    return Settings(public_url=HERE, secret_key=SECRET_KEY, private_mail_servers=(f"127.0.0.1:{box.port}",))


@pytest.fixture
async def browser(core: BookingCore, salon: DemoSalon, box: RudeServer) -> AsyncIterator[Browser]:
    await makes_it_real(core, salon)
    owner = await operator_of(core, salon)
    async with Browser(core, settings=settings(box)) as browser:
        await browser.enter(owner)
        yield browser


async def makes_it_real(core: BookingCore, salon: DemoSalon, *, name: str = "Salon, Real & Co.") -> None:
    """No business of the demo, which writes to nobody."""
    async with core.sessions() as session, session.begin():
        renamed = text("UPDATE organizations SET name = :name, email = 'hi@salon.example' WHERE id = :here")
        await session.execute(renamed, {"name": name, "here": salon.organization_id})


@pytest.fixture
def address(salon: DemoSalon) -> str:
    return f"/console/{salon.organization_id}/settings/sender"


def give(box: RudeServer, **changed: str) -> dict[str, str]:
    server = {"host": "127.0.0.1", "port": str(box.port), "tls": PLAIN, "address": "salon@example.com"}
    return {**server, "username": "salon", "password": PASSWORD, **changed}


async def test_letters_come_from_the_own_server_and_say_so(
    core: BookingCore, salon: DemoSalon, browser: Browser, box: RudeServer, address: str
) -> None:
    await browser.see(address)
    named = {**fields_of((await browser.see(address)).text), "letters.sender_name": 'Lavender, "Berlin"'}
    assert (await browser.send(address, **named)).headers["location"] == f"{address}?done=saved"
    saved = await browser.send(f"{address}/server", **give(box))
    assert saved.headers["location"] == f"{address}?done=server"
    tried = await browser.send(f"{address}/test")
    assert (tried.status_code, len(box.sources)) == (200, 1)
    assert box.recipients[0] in tried.text
    assert (box.passwords, box.senders) == ([PASSWORD.encode()] * 2, ["salon@example.com"])
    assert b"Reply-To: hi@salon.example" in box.sources[0]
    await browser.send(f"{address}/remove")
    async with core.sessions() as session:
        assert await mail_server_of(session, salon.organization_id) is None


async def test_a_password_goes_in_and_comes_out_nowhere(
    core: BookingCore,
    salon: DemoSalon,
    browser: Browser,
    box: RudeServer,
    address: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG, "zimun")
    await browser.see(address)
    said = [(await browser.send(f"{address}/server", **give(box))).text]
    said.append((await browser.send(f"{address}/server", **give(box, address="nobody"))).text)
    elsewhere = await browser.send(f"{address}/server", **give(box, host="smtp.example.org", password=""))
    assert elsewhere.status_code == 422
    other_user = await browser.send(f"{address}/server", **give(box, username="eve", password=""))
    assert other_user.status_code == 422
    said += [elsewhere.text, other_user.text, (await browser.see(address)).text]
    said.append((await browser.send(f"{address}/test")).text)
    said.append((await browser.see(f"/console/{salon.organization_id}/audit")).text)
    async with core.sessions() as session:
        mine = AuditEntry.organization_id == salon.organization_id
        said += [str(one.details) for one in await session.scalars(select(AuditEntry).where(mine))]
        kept = await mail_server_of(session, salon.organization_id)
    assert kept is not None
    assert kept.host == "127.0.0.1"
    assert PASSWORD.encode() not in (kept.sealed_password or b"")
    assert not [one for one in said if PASSWORD in one]
    assert PASSWORD not in caplog.text


async def test_an_empty_password_keeps_the_one_that_is_kept(
    browser: Browser, box: RudeServer, address: str
) -> None:
    await browser.see(address)
    await browser.send(f"{address}/server", **give(box))
    await browser.send(f"{address}/server", **give(box, address="new@example.com", password=""))
    await browser.send(f"{address}/test")
    assert (box.passwords, box.senders) == ([PASSWORD.encode()] * 3, ["new@example.com"])


async def test_a_server_that_lets_nobody_in_is_kept_only_by_whoever_insists(
    core: BookingCore, salon: DemoSalon, browser: Browser, box: RudeServer, address: str
) -> None:
    async def read_kept() -> bool:
        async with core.sessions() as session:
            return await mail_server_of(session, salon.organization_id) is not None

    await browser.see(address)
    box.fault = Fault(signs_in=False)
    refused = await browser.send(f"{address}/server", **give(box))
    assert (refused.status_code, await read_kept()) == (422, False)
    for said in (
        "Nothing was saved yet.",
        "refuses user or password",
        "password again",
        "Save anyway",
    ):
        assert said in refused.text, said
    assert PASSWORD not in refused.text
    assert box.sources == []
    gone = await browser.send(f"{address}/server", **give(box, tls="tls"))
    assert (gone.status_code, await read_kept()) == (422, False)
    insists = await browser.send(f"{address}/server", **give(box), anyway="yes")
    assert (insists.headers["location"], await read_kept()) == (f"{address}?done=server", True)


async def test_servers_are_not_tried_without_end(browser: Browser, box: RudeServer, address: str) -> None:
    await browser.see(address)
    box.fault = Fault(signs_in=False)
    codes = [(await browser.send(f"{address}/server", **give(box))).status_code for _ in range(11)]
    assert codes == [422] * 10 + [429]


async def test_what_went_wrong_is_said_in_a_sentence(browser: Browser, box: RudeServer, address: str) -> None:
    await browser.see(address)
    await browser.send(f"{address}/server", **give(box))
    for fault, words in (
        (Fault(signs_in=False), "refuses user or password"),
        (Fault(sender="553 no"), "does not let you write as this address"),
        (Fault(recipient="550 5.7.1 relaying denied"), "takes no email to"),
        (Fault(letter="554 spam"), "takes it for spam"),
    ):
        box.fault = fault
        assert words in (await browser.send(f"{address}/test")).text
    assert (await browser.send(f"{address}/test")).status_code == 200
    assert (await browser.send(f"{address}/test")).status_code == 429


async def test_without_any_mail_server_the_page_says_where_letters_are(
    browser: Browser, address: str
) -> None:
    await browser.see(address)
    assert "emails wait in the outbox" in (await browser.send(f"{address}/test")).text


async def test_a_demo_writes_to_nobody(
    core: BookingCore, salon: DemoSalon, browser: Browser, box: RudeServer, address: str
) -> None:
    await makes_it_real(core, salon, name="Salon Lavender")
    async with core.sessions() as session, session.begin():
        demo = "UPDATE organizations SET email = 'hello@lavender.example' WHERE id = :here"
        await session.execute(text(demo), {"here": salon.organization_id})
    await browser.see(address)
    await browser.send(f"{address}/server", **give(box))
    assert "writes to nobody outside" in (await browser.send(f"{address}/test")).text
    assert box.sources == []


async def test_managers_name_the_sender_and_owners_alone_the_server(
    core: BookingCore, salon: DemoSalon, box: RudeServer, address: str
) -> None:
    manager = await operator_of(core, salon, Role.MANAGER)
    async with Browser(core, settings=settings(box)) as browser:
        await browser.enter(manager)
        page = await browser.see(address)
        assert "Only an owner changes the mail server." in page.text
        assert (await browser.send(address, **fields_of(page.text))).status_code == 303
        for path in ("server", "test", "remove"):
            assert (await browser.send(f"{address}/{path}", **give(box))).status_code == 403
    assert box.sources == []


async def test_the_way_into_an_account_never_goes_by_it(
    core: BookingCore, salon: DemoSalon, browser: Browser, box: RudeServer, address: str
) -> None:
    """Who works here may own another business: whoever runs this mail server must not get in there."""
    await browser.see(address)
    await browser.send(f"{address}/server", **give(box))
    usual = Mailer("smtp://127.0.0.1:9", "zimun@zimun.example")
    place = own_servers_of(settings(box))
    office = Post(core, lambda mail: mail.text, usual, str, str, own_servers=place)
    found = {}
    for kind, link in (("password_forgotten", "lnk_1"), ("appointment_confirmed", None)):
        letter = NewMail(
            id=f"mail_{kind}_{salon.organization_id}",
            organization_id=salon.organization_id,
            kind=kind,
            recipient="ada@example.com",
            subject="Hi",
            text=LINK_MARK,
            one_time_link_id=link,
        )
        async with core.sessions() as session, session.begin():
            await post(session, letter, core.clock.now())
        found[kind] = await mailer_for(office, letter.id)
    assert found["password_forgotten"] is usual
    assert isinstance(found["appointment_confirmed"], OwnMailer)


@pytest.mark.parametrize("name", ["<ceo@bank.example>", "ceo＠bank.example", "Salon a@b"])
async def test_a_sender_that_looks_like_an_address_is_refused(
    core: BookingCore, salon: DemoSalon, browser: Browser, address: str, name: str
) -> None:
    form = fields_of((await browser.see(address)).text)
    refused = await browser.send(address, **form | {"letters.sender_name": name})
    assert (refused.status_code, "looks like an email address" in refused.text) == (422, True)


async def test_a_business_called_like_an_address_writes_under_a_name(
    core: BookingCore, salon: DemoSalon
) -> None:
    await makes_it_real(core, salon, name="<ceo@bank.example>\u202e")
    organization = (await core.catalogue_of(salon.organization_id)).organization
    assert sender_name(organization).split() == ["ceo", "bank.example"]
