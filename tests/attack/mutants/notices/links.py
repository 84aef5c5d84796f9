"""Links of appointments, and the page behind them."""

from tests.attack.broken.notices import links
from tests.attack.mutants.mutant import Mutant

LINKS, CHATTING = "tests/web/manage/test_links.py", "tests/web/manage/test_chatting.py"
API = "tests/web/api/booking/test_manage_url.py"

MUTANTS = (
    Mutant("any signature opens a link", (f"{LINKS}::test_nothing_is_done",), (), links.anybody_signs),
    Mutant(
        "replaced links stay good",
        (f"{LINKS}::test_a_replaced_link",),
        (),
        links.replaced_links_stay_good,
    ),
    Mutant(
        "a link of no appointment is answered sooner",
        (f"{LINKS}::test_every_link_that_leads_nowhere",),
        (),
        links.only_known_appointments_are_signed_for,
    ),
    Mutant("nobody counts tries", (f"{LINKS}::test_whoever_asks_too_often",), (), links.nobody_counts_tries),
    Mutant(
        "whoever may only read is given links",
        (f"{API}::test_only_whoever_may_change",),
        (),
        links.readers_are_given_links,
    ),
    Mutant(
        "the chat shows what was said to whoever has the link",
        (f"{CHATTING}::test_what_was_said", f"{CHATTING}::test_a_conversation_that_booked"),
        (),
        links.the_chat_shows_what_was_said,
    ),
)
