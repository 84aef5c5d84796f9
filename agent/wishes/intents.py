"""What a message is out for and what it asks about, by the words of a language."""

import re

from agent.languages import words_in
from agent.languages.language import Words
from agent.privacy.personal import BOOKING_CODES


def topic_in(words: Words, text: str) -> str:
    """What a lower-case text asks about; "" for nothing."""
    return _first_match("topics", words, text)


def intent_in(words: Words, text: str) -> str:
    """What a lower-case text is out for; "" for nothing. "Are you a real person?" asks for none."""
    about_others = re.sub(words.topics["self"], " ", re.sub(words_in("en").topics["self"], " ", text))
    return _first_match("intents", words, about_others)


def without_booking_codes(text: str) -> str:
    """In lower case, with "my appointment" for each booking code: "move KGHGJV to Friday" is a wish to move
    one."""
    return BOOKING_CODES.sub("my appointment", text).casefold().replace("’", "'")


def _first_match(kind: str, words: Words, text: str) -> str:
    """The first intent or topic whose words are said; whoever mixes in English is understood too."""
    own, english = getattr(words, kind), getattr(words_in("en"), kind)
    for patterns in (own,) if own is english else (own, english):
        found = next((key for key, pattern in patterns.items() if re.search(pattern, text)), "")
        if found:
            return found
    return ""
