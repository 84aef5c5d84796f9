"""Evaluations on the tests' own servers."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine

from evaluation.runner import EvaluationContext, EvaluationPlan, evaluate
from evaluation.scenarios.files import scenarios_in
from evaluation.scenarios.scenario import Scenario
from evaluation.subjects import open_subjects
from evaluation.trials.trial import NotHeld, Trial

EVALS = Path(__file__).resolve().parents[2] / "evals"
Play = Callable[..., Awaitable[list[Trial]]]


@pytest.fixture(scope="session")
def scenarios() -> dict[str, Scenario]:
    """All scenarios of the project by ``family: name``."""
    return {f"{one.family}: {one.name}": one for one in scenarios_in([EVALS])}


@pytest.fixture
def evaluations(engine: AsyncEngine, redis: Redis) -> EvaluationContext:
    return EvaluationContext(engine, redis)


@pytest.fixture
def play(evaluations: EvaluationContext, scenarios: dict[str, Scenario]) -> Play:
    async def play_trials(model: str, *names: str, trials: int = 1, seed: int = 0) -> list[Trial]:
        plan = EvaluationPlan(tuple(scenarios[name] for name in names), trials, jobs=2, seed=seed)
        async with open_subjects(model, None) as subject:
            ended = await evaluate(evaluations, plan, subject, lambda _: None)
        assert not [one for one in ended if isinstance(one, NotHeld)]
        return [one for one in ended if isinstance(one, Trial)]

    return play_trials
