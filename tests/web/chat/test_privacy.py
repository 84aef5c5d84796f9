"""What customers tell of themselves reaches no provider, no log, no table but their own, and not Redis."""

import asyncio
import json
import logging
import re
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

import httpx
import pytest

from agent.models.endpoint import Endpoint
from agent.models.providers import Providers
from booking_core.core import BookingCore
from booking_core.maintenance.demo import demo_salon
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.agent.fake_provider import DONE, FakeProvider, ProviderAnswer, chunk, entry, tool_calls_chunk
from tests.agent.traces import keys_kept, rows_kept
from tests.booking_core.notices.mailbox import Mailbox, mailbox
from tests.cast import MONDAY
from tests.operations.databases import installation
from tests.places import TABLES
from tests.serving import NO_TLS, serving, settings_on
from tests.web.chat.conftest import Browser, opened
from web.app import create_app
from web.context import AppContext
from web.embedded import EmbeddedServers
from web.worker.worker import run_worker

# No name has a letter three times in a row.
UNIQUE = "".join(letter for letter, _ in groupby(new_id("x")) if letter.isalpha())
NAME, EMAIL = f"Zenobia Qu{UNIQUE}", f"{UNIQUE}@example.com"
PHONE, CARD = f"030 5{secrets.randbelow(10**7):07}", "4111 1111 1111 1111"
# Where a customer's contact belongs: their record, what they told, the letters they got.
VAULTS = ("customers", "personal_values", "outbox")


def calls(name: str, **arguments: Any) -> ProviderAnswer:
    called_for = tool_calls_chunk(
        entry(json.dumps(arguments), name, index=0, id="call_1"), finish="tool_calls"
    )
    return ProviderAnswer([called_for, DONE])


def says(*pieces: str) -> ProviderAnswer:
    return ProviderAnswer([*(chunk(content=piece) for piece in pieces), chunk("stop"), DONE])


@dataclass
class Shop:
    """A business with a provider's model and a mail server, in a database of its own."""

    http: httpx.AsyncClient
    organization_id: str
    core: BookingCore
    provider: FakeProvider
    letters: Mailbox

    async def visitor(self) -> Browser:
        return await opened(self.http, self.organization_id)

    async def letter(self, number: int) -> str:
        """The text of the first letter, the second, or a later one."""
        async with asyncio.timeout(60):
            while len(self.letters.letters) < number:  # noqa: ASYNC110 - as anybody waits for a letter
                await asyncio.sleep(0.05)
        body = self.letters.letters[number - 1].get_body(("plain",))
        return str(body.get_content()) if body else ""


@pytest.fixture
async def shop(servers: EmbeddedServers, tmp_path: Path) -> AsyncIterator[Shop]:
    with installation(servers, tmp_path, like=TABLES) as installed:
        async with FakeProvider(says("Hm.")) as provider, mailbox() as letters:
            settings = settings_on(installed, smtp_url=letters.url, mail_from="chat@salon.example")
            clock = FrozenClock(MONDAY)
            context, providers = AppContext(settings, clock), Providers(clock)
            model = providers.model(Endpoint(provider.base_url, "fake-1", "key"))
            async with context.core.sessions() as session, session.begin():
                salon = await demo_salon(session, name="Salon Violet")
            working = asyncio.create_task(run_worker(settings, clock=clock, models=[model]))
            async with (
                serving(settings, partial(create_app, clock=clock)) as address,
                httpx.AsyncClient(verify=NO_TLS, base_url=address) as http,
            ):
                yield Shop(http, salon.organization_id, context.core, provider, letters)
            working.cancel()
            await asyncio.wait([working])
            await providers.close()
            await context.close()


async def read_told(page: Browser, **message: Any) -> tuple[str, list[dict[str, Any]]]:
    """Send a message; the answer's text and its blocks, as the page reads them from the stream."""
    sent = await page.sends(**message)
    assert sent.status_code == 202, sent.text
    events = await page.until("run.completed")
    answer = [event["data"]["message"] for event in events if event["event"] == "message.completed"][-1]
    streamed = "".join(event["data"]["text"] for event in events if event["event"] == "message.delta")
    assert streamed.strip() == answer["text"]
    return answer["text"], answer["blocks"]


def block(blocks: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    return next(one for one in blocks if one["type"] == kind)


async def book(shop: Shop) -> str:
    """Zenobia books: by a model's offers, a form, and her yes. Her booking code."""
    page = await shop.visitor()
    shop.provider.answers = [
        calls("find_times", service="Haircut", when="tomorrow"),
        says("Times for you. I have noted [em", "ail 1] and [phone", " 1", "]."),
    ]
    said = f"Hi, I am {NAME}, {EMAIL} or {PHONE}, a haircut tomorrow please. My card is {CARD}"
    text, blocks = await read_told(page, text=said)
    assert f"noted {EMAIL} and {PHONE}." in text, "the customer reads what the placeholders stand for"
    time = block(blocks, "slot_picker")["days"][0]["times"][0]
    _, blocks = await read_told(page, input_id=time["input_id"])
    form = block(blocks, "form")
    details = {"name": NAME, "email": EMAIL, "phone": PHONE}
    text, blocks = await read_told(page, input_id=form["input_id"], payload=details)
    assert EMAIL in json.dumps(block(blocks, "summary"))
    text, _ = await read_told(page, input_id=block(blocks, "summary")["actions"][0]["input_id"])
    code = re.findall(r"\*\*([A-Z0-9]{6})\*\*", text)[0]
    shop.provider.answers = [says("It is [booking code 1], ", "[name 1].")]
    text, _ = await read_told(page, text=f"is my code {code.lower()} and is {EMAIL} right?")
    assert text == f"It is {code}, {NAME}."
    shown = (await page.shown())["messages"]
    assert shown[1]["text"] == said.replace(CARD, "[card number]")
    return str(code)


async def cancel_elsewhere(shop: Shop) -> str:
    """She cancels in another conversation, with the code from her letter."""
    page = await shop.visitor()
    shop.provider.answers = [calls("find_my_booking", contact="[email 1]"), says("A code is on its way.")]
    _, blocks = await read_told(page, text=f"please cancel my appointment, I am {EMAIL}")
    assert block(blocks, "form")["fields"][0]["autocomplete"] == "one-time-code"
    code = re.findall(r"\b\d{6}\b", await shop.letter(2))[0]
    asked = len(shop.provider.asked)
    _, blocks = await read_told(page, text=f"here it is: {code}")
    assert len(shop.provider.asked) == asked, "no model hears of a code"
    assert "[code]" in (await page.shown())["messages"][-2]["text"]
    shop.provider.answers = [calls("propose_cancel", booking="b1"), says("Please check.")]
    _, blocks = await read_told(page, text="cancel that one please, is it really mine?")
    text, _ = await read_told(page, text="yes")
    assert "is cancelled" in text
    return str(code)


async def test_canaries_are_nowhere_but_where_they_belong(
    shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    booking_code = await book(shop)
    one_time_code = await cancel_elsewhere(shop)
    booked, cancelled = await shop.letter(1), await shop.letter(3)
    assert "Your appointment is booked" in booked
    assert "You have cancelled" in cancelled
    assert booking_code in booked
    number = PHONE.replace(" ", "")[1:]
    traces = {EMAIL, PHONE, number, one_time_code, CARD}
    heard = json.dumps([asked.body for asked in shop.provider.asked], ensure_ascii=False)
    assert "[email 1]" in heard
    assert_without(traces | {booking_code, booking_code.lower()}, heard, "the provider")
    # The customer's own mail server may say what it got.
    ours = "\n".join(record.getMessage() for record in caplog.records if record.name != "mail.log")
    assert "Starting job send_mail" in ours
    assert_without(traces | {booking_code, NAME}, ours, "the log")
    # A name is one once the customer is known by it; until then it is a word like others, in the stream of
    # the day too.
    assert_without({NAME, NAME.split()[1]}, await rows_kept(shop.core, VAULTS), "the tables")
    assert_without(traces, await rows_kept(shop.core, VAULTS), "the tables")
    assert_without({booking_code}, await rows_kept(shop.core, (*VAULTS, "appointments")), "the tables")
    assert_without({one_time_code}, await rows_kept(shop.core), "even the vaults")
    assert_without(traces | {booking_code}, await keys_kept(shop.core), "Redis")


def assert_without(traces: set[str], text: str, where: str) -> None:
    found = {trace: text[max(0, text.find(trace) - 200) :][:300] for trace in traces if trace in text}
    assert not found, where
