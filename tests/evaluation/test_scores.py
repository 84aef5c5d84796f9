"""pass^k by its formula, and what counts as too low."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.report.results import Results
from evaluation.report.scores import all_of, by_tag, score
from evaluation.trials.trial import LEAK, Trial


def trial(
    scenario: str = "one", number: int = 0, *, failed: bool = False, leaks: int = 0, turns: int = 4
) -> Trial:
    failures = ("missing",) if failed else ()
    violations = {LEAK: ("secret",) * leaks} if leaks else {}
    return Trial("plain", scenario, ("tag",), number, failures, violations, turns, turns, {}, ())


@given(st.integers(1, 7).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n), st.integers(1, n))))
def test_pass_k_is_the_share_of_k_tries_that_are_all_good(case: tuple[int, int, int]) -> None:
    tries, good, k = case
    drawn = list(combinations([True] * good + [False] * (tries - good), k))
    assert all_of(k, tries, good) == pytest.approx(sum(map(all, drawn)) / len(drawn))


def test_scenarios_count_alike() -> None:
    trials = [trial("good"), trial("good", 1), trial("half"), trial("half", 1, failed=True)]
    assert score(trials).pass_k == (0.75, 0.5)


def test_a_violation_fails_a_trial() -> None:
    assert score([trial(leaks=1)]).pass_k == (0.0,)


def test_turns_are_those_of_bookings_that_succeeded() -> None:
    assert (
        score([trial(turns=3), trial("two", turns=5), trial("three", failed=True, turns=12)]).turns_to_book
        == 4
    )


def test_a_trial_counts_for_its_family_and_for_each_tag() -> None:
    assert set(by_tag([trial()])) == {"plain", "tag"}


def test_too_low_is_said_and_so_is_what_must_be_zero() -> None:
    results = Results("guided", 0, "now", (trial(), trial("two", failed=True), trial("three", leaks=2)))
    assert results.below([(1, 0.95)]) == [
        "pass^1 is 33.3%, and should be at least 95.0%",
        "2 x leak, which must not happen",
    ]


def test_good_enough_is_not_complained_about() -> None:
    assert Results("guided", 0, "now", (trial(),)).below([(1, 1.0)]) == []
