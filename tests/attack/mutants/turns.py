"""Turns: fences, stops and what is told."""

from tests.attack.broken import turns
from tests.attack.mutants.mutant import Mutant

STOPS = "turns/test_stops.py"
FENCES = "turns/test_fences.py"


MUTANTS = (
    Mutant("deeds pass no fence", (STOPS, FENCES), (), turns.deeds_pass_no_fence),
    Mutant(
        "deeds are told afterwards",
        (f"{STOPS}::test_a_deed_that_is_stopped",),
        (),
        turns.deeds_are_told_afterwards,
    ),
    Mutant(
        "whoever came first keeps the worker",
        ("turns/test_busy_workers.py",),
        (),
        turns.whoever_came_first_keeps_the_worker,
    ),
    Mutant("tools pass no fence", (FENCES,), (), turns.tools_pass_no_fence),
)
