"""What a turn has cost is written down, also where it was cancelled."""

import asyncio
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from agent.conversation.conversation import Conversation, Step
from agent.intake.reception import Visitor as Browser
from agent.llm.usage import ModelUsage
from agent.models.endpoint import Endpoint, Price, Timeouts
from agent.models.providers import Providers
from agent.models.scripted import ScriptedModel, Wait
from agent.turns.stop import cancel_run
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.agent.customers import Chatter
from tests.agent.fake_provider import DONE, FakeProvider, ProviderAnswer, chunk, event


async def spent_by(chatter: Chatter) -> list[dict[str, Any]]:
    assert chatter.conversation is not None
    async with chatter.core.sessions() as session, session.begin():
        steps = select(Step).where(Step.conversation_id == chatter.conversation.id, Step.kind == "model")
        return [step.result for step in await session.scalars(steps.order_by(Step.id))]


async def read_used(core: BookingCore, salon: DemoSalon) -> list[ModelUsage]:
    async with core.sessions() as session, session.begin():
        rows = select(ModelUsage).where(ModelUsage.organization_id == salon.organization_id)
        return list(await session.scalars(rows))


async def test_a_turn_tells_what_it_cost(core: BookingCore, salon: DemoSalon) -> None:
    usage = {"prompt_tokens": 1000, "completion_tokens": 100}
    spoken = [chunk(content="Which day?"), chunk("stop"), event({"choices": [], "usage": usage}), DONE]
    providers = Providers(core.clock)
    async with FakeProvider(ProviderAnswer(spoken)) as provider:
        price = Price(Decimal("0.40"), Decimal("1.60"))
        eve = Chatter(core, salon, providers.model(Endpoint(provider.base_url, "fake-1", price=price)))
        await eve.says("hello")
        await eve.says("hello")
    await providers.close()
    assert [step["cost"] for step in await spent_by(eve)] == ["0.00056", "0.00056"]
    [row] = await read_used(core, salon)
    assert (row.model, row.calls, row.input_tokens, row.output_tokens) == ("fake-1", 2, 2000, 200)
    assert row.cost == Decimal("0.00112")


async def test_a_customer_who_cancels_hangs_up_on_the_provider_and_has_spent_something(
    core: BookingCore, salon: DemoSalon
) -> None:
    providers = Providers(core.clock)
    async with FakeProvider(ProviderAnswer([chunk(content="One "), 600.0])) as provider:
        endpoint = Endpoint(provider.base_url, "fake-1", timeouts=Timeouts())
        eve = Chatter(core, salon, providers.model(endpoint))
        eve.conversation = (await eve.reception.open(salon.organization_id, Browser())).conversation
        received = await eve.reception.receive(eve.conversation, new_id("m"), text="hello")
        assert received.run_id is not None
        taking = asyncio.create_task(eve.turns.take(eve.conversation.id))
        await asyncio.wait_for(provider.was_asked.wait(), 60)
        await cancel_run(core, eve.turns.log, eve.conversation.id, received.run_id)
        await asyncio.wait_for(taking, 60)
        await asyncio.wait_for(provider.customer_left.wait(), 60)
    await providers.close()
    assert sum(row.input_tokens for row in await read_used(core, salon)) > 100
    async with core.sessions() as session, session.begin():
        assert (await session.get_one(Conversation, eve.conversation.id)).model_tokens > 100


async def test_a_worker_that_is_sent_home_is_not_mistaken_for_a_cancelled_turn(
    core: BookingCore, salon: DemoSalon
) -> None:
    eve = Chatter(core, salon, ScriptedModel([Wait(30)]))
    taking = asyncio.create_task(eve.says("hello"))
    await asyncio.sleep(0.3)
    taking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await taking
