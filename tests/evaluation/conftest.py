"""Evaluations on the tests' own servers."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine

from evaluation.runner import House, Plan, evaluate
from evaluation.scenarios.files import scenarios_in
from evaluation.scenarios.scenario import Scenario
from evaluation.subjects import casting
from evaluation.trials.trial import NotHeld, Trial

EVALS = Path(__file__).resolve().parents[2] / "evals"
Play = Callable[..., Awaitable[list[Trial]]]


@pytest.fixture(scope="session")
def scenarios() -> dict[str, Scenario]:
    """All scenarios of the project by ``family: name``."""
    return {f"{one.family}: {one.name}": one for one in scenarios_in([EVALS])}


@pytest.fixture
def evaluations(engine: AsyncEngine, redis: Redis) -> House:
    return House(engine, redis)


@pytest.fixture
def play(evaluations: House, scenarios: dict[str, Scenario]) -> Play:
    async def played(model: str, *names: str, trials: int = 1, seed: int = 0) -> list[Trial]:
        plan = Plan(tuple(scenarios[name] for name in names), trials, jobs=2, seed=seed)
        async with casting(model, None) as subject:
            ended = await evaluate(evaluations, plan, subject, lambda _: None)
        assert not [one for one in ended if isinstance(one, NotHeld)]
        return [one for one in ended if isinstance(one, Trial)]

    return played
