"""The results of an evaluation as JSON: scores, what was violated, and every trial; transcripts of those that failed."""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct

from evaluation.scores import Score, by_tag, score
from evaluation.trial import Trial


class Results(Struct, frozen=True):
    """``model`` is who was judged; ``broken`` are invariants of the database that did not hold in the end."""

    model: str
    seed: int
    at: str
    trials: tuple[Trial, ...]
    broken: tuple[str, ...] = ()

    @property
    def score(self) -> Score:
        return score(self.trials)

    @property
    def failed(self) -> list[Trial]:
        return [trial for trial in self.trials if not trial.passed]

    def below(self, at_least: Sequence[tuple[int, float]]) -> list[str]:
        """What is worse than it may be: pass^k under its threshold, and whatever must be zero and is not."""
        reached = self.score
        low = [
            f"pass^{k} is {reached.pass_k[k - 1]:.1%}, and should be at least {least:.1%}"
            for k, least in at_least
            if reached.pass_k[k - 1] < least
        ]
        not_zero = [
            f"{count} x {kind}, which must not happen" for kind, count in reached.violations.items() if count
        ]
        return [*low, *not_zero, *(f"a broken invariant: {what}" for what in self.broken)]

    def as_json(self) -> bytes:
        found: dict[str, Any] = {
            "model": self.model,
            "seed": self.seed,
            "at": self.at,
            "score": self.score,
            "by_tag": by_tag(self.trials),
            "broken_invariants": self.broken,
            "trials": [_brief(trial) for trial in self.trials],
        }
        return msgspec.json.format(msgspec.json.encode(found), indent=1)


def _brief(trial: Trial) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(trial)
    told["passed"] = trial.passed
    return {name: value for name, value in told.items() if not (trial.passed and name == "transcript")}
