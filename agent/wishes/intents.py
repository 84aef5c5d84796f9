"""What a message is out for and what it asks about, by the words of a language."""

from collections.abc import Sequence

from agent.languages import words_in
from agent.languages.language import Words
from agent.languages.patterns.compiled import compiled
from agent.mentions.changes_told import (
    asks_for_no_change,
    supposes_change,
    without_refused_change,
)
from agent.privacy.personal import BOOKING_CODES

CHANGES = ("cancel", "move")


def topic_in(words: Words, text: str) -> str:
    """What a lower-case text asks about; "" for nothing."""
    found = _first_match("topics", words, text)
    is_supposed = not found and intent_words(words, text) in CHANGES and supposes_change(text, words.tag)
    return "policy" if is_supposed else found


def intent_words(words: Words, text: str) -> str:
    """The intent whose words stand in a lower-case text, whatever is said of it."""
    return _first_match("intents", words, text)


def intent_in(words: Words, text: str) -> str:
    """What a lower-case text is out for; "" for nothing. "Are you a real person?" asks for none."""
    about_others = compiled(words.topics["self"]).sub(
        " ", compiled(words_in("en").topics["self"]).sub(" ", text)
    )
    found = _first_match("intents", words, about_others)
    if found not in CHANGES or not asks_for_no_change(text, words.tag):
        return found
    # "They cancelled my train", "do not cancel it": words of a change that ask for none. "Move it instead of
    # cancelling" asks for the other.
    (other,) = (one for one in CHANGES if one != found)
    left = without_refused_change(about_others, words.tag)
    return _first_match("intents", words, left, (found,)) or _first_match("intents", words, left, (other,))


def without_booking_codes(text: str) -> str:
    """In lower case, with "my appointment" for each booking code: "move KGHGJV to Friday" is a wish to move
    one."""
    return BOOKING_CODES.sub("my appointment", text).casefold().replace("’", "'")


def _first_match(kind: str, words: Words, text: str, among: Sequence[str] = ()) -> str:
    """The first intent or topic, ``among`` these, whose words are said; whoever mixes in English is
    understood too."""
    own, english = getattr(words, kind), getattr(words_in("en"), kind)
    for patterns in (own,) if own is english else (own, english):
        looked_for = {key: one for key, one in patterns.items() if not among or key in among}
        found = next((key for key, pattern in looked_for.items() if compiled(pattern).search(text)), "")
        if found:
            return found
    return ""
