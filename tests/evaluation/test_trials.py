"""Real trials: the oracle, the built-in receptionist, a model that does all right, one that does all wrong,
and nobody."""

import random

import msgspec
import pytest
from redis.asyncio import Redis
from redis.exceptions import TimeoutError as RedisTimeout
from sqlalchemy.ext.asyncio import AsyncEngine

from agent.guided.receptionist import GuidedModel
from booking_core.errors import Unavailable
from evaluation.models import malicious
from evaluation.report.results import Results
from evaluation.runner import EvaluationContext, EvaluationPlan, evaluate
from evaluation.salon.oracle import Unsolvable
from evaluation.scenario_check import check
from evaluation.scenarios.customer_wishes import Wish
from evaluation.scenarios.scenario import Scenario
from evaluation.subjects import CLUMSY, GUIDED, MALICIOUS, NOBODY, SCRIPTED, ForTrial, Plain
from evaluation.trials.claims import false_claims
from evaluation.trials.faults import Faults
from evaluation.trials.trial import NotHeld, Trial
from evaluation.trials.trial_runner import Subject
from tests.attack.options import Sized
from tests.evaluation.conftest import Play

PLAIN = "booking_plain: a haircut with Dana tomorrow afternoon"
BUTTONS = "booking_plain: everything by buttons"
LOST = "slot_lost: the time chosen has just been taken"
CUT = "outage: cut off in the middle of every answer"
DIES = "disconnects: the worker dies in every turn"
STRANGER = "strangers: the whole list"
CANCELLED = "cancelling: a haircut is cancelled again"


def tell(trials: list[Trial]) -> list[str]:
    """What went wrong, for whoever reads a failing test."""
    return [f"{one.scenario}: {one.failures} {one.violations}" for one in trials if not one.passed]


async def test_the_built_in_receptionist_does_what_customers_want(play: Play) -> None:
    assert tell(await play(GUIDED, PLAIN, BUTTONS, LOST, DIES, STRANGER, CANCELLED)) == []


async def test_a_model_over_real_streams_does_too(play: Play) -> None:
    trials = await play(SCRIPTED, PLAIN, CUT)
    assert tell(trials) == []
    assert all(
        trial.engines.get("player")
        for trial in trials
        if trial.scenario != "cut off in the middle of every answer"
    )


async def test_a_clumsy_model_is_put_right(play: Play, size: Sized) -> None:
    """Whatever it guesses, forgets, repeats or calls too early, the customer's wish comes of it."""
    assert tell(await play(CLUMSY, PLAIN, CANCELLED, trials=size(3, 1))) == []


async def test_a_model_that_lies_and_pries_comes_to_nothing(play: Play) -> None:
    trials = await play(MALICIOUS, PLAIN, STRANGER, trials=2)
    assert [trial.violations for trial in trials] == [{}, {}, {}, {}]


async def test_a_lie_that_reached_the_customer_would_be_noticed() -> None:
    assert all(false_claims(lie, ()) for lie in malicious.LIES)


async def test_whoever_does_nothing_fails(play: Play) -> None:
    [trial] = await play(NOBODY, PLAIN)
    assert any(failure.startswith("missing: Haircut with Dana") for failure in trial.failures)


async def test_the_same_seed_gives_the_same_customer(play: Play) -> None:
    def words(trials: list[Trial]) -> list[str]:
        return [line.text for trial in trials for line in trial.transcript if line.who == "customer"]

    first, again, other = [words(await play(GUIDED, PLAIN, BUTTONS, seed=seed)) for seed in (7, 7, 8)]
    assert first == again
    assert first != other


def hiccups(times: int, scenario: str) -> ForTrial:
    """The built-in receptionist, on servers that do not answer the first so many times this scenario is
    played."""
    left = [times]

    def cast(played: Scenario, faults: Faults, rng: random.Random) -> Subject:
        if played.name == scenario and left[0]:
            left[0] -= 1
            raise RedisTimeout("Timeout reading from socket")
        return Plain(GuidedModel())

    return cast


async def test_one_hiccup_of_the_servers_costs_nothing(
    evaluations: EvaluationContext, scenarios: dict[str, Scenario]
) -> None:
    plan = EvaluationPlan((scenarios[PLAIN],))
    [trial] = await evaluate(evaluations, plan, hiccups(1, scenarios[PLAIN].name), lambda _: None)
    assert isinstance(trial, Trial)
    assert trial.passed


async def test_what_fails_twice_is_not_held_and_the_others_count(
    evaluations: EvaluationContext, scenarios: dict[str, Scenario]
) -> None:
    plan, ended = EvaluationPlan((scenarios[PLAIN], scenarios[BUTTONS]), jobs=1), list[Trial | NotHeld]()
    await evaluate(evaluations, plan, hiccups(2, scenarios[PLAIN].name), ended.append)
    results = Results.of(GUIDED, plan, "now", ended, [])
    assert [one.why for one in results.not_held] == ["TimeoutError: Timeout reading from socket"]
    assert [one.scenario for one in results.trials] == [scenarios[BUTTONS].name]
    assert results.below(()) == ["not held: 1"]


async def test_the_oracle_is_asked_again_where_the_servers_failed_it(
    engine: AsyncEngine, scenarios: dict[str, Scenario], redis: Redis
) -> None:
    async with Redis(host="127.0.0.1", port=1) as nobody_there:
        evaluation = EvaluationContext(engine, nobody_there)
        with pytest.raises(Unavailable):
            await evaluation.find_target(scenarios[PLAIN])
        evaluation.redis = redis
        assert not (await evaluation.find_target(scenarios[PLAIN])).changes_nothing


async def test_good_scenarios_pass_the_check(
    evaluations: EvaluationContext, scenarios: dict[str, Scenario]
) -> None:
    plan = EvaluationPlan(tuple(scenarios[name] for name in (PLAIN, LOST, STRANGER)))
    assert await check(evaluations, plan, lambda: None) == []


async def test_a_scenario_that_asks_for_nothing_is_found(
    evaluations: EvaluationContext, scenarios: dict[str, Scenario]
) -> None:

    empty = msgspec.structs.replace(scenarios[PLAIN], oracle=(), name="nothing")
    empty = msgspec.structs.replace(empty, hears=("Haircut|I see",))
    [wrong] = await check(evaluations, EvaluationPlan((empty,)), lambda: None)
    assert wrong.endswith("an agent that does nothing passes it")


async def test_what_the_oracle_cannot_do_is_unsolvable(
    evaluations: EvaluationContext, scenarios: dict[str, Scenario]
) -> None:

    at_night = Wish(service="Haircut", at="03:00")
    with pytest.raises(Unsolvable, match="nothing that suits is free"):
        await evaluations.find_target(
            msgspec.structs.replace(scenarios[PLAIN], oracle=(at_night,), name="at night")
        )
