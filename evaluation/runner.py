"""An evaluation: every scenario, so many trials each, several conversations at once."""

import asyncio
import logging
import random
from collections.abc import Callable

from msgspec import Struct
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from booking_core.maintenance.invariants import violations
from evaluation.salon.oracle import ExpectedState, Unsolvable, solve
from evaluation.salon.stage import SalonStage, prepare_stage
from evaluation.scenarios.scenario import Scenario
from evaluation.subjects import ForTrial
from evaluation.trials.faults import Faults
from evaluation.trials.trial import NotHeld, Trial
from evaluation.trials.trial_runner import TrialRunner

LOG = logging.getLogger(__name__)
# A server that does not answer for a moment is no news about whoever is judged.
TRIES = 2


class EvaluationPlan(Struct, frozen=True):
    """What to play. The same ``seed`` gives the same customers."""

    scenarios: tuple[Scenario, ...]
    trials: int = 1
    jobs: int = 4
    seed: int = 0

    @property
    def places(self) -> list[tuple[Scenario, int]]:
        """Each scenario with each number of its trials, in order."""
        return [(scenario, number) for scenario in self.scenarios for number in range(self.trials)]


class EvaluationContext:
    """The servers the trials are played on; every trial has an organization and a clock of its own."""

    def __init__(self, engine: AsyncEngine, redis: Redis) -> None:
        self.engine = engine
        self.redis = redis
        self._targets: dict[str, asyncio.Task[ExpectedState]] = {}

    async def find_target(self, scenario: Scenario) -> ExpectedState:
        """What the oracle leaves behind, found out once; again where the servers failed it. Raises
        ``Unsolvable``."""
        key = f"{scenario.family}: {scenario.name}"
        known = self._targets.get(key)
        if known is None or (known.done() and not _is_an_answer(known)):
            known = self._targets[key] = asyncio.create_task(self._solve(scenario))
        return await known

    async def play(self, scenario: Scenario, subject: ForTrial, number: int, seed: int) -> Trial:
        target = await self.find_target(scenario)
        stage = await prepare_stage(self.engine, self.redis, scenario)
        # One stream of chance for each trial, so that none depends on what ran beside it.
        rng = random.Random(f"{seed}/{scenario.family}/{scenario.name}/{number}")  # noqa: S311 - plays, guards nothing
        runner = TrialRunner(scenario, stage, subject(scenario, Faults(scenario, stage), rng), rng)
        return await runner.play(target, number)

    async def broken_invariants(self) -> list[str]:
        """What is wrong in the tables after all of it."""
        async with AsyncSession(self.engine) as session:
            return [f"{one.invariant}: {one.what}" for one in await violations(session)]

    async def solve(self, scenario: Scenario) -> tuple[SalonStage, ExpectedState]:
        """The oracle's operations on a salon of their own. Raises ``Unsolvable``."""
        stage = await prepare_stage(self.engine, self.redis, scenario)
        return stage, await solve(stage, scenario)

    async def _solve(self, scenario: Scenario) -> ExpectedState:
        _, target = await self.solve(scenario)
        return target


def _is_an_answer(solving: asyncio.Task[ExpectedState]) -> bool:
    return not solving.cancelled() and isinstance(solving.exception(), Unsolvable | None)


async def evaluate(
    evaluation: EvaluationContext,
    plan: EvaluationPlan,
    subject: ForTrial,
    done: Callable[[Trial | NotHeld], None],
) -> list[Trial | NotHeld]:
    """Play everything; ``done`` is told of each trial as it ends. The trials come back in the order of the
    plan."""
    free = asyncio.Semaphore(plan.jobs)
    await _must_all_be_solvable(evaluation, plan, free)

    async def play(scenario: Scenario, number: int) -> Trial | NotHeld:
        async with free:
            trial = await _play_trial(evaluation, scenario, subject, number, plan.seed)
        done(trial)
        return trial

    return list(await asyncio.gather(*(play(scenario, number) for scenario, number in plan.places)))


async def _play_trial(
    evaluation: EvaluationContext, scenario: Scenario, subject: ForTrial, number: int, seed: int
) -> Trial | NotHeld:
    """The trial, on a fresh stage once more where the first one broke down: one hiccup of the servers costs
    no run."""
    why = ""
    for _ in range(TRIES):
        try:
            return await evaluation.play(scenario, subject, number, seed)
        except Exception as error:
            why = f"{type(error).__name__}: {error}"
            LOG.warning("%s: %s, trial %d broke down: %s", scenario.family, scenario.name, number, why)
    return NotHeld(scenario.family, scenario.name, number, why)


async def _must_all_be_solvable(
    evaluation: EvaluationContext, plan: EvaluationPlan, free: asyncio.Semaphore
) -> None:
    """Raises ``Unsolvable`` with everything the oracle cannot do, before anybody is judged by it."""

    async def solve(scenario: Scenario) -> None:
        async with free:
            await evaluation.find_target(scenario)

    # Where servers fail the oracle, it is asked again when the scenario is played.
    outcomes = await asyncio.gather(*map(solve, plan.scenarios), return_exceptions=True)
    if unsolvable := [str(outcome) for outcome in outcomes if isinstance(outcome, Unsolvable)]:
        raise Unsolvable("\n".join(unsolvable))
