"""Text messages, and times that cannot be kept."""

from tests.attack.broken.notices import texts
from tests.attack.mutants.mutant import Mutant

SENDING, INBOUND = "tests/agent/letters/texts/test_text_messages.py", "tests/web/texts/test_inbound.py"
SIGNED = "tests/booking_core/notices/texts/test_inbound.py"
DISPLACED = "tests/web/manage/test_displaced.py"

MUTANTS = (
    Mutant("nobody hears STOP", (f"{INBOUND}::test_stop_and_start",), (), texts.nobody_hears_stop),
    Mutant(
        "any number is a mobile",
        ("tests/agent/letters/texts/test_text_numbers.py::test_what_costs_a_multiple",),
        (),
        texts.any_number_is_a_mobile,
    ),
    Mutant("STOP is forgotten", (f"{SENDING}::test_whoever_said_stop",), (), texts.stop_is_forgotten),
    Mutant(
        "what may have gone goes again",
        (f"{SENDING}::test_who_sends_repeats",),
        (),
        texts.what_may_have_gone_goes_again,
    ),
    Mutant("anybody is the provider", (f"{SIGNED}::test_what_is_not",), (), texts.anybody_is_the_provider),
    Mutant(
        "whoever is asked for another time is bound as ever",
        (f"{DISPLACED}::test_whoever_chose",),
        (),
        texts.whoever_is_asked_is_bound,
    ),
)
