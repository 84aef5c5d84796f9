"""The door of providers over HTTP: STOP and START count, failures are seen, and nobody else gets in, be it
with the secret of another business."""

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from litestar import Litestar
from litestar.di import Provide
from sqlalchemy import select

from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.customers.customer import Customer
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import BY_TEXT, STOPPED, Mail
from booking_core.outbound.signatures import signature_headers
from booking_core.storage.ids import new_id
from booking_core.text_providers.arrange import remove_provider, set_provider
from booking_core.text_providers.provider_choice import ProviderChoice, TextPlace
from tests.cast import Visitor, at, owner_of, set_by_owner
from tests.text_gateway import NUMBER, SECRET, SECRET_KEY
from web.problems import HANDLERS
from web.secrets.sealing import text_seal
from web.settings import Settings
from web.texts import inbound

PHONE = "+4915112345678"
PLACE = TextPlace(text_seal(SECRET_KEY))
CHOICE = ProviderChoice("signed", NUMBER, "https://sms.example.com/send", secret=SECRET)


@pytest.fixture
async def provider(core: BookingCore, salon: DemoSalon) -> AsyncIterator[httpx.AsyncClient]:
    here = salon.organization_id
    await core.transaction(here, owner_of(here), lambda desk: set_provider(desk, CHOICE, PLACE))
    settings = Settings(public_url="http://here", secret_key=SECRET_KEY)
    app = Litestar(
        route_handlers=[inbound.ROUTER],
        dependencies={
            "core": Provide(lambda: core, sync_to_thread=False),
            "settings": Provide(lambda: settings, sync_to_thread=False),
        },
        exception_handlers=HANDLERS,
        logging_config=None,
        openapi_config=None,
    )
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here") as client:
        yield client


async def tells(
    provider: httpx.AsyncClient, core: BookingCore, organization_id: str, secret: str = SECRET, **told: Any
) -> int:
    body = json.dumps(told).encode()
    headers = signature_headers(new_id("msg"), core.clock.now(), body, [secret.encode()])
    return (await provider.post(f"/texts/v1/{organization_id}", content=body, headers=headers)).status_code


async def book_by_telephone(core: BookingCore, salon: DemoSalon) -> Customer:
    cara = Visitor(core, salon, "Cara")
    cara.contact = ContactDetails(name="Cara", phone=PHONE)
    appointment = await cara.books("Haircut", at(2, 14))
    async with core.sessions() as session:
        return await session.get_one(Customer, appointment.customer_id)


async def has_stopped(core: BookingCore, customer: Customer) -> bool:
    async with core.sessions() as session:
        return (await session.get_one(Customer, customer.id)).texts_stopped_at is not None


async def test_stop_and_start_count_however_often(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, provider: httpx.AsyncClient
) -> None:
    here, there = (
        await book_by_telephone(core, salon),
        await book_by_telephone(core, other_salon),
    )
    answer = {"type": "text.received", "from": PHONE}
    for text, stopped in (("Stop!", True), ("STOP", True), ("what?", True), ("start", False)):
        assert await tells(provider, core, salon.organization_id, text=text, **answer) == 200
        assert await has_stopped(core, here) is stopped
        assert not await has_stopped(core, there)


async def test_an_old_stop_that_comes_again_undoes_no_start(
    core: BookingCore, salon: DemoSalon, provider: httpx.AsyncClient
) -> None:
    customer, here = await book_by_telephone(core, salon), salon.organization_id
    body = json.dumps({"type": "text.received", "from": PHONE, "text": "STOP"}).encode()
    headers = signature_headers("msg_1", core.clock.now(), body, [SECRET.encode()])
    for _ in range(2):
        assert (await provider.post(f"/texts/v1/{here}", content=body, headers=headers)).status_code == 200
        assert await has_stopped(core, customer)
    start = {"type": "text.received", "from": PHONE, "text": "START"}
    assert await tells(provider, core, here, **start) == 200
    assert (await provider.post(f"/texts/v1/{here}", content=body, headers=headers)).status_code == 200
    assert not await has_stopped(core, customer)
    assert await tells(provider, core, here, **{**start, "text": "STOP"}) == 200
    assert await has_stopped(core, customer)


@pytest.mark.parametrize("written", ["4915112345678", "+49 151 12345678", "004915112345678", "01511 2345678"])
async def test_a_stop_counts_however_its_number_is_written(
    core: BookingCore, salon: DemoSalon, provider: httpx.AsyncClient, written: str
) -> None:
    customer = await book_by_telephone(core, salon)
    said = {"type": "text.received", "from": written, "text": "STOP"}
    assert await tells(provider, core, salon.organization_id, **said) == 200
    assert await has_stopped(core, customer)


@pytest.mark.parametrize("written", ["", "Cara", "12"])
async def test_a_stop_that_cannot_be_read_is_not_taken(
    core: BookingCore, salon: DemoSalon, provider: httpx.AsyncClient, written: str
) -> None:
    said = {"type": "text.received", "from": written, "text": "STOP"}
    assert await tells(provider, core, salon.organization_id, **said) == 422


async def test_nobody_else_is_heard(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, provider: httpx.AsyncClient
) -> None:
    customer = await book_by_telephone(core, salon)
    told = {"type": "text.received", "from": PHONE, "text": "STOP"}
    refused = [
        await tells(provider, core, salon.organization_id, secret="another secret, as long", **told),
        await tells(provider, core, other_salon.organization_id, **told),
        await tells(provider, core, "org_nobody", **told),
        (await provider.post(f"/texts/v1/{salon.organization_id}", json=told)).status_code,
    ]
    here = salon.organization_id
    await core.transaction(here, owner_of(here), remove_provider)
    assert [*refused, await tells(provider, core, here, **told)] == [404] * 5
    assert not await has_stopped(core, customer)


async def test_what_did_not_arrive_is_seen_and_only_of_one_s_own(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, provider: httpx.AsyncClient
) -> None:
    for one in (salon, other_salon):
        here = one.organization_id
        await core.transaction(here, owner_of(here), lambda desk: set_provider(desk, CHOICE, PLACE))
        await set_by_owner(core, here, letters__text_changes=True)
    customer = await book_by_telephone(core, salon)
    async with core.sessions() as session, session.begin():
        theirs = select(Mail).where(Mail.organization_id == salon.organization_id, Mail.channel == BY_TEXT)
        mail = (await session.scalars(theirs)).one()
        mail.sent_at, mail.tries = core.clock.now(), 1
    told = {"type": "text.failed", "id": mail.id}
    assert await tells(provider, core, other_salon.organization_id, reason="absent", **told) == 200
    assert await became(core, mail.id) == (True, None)
    assert await tells(provider, core, salon.organization_id, reason="absent", **told) == 200
    assert await became(core, mail.id) == (False, "absent")
    await tells(provider, core, salon.organization_id, reason="opted_out", **told)
    assert await became(core, mail.id) == (False, STOPPED)
    assert await has_stopped(core, customer)


async def became(core: BookingCore, mail_id: str) -> tuple[bool, str | None]:
    async with core.sessions() as session:
        mail = await session.get_one(Mail, mail_id)
        return mail.sent_at is not None, mail.failure
