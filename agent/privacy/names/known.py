"""Which words many bear as a name, and which nobody does."""

import re

from agent.languages import LANGUAGES, words_in
from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.given_names import listed_names, listed_surnames, ordinary_names
from agent.privacy.names.scripted import is_scripted_name
from agent.privacy.names.words import COMMON_NOUNS, STOPS

SCRIPT_WITHOUT_CAPITALS = re.compile("[\u0590-\u07ff]")
_OWN_WORDS = frozenset().union(*(words_in(language).own for language in LANGUAGES))
NEVER = STOPS | _OWN_WORDS | CALENDAR_WORDS


def is_surname(*said: str) -> bool:
    return any(word in listed_surnames() and word not in NEVER for word in said)


def is_given(folded: str) -> bool:
    return folded in listed_names() and folded not in COMMON_NOUNS and folded not in NEVER


def is_known_name(folded: str) -> bool:
    """A name that many bear, if only its place tells it from another word."""
    is_one = folded in listed_names() or folded in ordinary_names() or folded in listed_surnames()
    if SCRIPT_WITHOUT_CAPITALS.match(folded):
        is_one = is_one or is_scripted_name(folded)
    return is_one and folded not in COMMON_NOUNS and folded not in NEVER
