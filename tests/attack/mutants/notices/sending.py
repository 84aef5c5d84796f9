"""The way of notices from the outbox to their readers."""

from tests.attack.broken.notices import sending
from tests.attack.mutants.mutant import Mutant

KILLED = "outages/notices/test_killed_senders.py::test_every_notice"

MUTANTS = (
    Mutant("replaced letters are sent", (KILLED,), (), sending.replaced_letters_are_sent),
    Mutant("letters of an appointment have no order", (KILLED,), (), sending.letters_have_no_order),
    Mutant("each try is another letter", (KILLED,), (), sending.each_try_is_another_letter),
)
