"""What browsers get: markup, framing and streams."""

from tests.attack.broken import pages
from tests.attack.mutants.mutant import Mutant

STREAMS = "turns/test_streams.py"
SLOW_CLIENTS = "turns/test_slow_clients.py"
WORDS = "tests/journeys/pages/test_hostile_words.py"
FRAMING = "tests/journeys/pages/test_framing.py"
GAPS = "tests/journeys/conversations/test_interruptions.py::test_what_was_missed"


MUTANTS = (
    Mutant("words become markup", (WORDS,), (), pages.words_become_markup),
    Mutant(
        "words become markup and no policy forbids it",
        (WORDS,),
        (),
        pages.words_become_markup_and_nothing_is_forbidden,
    ),
    Mutant("the console escapes nothing", (WORDS,), (), pages.the_console_escapes_nothing),
    Mutant(
        "any website may frame the chat", (f"{FRAMING}::test_only_the_named",), (), pages.any_site_may_frame
    ),
    Mutant(
        "the chat hears whoever begins like its host",
        (f"{FRAMING}::test_a_parent_whose_name_begins",),
        (),
        pages.of_the_widget("chat/page/bridge.js", "origin === host", "origin.startsWith(host)"),
    ),
    Mutant(
        "the launcher hears whoever begins like us",
        (f"{FRAMING}::test_a_frame_that_became",),
        (),
        pages.of_the_widget("embed/chat.js", "origin !== home.origin", "!origin.startsWith(home.origin)"),
    ),
    Mutant(
        "whoever never reads is waited for",
        (f"{SLOW_CLIENTS}::test_whoever_never",),
        (),
        pages.nobody_is_hung_up_on,
    ),
    Mutant("streams start over", (f"{STREAMS}::test_cut_off",), (), pages.readers_start_over),
    Mutant(
        "notifications are believed whatever they follow",
        (f"{STREAMS}::test_what_nobody_heard",),
        (),
        pages.notifications_are_believed,
    ),
    Mutant("lost cursors are believed", (f"{STREAMS}::test_cut_off",), (), pages.lost_cursors_are_believed),
    Mutant(
        "the page overlooks gaps",
        (GAPS,),
        (),
        pages.of_the_widget("chat/conversation/conversation.js", "seq !== message.seq + 1", "false"),
    ),
)
