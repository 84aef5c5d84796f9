"""Are the scenarios good? Each must be solved by the oracle, and failed by an agent that does nothing, unless
nothing is right."""

import asyncio
from collections.abc import Callable

from evaluation.runner import EvaluationContext, EvaluationPlan
from evaluation.salon.oracle import ExpectedState
from evaluation.salon.records import differences, records
from evaluation.scenarios.scenario import Scenario
from evaluation.subjects import NOBODY, open_subjects


async def check(evaluation: EvaluationContext, plan: EvaluationPlan, done: Callable[[], None]) -> list[str]:
    """What is wrong with the scenarios, in words. Raises ``Unsolvable`` for what the oracle cannot do."""
    free = asyncio.Semaphore(plan.jobs)

    async def check_one(scenario: Scenario) -> list[str]:
        async with free:
            wrong = [
                *await _check_by_oracle(evaluation, scenario),
                *await _check_by_nobody(evaluation, plan, scenario),
            ]
        done()
        return [f"{scenario.family}: {scenario.name}: {what}" for what in wrong]

    found = await asyncio.gather(*map(check_one, plan.scenarios))
    return [what for of_one in found for what in of_one]


async def _check_by_oracle(evaluation: EvaluationContext, scenario: Scenario) -> list[str]:
    """Done a second time, on another salon, the oracle's operations lead to the same target."""
    target = await evaluation.find_target(scenario)
    stage, _ = await evaluation.solve(scenario)
    async with stage.core.sessions() as session:
        return differences(target.on(stage), await records(session, stage))


async def _check_by_nobody(
    evaluation: EvaluationContext, plan: EvaluationPlan, scenario: Scenario
) -> list[str]:
    target: ExpectedState = await evaluation.find_target(scenario)
    async with open_subjects(NOBODY, None) as subject:
        trial = await evaluation.play(scenario, subject, 0, plan.seed)
    asks_for_nothing = target.changes_nothing and not scenario.hears and not scenario.handed_over
    if trial.passed and not asks_for_nothing:
        return ["an agent that does nothing passes it"]
    return []
