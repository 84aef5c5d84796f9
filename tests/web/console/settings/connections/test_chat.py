"""The chat in the settings: its words and limits, its models and their keys, a trial, and what still keeps it
from booking."""

import logging
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import select

from agent.models.own import own_endpoints
from booking_core.access.roles import Role
from booking_core.chat_models.chat_model import ChosenModel, chat_models_of
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AuditEntry
from evaluation.models.fake_provider import FakeProvider, ProviderAnswer
from tests.agent.trial import servers
from tests.agent.trial.servers import KEY
from tests.cast import set_by_owner
from tests.web.console.settings.forms import arranging, fields_of
from tests.web.console.stage import HERE, Browser, operator_of
from web.secrets.sealing import model_key_seal
from web.settings import Settings

SECRET_KEY = "a key that only the tests know, and long"
URL = "https://models.example/v1"


def settings(*private: str) -> Settings:
    return Settings(public_url=HERE, secret_key=SECRET_KEY, private_models=private)


@pytest.fixture
async def provider() -> AsyncIterator[FakeProvider]:
    """A good model, which somebody who runs the server has allowed."""
    async with FakeProvider(answering=servers.good) as running:
        yield running


@pytest.fixture
async def browser(core: BookingCore, salon: DemoSalon, provider: FakeProvider) -> AsyncIterator[Browser]:
    olive = await operator_of(core, salon)
    origin = provider.base_url.removesuffix("/v1")
    async with Browser(core, settings=settings(origin)) as browser:
        await browser.enter(olive)
        yield browser


@pytest.fixture
def address(salon: DemoSalon) -> str:
    return f"/console/{salon.organization_id}/settings/chat"


async def saves(browser: Browser, address: str, which: str = "new", **fields: str) -> Any:
    given = {"base_url": URL, "model": "m", "api_key": KEY} | fields
    await browser.see(f"{address}/models/{which}")
    return await browser.send(f"{address}/models/{which}", **given)


async def model_ids(core: BookingCore, salon: DemoSalon) -> list[str]:
    async with core.sessions() as session:
        return [ChosenModel.of(one).id for one in await chat_models_of(session, salon.organization_id)]


async def test_tokens_are_limited_where_a_model_spends_them_and_first_words_asked_in_languages_spoken(
    core: BookingCore, salon: DemoSalon, browser: Browser, address: str
) -> None:
    page = (await browser.see(address)).text
    assert ('name="chat.budget' in page, 'name="chat.greeting.fr"' in page) == (False, True)
    await saves(browser, address)
    await set_by_owner(core, salon.organization_id, **{"chat.languages": ["de", "en"]})
    page = (await browser.see(address)).text
    assert 'name="chat.budget.tokens_per_day"' in page
    assert re.findall(r'name="chat.greeting.(\w+)"', page) == ["en", "de"]


async def test_words_by_language_and_limits_are_kept(browser: Browser, address: str) -> None:
    await saves(browser, address)
    page = (await browser.see(address)).text
    words = {
        "chat.greeting.en": "Hello & welcome",
        "chat.greeting.de": "Hallo",
        "chat.tone": "warm <i>and</i> short",
        "chat.instructions": "Mention the loyalty card.\nAsk about allergies.",
        "chat.budget.tokens_per_day": "1000",
        "chat.proof": "booking_code",
    }
    answer = await browser.send(address, **{**fields_of(page), **words})
    assert answer.headers["location"] == f"{address}?done=saved"
    page = (await browser.see(address)).text
    assert {name: fields_of(page)[name] for name in words} == words
    assert "<i>" not in page
    wrong = {**fields_of(page), "chat.budget.tokens_per_day": "many", "chat.greeting.de": "x" * 301}
    refused = await browser.send(address, **wrong)
    assert refused.status_code == 422
    assert 'href="#chat.budget.tokens_per_day"' in refused.text
    assert 'href="#chat.greeting' in refused.text


async def test_a_key_goes_in_and_comes_out_nowhere(
    core: BookingCore, salon: DemoSalon, browser: Browser, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    said = [(await saves(browser, address)).text, (await saves(browser, address, model="")).text]
    said.append((await saves(browser, address, base_url=f"{URL}?key=1")).text)
    (model,) = await model_ids(core, salon)
    said.append((await saves(browser, address, model, base_url="https://collector.example", api_key="")).text)
    for path in ("", f"/models/{model}", "/models/new"):
        said.append((await browser.see(f"{address}{path}")).text)
    said.append((await browser.send(f"{address}/models/{model}/try")).text)
    said.append((await browser.see(f"/console/{salon.organization_id}/audit")).text)
    async with core.sessions() as session:
        mine = AuditEntry.organization_id == salon.organization_id
        said += [str(one.details) for one in await session.scalars(select(AuditEntry).where(mine))]
        rows = await chat_models_of(session, salon.organization_id)
        endpoints = await own_endpoints(session, salon.organization_id, model_key_seal(SECRET_KEY))
    assert [one.api_key for one in endpoints or ()] == [KEY]
    assert not any(KEY.encode() in (one.sealed_key or b"") for one in rows)
    assert not [one for one in said if KEY in one]
    assert KEY not in caplog.text


async def test_a_trial_of_a_good_model_is_a_table_and_a_sentence(
    core: BookingCore, salon: DemoSalon, browser: Browser, address: str, provider: FakeProvider
) -> None:
    given = {"base_url": provider.base_url, "model": "m", "api_key": KEY}
    await browser.see(f"{address}/models/new")
    tried = await browser.send(f"{address}/models/new/try", **given, input_price="1", output_price="2")
    assert tried.status_code == 200
    assert "Good: it understands customers" in tried.text
    assert "0.00306" in tried.text
    assert KEY not in tried.text
    assert await model_ids(core, salon) == []
    wrong = await browser.send(f"{address}/models/new/try", **(given | {"api_key": "another"}))
    assert "The key was refused. Please copy it again from your provider." in wrong.text


async def test_a_kept_key_is_tried_at_its_own_address_and_sent_to_no_other(
    core: BookingCore, salon: DemoSalon, browser: Browser, address: str, provider: FakeProvider
) -> None:
    await saves(browser, address, base_url=provider.base_url)
    (model,) = await model_ids(core, salon)
    given = {"base_url": provider.base_url, "model": "m"}
    assert "Good: it understands" in (await browser.send(f"{address}/models/{model}/try", **given)).text
    moved = await browser.send(f"{address}/models/{model}/try", **(given | {"base_url": URL}))
    assert "Please give the key again: it is not sent to another address." in moved.text


async def test_the_list_of_models_is_read_from_the_endpoint(
    core: BookingCore, salon: DemoSalon, address: str
) -> None:
    olive = await operator_of(core, salon)
    body = b'{"data": [{"id": "small-<b>1</b>"}, {"id": "large-1"}]}'
    async with FakeProvider(ProviderAnswer([body], headers={"Content-Type": "application/json"})) as offering:
        origin = offering.base_url.removesuffix("/v1")
        async with Browser(core, settings=settings(origin)) as browser:
            await browser.enter(olive)
            await browser.see(f"{address}/models/new")
            given = {"base_url": offering.base_url, "model": "", "api_key": KEY}
            page = (await browser.send(f"{address}/models/new/offered", **given)).text
    assert "2 models there" in page
    assert "small-&lt;b&gt;1&lt;/b&gt;" in page
    assert KEY not in page


async def test_an_address_inside_says_what_would_allow_it(browser: Browser, address: str) -> None:
    refused = await saves(browser, address, base_url="http://localhost:11434/v1", api_key="")
    assert refused.status_code == 422
    assert "PRIVATE_MODELS=http://localhost:11434" in refused.text


async def test_models_are_put_in_order_and_removed(
    core: BookingCore, salon: DemoSalon, browser: Browser, address: str
) -> None:
    for name in ("first", "second"):
        await saves(browser, address, model=name)
    first, second = await model_ids(core, salon)
    fields = {"seen": [first, second], "move": f"up:{second}"}
    await browser.send(f"{address}/models/order", **fields)  # type: ignore[arg-type]
    assert await model_ids(core, salon) == [second, first]
    assert (await browser.send(f"{address}/models/{first}/remove")).status_code == 303
    assert await model_ids(core, salon) == [second]


async def test_it_says_what_still_keeps_the_chat_from_booking(
    core: BookingCore, salon: DemoSalon, browser: Browser, address: str
) -> None:
    assert "Ready: customers can book in the chat." in (await browser.see(address)).text

    async def nobody_serves(office: Any) -> None:
        row = await office.services.find(salon.services["Haircut"])
        await office.services.change(row.id, {"resource_ids": []}, expected_version=row.version)

    await arranging(core, salon, nobody_serves)
    page = (await browser.see(address)).text
    assert "Nobody serves “Haircut”." in page

    async def nothing_left(office: Any) -> None:
        for row in await office.services.list_offered():
            await office.services.archive(row.id, expected_version=row.version)

    await arranging(core, salon, nothing_left)
    assert "There is no service yet." in (await browser.see(address)).text


@pytest.mark.parametrize("role", [Role.MANAGER, Role.MEMBER])
async def test_only_owners_come_near_keys(
    core: BookingCore, salon: DemoSalon, browser: Browser, address: str, role: Role
) -> None:
    await saves(browser, address)
    (model,) = await model_ids(core, salon)
    person = await operator_of(core, salon, role)
    async with Browser(core, settings=settings()) as other:
        await other.enter(person)
        assert (await other.see(address)).status_code == (200 if role is Role.MANAGER else 403)
        for path in ("/models/new", f"/models/{model}"):
            assert (await other.see(f"{address}{path}")).status_code == 403
        for path in (f"/models/{model}", f"/models/{model}/try", f"/models/{model}/offered"):
            given = {"base_url": URL, "model": "m", "api_key": ""}
            assert (await other.send(f"{address}{path}", **given)).status_code == 403
        for path in ("/models/order", f"/models/{model}/remove"):
            sent = await other.send(f"{address}{path}", seen=model, move=f"up:{model}")
            assert sent.status_code == 403
