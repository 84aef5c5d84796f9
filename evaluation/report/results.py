"""The results of an evaluation as JSON: scores, what was violated, every trial, and what could not be held;
transcripts of failures."""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct

from evaluation.report.scores import Score, by_tag, score
from evaluation.runner import EvaluationPlan
from evaluation.trials.trial import NotHeld, Trial


class Results(Struct, frozen=True):
    """``model`` is who was judged; ``broken`` are invariants of the database that did not hold in the end;
    ``not_held`` are trials of which nothing is known."""

    model: str
    seed: int
    at: str
    trials: tuple[Trial, ...]
    broken: tuple[str, ...] = ()
    not_held: tuple[NotHeld, ...] = ()

    @classmethod
    def of(
        cls,
        model: str,
        plan: EvaluationPlan,
        at: str,
        ended: Sequence[Trial | NotHeld],
        broken: Sequence[str],
    ) -> "Results":
        """In the order of the plan; what is missing of it was not held, because the run ended first."""
        known = {(one.family, one.scenario, one.number): one for one in ended}
        places = [(scenario.family, scenario.name, number) for scenario, number in plan.places]
        of_plan = [known.get(place) or NotHeld(*place, why="the run ended first") for place in places]
        trials = tuple(one for one in of_plan if isinstance(one, Trial))
        not_held = tuple(one for one in of_plan if isinstance(one, NotHeld))
        return cls(model, plan.seed, at, trials, tuple(broken), not_held)

    @property
    def score(self) -> Score:
        return score(self.trials)

    @property
    def failed(self) -> list[Trial]:
        return [trial for trial in self.trials if not trial.passed]

    def below(self, at_least: Sequence[tuple[int, float]]) -> list[str]:
        """What is worse than it may be: pass^k under its threshold, and whatever must be zero and is not."""
        reached = self.score
        known = dict(enumerate(reached.pass_k, 1))
        low = [
            f"pass^{k} is {known[k]:.1%}, and should be at least {least:.1%}"
            if k in known
            else f"pass^{k} is not known: no scenario could be held so many times"
            for k, least in at_least
            if known.get(k, -1) < least
        ]
        not_zero = [
            f"{count} x {kind}, which must not happen" for kind, count in reached.violations.items() if count
        ]
        unknown = [f"not held: {len(self.not_held)}"] if self.not_held else []
        return [*low, *not_zero, *(f"a broken invariant: {what}" for what in self.broken), *unknown]

    def as_json(self) -> bytes:
        found: dict[str, Any] = {
            "model": self.model,
            "seed": self.seed,
            "at": self.at,
            "score": self.score,
            "by_tag": by_tag(self.trials),
            "broken_invariants": self.broken,
            "not_held": self.not_held,
            "trials": [_brief(trial) for trial in self.trials],
        }
        return msgspec.json.format(msgspec.json.encode(found), indent=1)


def _brief(trial: Trial) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(trial)
    told["passed"] = trial.passed
    return {name: value for name, value in told.items() if not (trial.passed and name == "transcript")}
