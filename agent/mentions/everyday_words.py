"""Words that stand in many sentences of the languages we speak: they are never a slip of the fingers for a
name."""

import re
from functools import cache

from agent.assent import everyday_words
from agent.languages import LANGUAGES, words_in
from agent.languages.vocabulary.closed_classes import closed_words
from agent.languages.vocabulary.frequent_words import frequent_words

# Hebrew and Arabic write "for", "the" and "and" onto the word.
PREFIXED = re.compile(r"^(?:[ולהבשמכ]{1,2}(?=[\u05d0-\u05ea]{3})|و?ب?(?:ال|لل|ل)(?=[\u0621-\u064a]{2}))")


@cache
def all_everyday_words() -> frozenset[str]:
    """In lower case, of all languages together."""
    return frozenset(
        word for language in LANGUAGES for word in everyday_words(language) | words_in(language).own
    )


@cache
def ordinary_words() -> frozenset[str]:
    """In lower case, of all languages together: those of every day, what sentences are made with, and the
    commonest others."""
    return all_everyday_words() | frequent_words().union(*map(closed_words, LANGUAGES))


def is_ordinary(word: str) -> bool:
    """Whether a word in lower case is ordinary, as it stands or without what is written onto it."""
    return not ordinary_words().isdisjoint(forms(word))


def forms(word: str) -> tuple[str, ...]:
    """A word as it stands, and without what Hebrew and Arabic write onto it."""
    return (word,) if word.isascii() else (word, PREFIXED.sub("", word))
