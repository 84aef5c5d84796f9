"""Reminders."""

from tests.attack.broken.notices import reminders
from tests.attack.mutants.mutant import Mutant

TIMES = "tests/booking_core/notices/test_reminder_times.py"
REMINDERS = "tests/booking_core/notices/test_reminders.py"
LETTER = "tests/agent/letters/texts/test_text_reminders.py"

MUTANTS = (
    Mutant(
        "reminders go at night", (f"{TIMES}::test_it_is_due_so_long",), (), reminders.nights_are_like_days
    ),
    Mutant(
        "late bookers are reminded",
        (f"{REMINDERS}::test_what_is_booked_inside",),
        (),
        reminders.late_bookers_are_reminded,
    ),
    Mutant(
        "reminders of another time are sent",
        (f"{LETTER}::test_a_reminder_of_another_time",),
        (),
        reminders.what_was_moved_is_sent,
    ),
    Mutant(
        "each look is another reminder",
        (f"{REMINDERS}::test_each_goes_once",),
        (),
        reminders.each_look_is_another_letter,
    ),
)
