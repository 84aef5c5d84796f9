"""Scores: pass^k is the probability that k tries of a scenario all succeed, estimated without bias from n
tries, c of them good, as C(c, k) / C(n, k), and meant over scenarios (tau-bench, Yao et al. 2024, section
4)."""

import statistics
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import comb

from msgspec import Struct

from evaluation.trials.trial import ZEROS, Trial


class Score(Struct, frozen=True):
    """``pass_k[0]`` is pass^1. ``turns_to_book`` is the median of customer messages up to a booking."""

    scenarios: int
    trials: int
    pass_k: tuple[float, ...]
    turns_to_book: float | None
    violations: dict[str, int]


def score(trials: Sequence[Trial]) -> Score:
    by_scenario: dict[str, list[Trial]] = defaultdict(list)
    for trial in trials:
        by_scenario[f"{trial.family}: {trial.scenario}"].append(trial)
    most = max((len(of_one) for of_one in by_scenario.values()), default=0)
    tallies = [(len(of_one), sum(trial.passed for trial in of_one)) for of_one in by_scenario.values()]
    booked = [trial.turns_to_book for trial in trials if trial.turns_to_book is not None and trial.passed]
    return Score(
        len(by_scenario),
        len(trials),
        # A scenario of which a try could not be held tells nothing about that many.
        tuple(statistics.mean(all_of(k, n, c) for n, c in tallies if n >= k) for k in range(1, most + 1)),
        statistics.median(booked) if booked else None,
        {kind: sum(len(trial.violations.get(kind, ())) for trial in trials) for kind in ZEROS},
    )


def all_of(k: int, tries: int, good: int) -> float:
    """The probability that k tries taken from these are all good."""
    return comb(good, k) / comb(tries, k)


def by_tag(trials: Iterable[Trial]) -> Mapping[str, Score]:
    """A score for each family and each tag, in alphabetical order."""
    groups: dict[str, list[Trial]] = defaultdict(list)
    for trial in trials:
        for tag in {trial.family, *trial.tags}:
            groups[tag].append(trial)
    return {tag: score(groups[tag]) for tag in sorted(groups)}
