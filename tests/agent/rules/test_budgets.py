"""What runs out: calls, seconds, tokens. Whoever has had enough is followed by the built-in receptionist, and
what was spent is written down."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from agent.conversation.conversation import Step
from agent.llm import budget
from agent.models.scripted import Call, Say, ScriptedModel, Wait
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter
from tests.agent.rules.customers_of_rules import rules_of

ASKS = "what is free for a haircut on tuesday?"
ANSWERED = "These times are free"


async def budget_of(core: BookingCore, salon: DemoSalon, **tokens: int) -> None:
    async with core.sessions() as session, session.begin():
        organization = await session.get_one(Organization, salon.organization_id)
        organization.chat = organization.chat | {"budget": tokens}


@pytest.mark.parametrize(
    "policy",
    [
        [Call("list_services")],
        [Call("list_services")] * 9,
        [Call("find_times", {"service": "haircut"})] * 3,
        [Call("nothing")] * 50,
    ],
)
async def test_a_model_that_goes_in_circles_is_followed_by_the_built_in_receptionist(
    core: BookingCore, salon: DemoSalon, policy: list[Call]
) -> None:
    circling = ScriptedModel(forever=lambda _: policy)
    eve = Chatter(core, salon, circling)
    assert (await eve.says(ASKS)).startswith(ANSWERED)
    assert len(circling.heard) <= 6
    assert ("within_budget", False) in await rules_of(eve)
    # Every request of it was answered; it only may not send another.
    assert not await failed_calls_of(eve)


async def test_a_model_that_takes_too_long_is_not_waited_for(
    core: BookingCore, salon: DemoSalon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "TURN_SECONDS", 0.3)
    eve = Chatter(core, salon, ScriptedModel([Say("Let me "), Wait(600)]))
    answer = await asyncio.wait_for(eve.says(ASKS), 60)
    assert answer.startswith(ANSWERED)
    assert "Let me" not in answer
    assert await failed_calls_of(eve) == [{"reason": "seconds"}]


async def failed_calls_of(chatter: Chatter) -> list[dict[str, Any]]:
    assert chatter.conversation is not None
    failed = select(Step.result).where(
        Step.conversation_id == chatter.conversation.id, Step.kind == "model", Step.ok.is_(False)
    )
    async with chatter.core.sessions() as session, session.begin():
        return list(await session.scalars(failed))


async def test_over_the_tokens_of_a_conversation_the_built_in_receptionist_goes_on(
    core: BookingCore, salon: DemoSalon
) -> None:
    await budget_of(core, salon, tokens_per_conversation=50)
    model = ScriptedModel(forever=lambda _: [Say("Which day? " * 40)])
    eve = Chatter(core, salon, model)
    assert (await eve.says("hello")).startswith("Which day?")
    assert (await eve.says(ASKS)).startswith(ANSWERED)
    assert len(model.heard) == 1
    other = Chatter(core, salon, model)
    assert (await other.says("hello")).startswith("Which day?")


async def test_over_the_tokens_of_the_day_everybodys_conversation_goes_on_without_models_until_tomorrow(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    await budget_of(core, salon, tokens_per_day=50)
    model = ScriptedModel(forever=lambda _: [Say("Which day? " * 40)])
    assert (await Chatter(core, salon, model).says("hello")).startswith("Which day?")
    assert (await Chatter(core, salon, model).says(ASKS)).startswith(ANSWERED)
    clock.advance(timedelta(days=1))
    assert (await Chatter(core, salon, model).says("hello")).startswith("Which day?")


async def test_over_the_tokens_of_an_address_only_those_behind_it_go_on_without_models(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    await budget_of(core, salon, tokens_per_address_and_day=50)
    model = ScriptedModel(forever=lambda _: [Say("Which day? " * 40)])

    async def hears(address: str | None) -> str:
        return (await Chatter(core, salon, model, address=address).says(ASKS))[:10]

    assert [await hears(one) for one in ("a", "a", "b", None)] == [
        "Which day?",
        ANSWERED[:10],
        *["Which day?"] * 2,
    ]
    clock.advance(timedelta(days=1))
    assert await hears("a") == "Which day?"


async def test_nothing_allowed_means_no_request_at_all(core: BookingCore, salon: DemoSalon) -> None:
    await budget_of(core, salon, tokens_per_day=0)
    model = ScriptedModel()
    assert (await Chatter(core, salon, model).says(ASKS)).startswith(ANSWERED)
    assert model.heard == []
