"""Text messages at the console: an owner sets a provider and tries it, its secret comes out nowhere, and what
became of a message is seen with its appointment."""

from collections.abc import AsyncIterator

import pytest
from msgspec import structs

from booking_core.access.roles import Role
from booking_core.appointments.by_link.texts_stopped import stop_texts
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.maintenance.demo import DemoSalon
from tests.agent.letters.post_office import letters_in, post_office
from tests.cast import Visitor, at, owner_of
from tests.text_gateway import ACCOUNT, NUMBER, SECRET, SECRET_KEY, TextGateway, text_gateway
from tests.web.console.settings.connections.test_sender import makes_it_real
from tests.web.console.settings.forms import fields_of
from tests.web.console.stage import HERE, Browser, operator_of
from web.jobs.mail import deliver_appointment_letter
from web.jobs.texts import text_post_of
from web.settings import Settings

PHONE = "+4915112345678"


@pytest.fixture
async def gateway() -> AsyncIterator[TextGateway]:
    async with text_gateway() as running:
        yield running


def settings(gateway: TextGateway) -> Settings:
    return Settings(public_url=HERE, secret_key=SECRET_KEY, private_text_providers=(gateway.origin,))


@pytest.fixture
async def browser(core: BookingCore, salon: DemoSalon, gateway: TextGateway) -> AsyncIterator[Browser]:
    await makes_it_real(core, salon)
    owner = await operator_of(core, salon)
    async with Browser(core, settings=settings(gateway)) as browser:
        await browser.sign_in(owner.email)
        yield browser


def give(gateway: TextGateway, **changed: str) -> dict[str, str]:
    chosen = {"kind": "twilio", "sender": NUMBER, "account": ACCOUNT, "url": gateway.origin, "secret": SECRET}
    return {**chosen, **changed}


async def test_a_provider_is_set_tried_and_forgotten(
    core: BookingCore, salon: DemoSalon, browser: Browser, gateway: TextGateway
) -> None:
    address = f"/console/{salon.organization_id}/settings/texts"
    assert "Nobody sends text messages yet." in (await browser.see(address)).text
    refused = await browser.send(f"{address}/provider", **give(gateway, account="AC1"))
    assert (refused.status_code, "begins with AC" in refused.text) == (422, True)
    saved = await browser.send(f"{address}/provider", **give(gateway))
    assert saved.headers["location"] == f"{address}?done=provider"
    tried = await browser.send(f"{address}/test", number="0151 12345678")
    assert ("is sent to" in tried.text, [one.recipient for one in gateway.sent]) == (True, [PHONE])
    assert "does not look right" in (await browser.send(f"{address}/test", number="12")).text
    elsewhere = await browser.send(f"{address}/provider", **give(gateway, url="https://x.test", secret=""))
    assert elsewhere.status_code == 422
    page = await browser.see(address)
    pages = [
        refused,
        saved,
        tried,
        elsewhere,
        page,
        await browser.see(f"/console/{salon.organization_id}/audit"),
    ]
    assert not [one for one in pages if SECRET in one.text]
    assert f"{HERE}/texts/v1/{salon.organization_id}" in page.text
    await browser.send(f"{address}/remove")
    assert "Nobody sends text messages yet." in (await browser.see(address)).text


async def test_what_became_of_one_stands_with_its_appointment_and_in_the_outbox(
    core: BookingCore, salon: DemoSalon, browser: Browser, gateway: TextGateway
) -> None:
    home = f"/console/{salon.organization_id}"
    await browser.see(f"{home}/settings/texts")
    await browser.send(f"{home}/settings/texts/provider", **give(gateway))
    form = fields_of((await browser.see(f"{home}/settings/texts")).text)
    await browser.send(f"{home}/settings/texts", **{**form, "letters.text_changes": "yes"})
    cara = Visitor(core, salon, "Cara")
    cara.contact = ContactDetails(name="Cara", phone=PHONE)
    booked = await cara.books("Haircut", at(2, 14))
    gateway.answers, gateway.told = [400], {"code": 21211}
    (mail,) = await letters_in(core, salon)
    office = structs.replace(post_office(core), texts=text_post_of(settings(gateway), core))
    await deliver_appointment_letter(office, mail.id)
    page = (await browser.see(f"{home}/appointments/{booked.id}")).text
    assert "Appointment confirmed, by text message" in page
    assert "Refused (21211)" in page
    assert "The customer gets a text message:" in page
    assert "Goes into the email" not in page
    assert "Refused (21211)" in (await browser.see(f"{home}/outbox")).text
    actor = owner_of(salon.organization_id)
    await core.transaction(salon.organization_id, actor, lambda desk: stop_texts(desk, PHONE))
    page = (await browser.see(f"{home}/appointments/{booked.id}")).text
    assert "We do not tell the customer" in page


async def test_managers_say_to_whom_and_owners_alone_by_whom(
    core: BookingCore, salon: DemoSalon, gateway: TextGateway
) -> None:
    manager = await operator_of(core, salon, Role.MANAGER)
    address = f"/console/{salon.organization_id}/settings/texts"
    async with Browser(core, settings=settings(gateway)) as browser:
        await browser.sign_in(manager.email)
        page = await browser.see(address)
        assert "Only an owner changes the provider." in page.text
        assert (await browser.send(address, **fields_of(page.text))).status_code == 303
        for path in ("provider", "test", "remove"):
            assert (await browser.send(f"{address}/{path}", **give(gateway))).status_code == 403
    assert gateway.asked == 0
