"""Reloading, going offline and a second tab, in the middle of an answer: nothing is lost and nothing is said
twice."""

from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any

import pytest
from playwright.async_api import expect
from redis.asyncio import Redis
from sqlalchemy import select

from agent.conversation.conversation import Conversation
from agent.live_stream.stream import ConversationLog
from agent.models.protocol import Model
from agent.models.scripted import ModelInput, Say, ScriptedModel, ScriptStep, Wait
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.journeys.cast.arrivals import Arrivals
from tests.journeys.cast.cable import Cable, cable_to
from tests.journeys.cast.customer import Customer
from tests.journeys.cast.shop import Shop, shop_with_snippet_of

pytestmark = pytest.mark.usefixtures("worker")

SENTENCES = tuple(f"This is sentence {number} of a long answer. " for number in range(1, 13))
ANSWER = "".join(SENTENCES).strip()
# Long enough to do something meanwhile, short enough to wait for.
PAUSE = 0.2


@pytest.fixture
def models() -> Sequence[Model]:
    return (ScriptedModel(forever=slowly, name="slow"),)


def slowly(_: ModelInput) -> Sequence[ScriptStep]:
    return [step for sentence in SENTENCES for step in (Say(sentence), Wait(PAUSE))]


@pytest.fixture
def site(shop: Shop, salon: DemoSalon) -> str:
    """The page with the snippet."""
    return shop.page(salon.organization_id)


@pytest.fixture
async def eve(arrivals: Arrivals, site: str) -> Customer:
    """A customer to whom an answer is just being written."""
    eve = await arrivals.customer()
    await eve.goes_to(site)
    await eve.opens()
    await eve.sends("tell me everything")
    await expect(eve.being_written).to_contain_text("sentence 3")
    return eve


async def reloads_in_the_middle(eve: Customer) -> None:
    await eve.page.reload()
    await eve.opens()
    await expect(eve.being_written).to_contain_text("sentence 5")
    assert "sentence 12" not in await eve.hears()
    await eve.keeps_picture("reloaded-in-the-middle")
    await eve.is_silent()
    assert (await eve.all_said())[1:] == ["tell me everything", ANSWER]


async def test_reloading_in_the_middle_of_an_answer_loses_nothing(eve: Customer) -> None:
    """In a browser that, as private windows do, forbids storage to a frame of another site."""
    await reloads_in_the_middle(eve)


class TestOnOurOwnSite:
    @pytest.fixture
    def site(self, shop: Shop, salon: DemoSalon) -> str:
        """Here the frame has its storage."""
        return shop.page(salon.organization_id).replace("127.0.0.1", "localhost")

    async def test_reloading_in_the_middle_of_an_answer_loses_nothing(self, eve: Customer) -> None:
        await reloads_in_the_middle(eve)


class TestOverACableThatIsPulledOut:
    @pytest.fixture
    async def cable(self, ours: str) -> AsyncIterator[Cable]:
        async with cable_to(ours) as cable:
            yield cable

    @pytest.fixture
    def site(self, cable: Cable, salon: DemoSalon) -> Iterator[str]:
        with shop_with_snippet_of(cable.url) as shop:
            yield shop.page(salon.organization_id)

    async def test_nothing_is_lost(self, eve: Customer, cable: Cable) -> None:
        cable.pull_out()
        await eve.page.context.set_offline(True)
        await expect(eve.chat.locator(".presence.lost")).to_be_visible()
        await eve.sends("are you still there?")
        await expect(eve.chat.get_by_text("Sending…").filter(visible=True)).to_be_visible()
        await eve.keeps_picture("offline")
        # Meanwhile the answer is written to its end, unseen.
        await eve.page.wait_for_timeout(len(SENTENCES) * PAUSE * 1000)
        assert ANSWER not in await eve.all_said()
        cable.plug_in()
        await eve.page.context.set_offline(False)
        await expect(eve.answers).to_have_count(3)
        await eve.is_silent()
        assert (await eve.all_said())[1:] == ["tell me everything", ANSWER, "are you still there?", ANSWER]


async def test_what_was_missed_of_an_answer_is_fetched(
    eve: Customer, salon: DemoSalon, core: BookingCore, redis: Redis
) -> None:
    """A piece of the answer never comes: the page sees it by the numbers, and asks for the whole."""
    await eve.is_silent()
    async with core.sessions() as session, session.begin():
        mine = Conversation.organization_id == salon.organization_id
        context = await session.scalar(select(Conversation.id).where(mine))
    assert context
    about = {"run_id": "run_x", "epoch": 1, "message_id": "msg_x"}
    pieces = [(1, "You may "), (3, "come at ten.")]
    events: list[tuple[str, dict[str, Any]]] = [("run.started", {**about, "text": "", "seq": 0})]
    events += [("message.delta", {**about, "seq": seq, "text": text}) for seq, text in pieces]
    async with eve.page.expect_response(f"**/chat/v1/conversations/{context}"):
        await ConversationLog(redis).append(context, events)
    # The rows know nothing of this answer, so nothing of it is left.
    await eve.is_silent()
    assert (await eve.all_said())[1:] == ["tell me everything", ANSWER]


async def test_two_tabs_show_the_same_conversation(eve: Customer, arrivals: Arrivals) -> None:
    second = Customer(await eve.page.context.new_page(), arrivals.album)
    await second.goes_to(eve.page.url)
    await second.opens()
    await eve.is_silent()
    await second.is_silent()
    assert await second.all_said() == await eve.all_said()
    await second.sends("and once more")
    await expect(eve.being_written).to_contain_text("sentence 2")
    await eve.is_silent()
    await second.is_silent()
    assert (await eve.all_said())[-2:] == ["and once more", ANSWER]
    assert await second.all_said() == await eve.all_said()
