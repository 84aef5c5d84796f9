"""Turns: fences, stops and what is told."""

from tests.attack.broken import distress, turns, words
from tests.attack.broken.understanding import sheets
from tests.attack.mutants.mutant import Mutant

STOPS = "turns/test_stops.py"
FENCES = "turns/fences/test_fences.py"
SHEETS = "tests/agent/consent/test_sheets.py"


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
    Mutant(
        "deeds other than bookings may be told undone",
        ("turns/test_untrue_words.py::test_no_deed",),
        (),
        words.only_bookings_are_guarded,
    ),
    Mutant(
        "a model may make up amounts",
        ("turns/test_untrue_words.py::test_no_amount",),
        (),
        words.amounts_are_made_up,
    ),
    Mutant(
        "a reply is read by the pieces it comes in",
        ("tests/agent/models/test_prose.py::test_a_reply_in_any_two_pieces",),
        (),
        words.replies_are_read_by_their_pieces,
    ),
    Mutant(
        "every form is agreed to",
        (f"{SHEETS}::test_a_form_that_is_not_agreed_to",),
        (),
        sheets.every_form_is_agreed_to,
    ),
    Mutant(
        "a sheet may show something else",
        (f"{SHEETS}::test_a_hold_that_is_not_as_shown",),
        (),
        sheets.a_sheet_may_show_something_else,
    ),
    Mutant(
        "distress is not seen",
        ("turns/test_distress.py::test_nothing_is_booked_and_nothing_is_lost",),
        (),
        distress.distress_is_not_seen,
    ),
    Mutant(
        "what is unsure is not seen",
        ("turns/test_distress.py::test_what_is_unsure_costs_no_booking_and_makes_none",),
        (),
        distress.what_is_unsure_is_not_seen,
    ),
    Mutant(
        "what is unsure ends the turn",
        ("turns/test_distress.py::test_a_wish_beside_what_is_unsure_is_heard",),
        (),
        distress.what_is_unsure_ends_the_turn,
    ),
    Mutant(
        "a yes after distress counts",
        ("turns/test_distress.py::test_nothing_is_booked_and_nothing_is_lost",),
        (),
        distress.a_yes_after_distress_counts,
    ),
)
