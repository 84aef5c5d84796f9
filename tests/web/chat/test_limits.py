"""How much one address and one conversation may send: counted by whom it comes from, refused with a time to
come back."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from agent.conversation.conversation import Conversation
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.cast import MONDAY
from tests.web.chat.conftest import Browser, opened
from tests.web.chat.refusals import must_be_told_to_wait
from web.app import create_app
from web.settings import Settings

ADA, BEN = "203.0.113.7", "203.0.113.8"
# Two of one customer's /64, and one of a neighbour's.
EVE, EVE_AGAIN, NEIGHBOUR = "2001:db8:0:1::1", "2001:db8:0:1:ffff::2", "2001:db8:0:2::1"


At = Callable[[str], httpx.AsyncClient]


@asynccontextmanager
async def doors(settings: Settings) -> AsyncIterator[At]:
    """One application, and a client of it at whatever address."""
    app = create_app(settings, clock=FrozenClock(MONDAY))

    def at(address: str) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(app, client=(address, 5000))  # type: ignore[arg-type]
        return httpx.AsyncClient(transport=transport, base_url="http://zimun")

    async with app.lifespan():
        yield at


async def set_limits(core: BookingCore, salon: DemoSalon, **limits: Any) -> None:
    async with core.sessions() as session, session.begin():
        organization = await session.get_one(Organization, salon.organization_id)
        organization.chat = {**organization.chat, "limits": limits}


async def opens(http: httpx.AsyncClient, salon: DemoSalon) -> httpx.Response:
    return await http.post("/chat/v1/conversations", json={"organization_id": salon.organization_id})


async def test_an_address_opens_so_many_conversations_an_hour(
    core: BookingCore, salon: DemoSalon, settings: Settings
) -> None:
    await set_limits(core, salon, conversations_per_address_and_hour=2)
    async with doors(settings) as at:
        ada, ben = at(ADA), at(BEN)
        assert [(await opens(ada, salon)).status_code for _ in range(2)] == [201, 201]
        must_be_told_to_wait(await opens(ada, salon), 3600)
        assert (await opens(ben, salon)).status_code == 201


async def test_one_customers_many_addresses_count_as_one(
    core: BookingCore, salon: DemoSalon, settings: Settings
) -> None:
    await set_limits(core, salon, conversations_per_address_and_hour=1)
    async with doors(settings) as at:
        answers = [await opens(at(address), salon) for address in (EVE, EVE_AGAIN, NEIGHBOUR)]
        assert [answer.status_code for answer in answers] == [201, 429, 201]


async def test_the_many_networks_of_one_site_count_as_eight(
    core: BookingCore, salon: DemoSalon, settings: Settings
) -> None:
    await set_limits(core, salon, conversations_per_address_and_hour=1)
    async with doors(settings) as at:
        answers = [(await opens(at(f"2001:db8:7:{one}::1"), salon)).status_code for one in range(9)]
        assert answers == [201] * 8 + [429]
        assert (await opens(at("2001:db8:8::1"), salon)).status_code == 201


async def test_where_a_conversation_was_opened_is_kept_as_a_hash_only(
    core: BookingCore, salon: DemoSalon, settings: Settings
) -> None:
    kept = []
    async with doors(settings) as at:
        for address in (ADA, ADA, BEN, "127.0.0.1"):
            page = await opened(at(address), salon.organization_id)
            async with core.sessions() as session:
                kept.append((await session.get_one(Conversation, page.id)).address_hash)
        ada, again, ben, here = kept
        assert ada == again != ben
        assert here is None
        assert all(one and ADA not in one and len(one) == 32 for one in (ada, ben))


@pytest.mark.parametrize(
    ("limit", "most_s"),
    [
        ("messages_per_conversation_and_minute", 60),
        ("messages_per_address_and_minute", 60),
        ("messages_per_address_and_day", 24 * 3600),
    ],
)
async def test_so_many_messages_are_taken_in(
    core: BookingCore, salon: DemoSalon, settings: Settings, limit: str, most_s: int
) -> None:
    await set_limits(core, salon, **{limit: 2})
    async with doors(settings) as at:
        ada, ben = at(ADA), at(BEN)
        page = await opened(ada, salon.organization_id)
        assert [(await page.sends(text="hello")).status_code for _ in range(2)] == [202, 202]
        must_be_told_to_wait(await page.sends(text="hello"), most_s)
        assert [
            (await (await opened(who, salon.organization_id)).sends(text="hello")).status_code
            for who in (ada, ben)
        ] == {
            "messages_per_conversation_and_minute": [202, 202],
            "messages_per_address_and_minute": [429, 202],
            "messages_per_address_and_day": [429, 202],
        }[limit]


async def test_on_a_crowded_day_each_says_a_quarter_and_nobody_is_kept_silent(
    core: BookingCore, salon: DemoSalon, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    await set_limits(core, salon, messages_per_day=4, messages_per_address_and_minute=8)
    async with doors(settings) as at:
        ada = await opened(at(ADA), salon.organization_id)
        assert [(await ada.sends(text="hello")).status_code for _ in range(5)] == [202] * 4 + [429]
        assert [line for line in caplog.messages if salon.organization_id in line] == [
            f"alarm: very many messages in a day organization={salon.organization_id}"
        ]
        for address in (BEN, EVE, NEIGHBOUR):
            somebody = await opened(at(address), salon.organization_id)
            answers = [(await somebody.sends(text="hello")).status_code for _ in range(3)]
            assert answers == [202, 202, 429]


async def test_limits_that_cannot_be_read_are_the_usual_ones(
    core: BookingCore, salon: DemoSalon, settings: Settings
) -> None:
    await set_limits(core, salon, messages_per_day="many", messages_per_conversation_and_minute=0)
    async with doors(settings) as at:
        page: Browser = await opened(at(ADA), salon.organization_id)
        assert (await page.sends(text="hello")).status_code == 202
