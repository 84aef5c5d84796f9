"""What the owner has told, found by the words of its translation: the topics stand in the owner's language
alone, so that a question in another never meets "Notfall"."""

import re

from agent.languages import language_of
from agent.languages.texts.foreign_facts import fact_in
from agent.mentions.everyday_words import forms, is_ordinary
from agent.turn_context import TurnContext

WORDS = re.compile(r"[^\W\d_]{3,}")
# As much as two forms of a word have in common; Hebrew and Arabic write no vowels.
LEAST_IN_COMMON, WITHOUT_VOWELS, LEAST_CONSONANTS = 5, frozenset({"he", "ar"}), 3


def translated_fact(context: TurnContext) -> str | None:
    """The facts whose translation shares a word with the message that is in few sentences: those that share
    most. For a question that nothing else answers."""
    organization, language = context.catalogue.organization, language_of(context.locale)
    if language == language_of(organization.locale):
        return None
    least = LEAST_CONSONANTS if language in WITHOUT_VOWELS else LEAST_IN_COMMON
    asked = _telling_words(context.text, least)
    shared = {
        text: sum(
            any(_is_same(word, other, least) for other in _telling_words(text, least)) for word in asked
        )
        for text in organization.facts.values()
    }
    most = max(shared.values(), default=0)
    found = [text for text, count in shared.items() if count == most] if most else []
    # A word that stands in several facts says nothing of which is meant.
    return fact_in(found[0], context.locale, organization.locale) if len(found) == 1 else None


def _telling_words(text: str, least: int) -> set[str]:
    """The words of a text that do not stand in any other sentence as well, without what is written onto
    them."""
    words = {word.casefold() for word in WORDS.findall(text)}
    return {forms(word)[-1] for word in words if not is_ordinary(word) and len(forms(word)[-1]) >= least}


def _is_same(word: str, other: str, least: int) -> bool:
    """Whether two words begin alike: "emergency", "emergencies"."""
    common = next((at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), None)
    length = min(len(word), len(other)) if common is None else common
    return length >= least and length >= min(len(word), len(other)) - 1
