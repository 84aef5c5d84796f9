"""Coming back after hours: the stream's log is gone by then, and the conversation is as it was."""

import pytest
from playwright.async_api import expect
from redis.asyncio import Redis
from sqlalchemy import select

from agent.conversation.conversation import Conversation
from agent.live_stream.stream import ConversationLog
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.journeys.cast.arrivals import Arrivals
from tests.journeys.cast.customer import Customer
from tests.journeys.cast.shop import Shop

pytestmark = pytest.mark.usefixtures("worker")


async def a_day_passes(core: BookingCore, redis: Redis, salon: DemoSalon) -> None:
    """What was live has been forgotten; the rows have not."""
    async with core.sessions() as session, session.begin():
        mine = select(Conversation.id).where(Conversation.organization_id == salon.organization_id)
        talks = list(await session.scalars(mine))
    assert talks
    await ConversationLog(redis).forget(talks)


@pytest.fixture
async def eve(arrivals: Arrivals, shop: Shop, salon: DemoSalon) -> Customer:
    """A customer who has asked something and has her answer."""
    eve = await arrivals.customer()
    await eve.goes_to(shop.page(salon.organization_id))
    await eve.opens()
    await eve.says("what do you offer?")
    return eve


async def test_the_next_day_everything_is_there_and_goes_on(
    eve: Customer, core: BookingCore, redis: Redis, salon: DemoSalon
) -> None:
    said = await eve.all_said()
    await a_day_passes(core, redis, salon)
    await eve.page.reload()
    await eve.opens()
    await expect(eve.messages).to_have_count(len(said))
    assert await eve.all_said() == said
    assert await eve.says("when are you open?")
    assert (await eve.all_said())[: len(said)] == said


async def test_a_page_that_slept_over_night_wakes_up_and_goes_on(
    eve: Customer, core: BookingCore, redis: Redis, salon: DemoSalon
) -> None:
    said = await eve.all_said()
    await eve.page.context.set_offline(True)
    await expect(eve.chat.locator(".presence.lost")).to_be_visible()
    await a_day_passes(core, redis, salon)
    await eve.sends("when are you open?")
    await expect(eve.chat.get_by_text("Sending…").last).to_be_visible()
    async with eve.answered():
        await eve.page.context.set_offline(False)
    assert (await eve.all_said())[: len(said)] == said
    assert len(await eve.all_said()) == len(said) + 2
