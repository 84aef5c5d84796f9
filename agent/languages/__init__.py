"""The languages the receptionist speaks, one file each: English complete, the others for sentences, buttons
and everyday words."""

import re
from functools import cache
from importlib import import_module
from typing import Any

from agent.languages import phrases
from agent.languages.language import Sentences, Words
from agent.languages.patterns.remembered import remember
from agent.languages.trades import telling_words
from agent.languages.vocabulary.closed_classes import closed_words

LANGUAGES = ("en", "de", "fr", "es", "it", "he", "ar")
_SCRIPTS = {"he": re.compile("[\u05d0-\u05ea]{2}"), "ar": re.compile("[\u0621-\u064a]{2}")}
_WORD = re.compile(r"[^\W\d_]+")
# A sentence in another language has two of its words at least; a greeting or a yes is one word long.
_ENOUGH, _SHORT = 2, 3
# Shorter words are words of several languages: "am", "con", "la".
_TELLING = 4


def language_of(locale: str) -> str:
    """The language of a locale such as ``de_AT``; English where there is no catalogue."""
    language = locale.replace("-", "_").split("_")[0].lower()
    return language if language in LANGUAGES else "en"


def words_in(locale: str) -> Words:
    """What customers say in the language of a locale."""
    return _words(language_of(locale))


def sentences_in(locale: str) -> Sentences:
    """What the receptionist says in the language of a locale."""
    return _sentences(language_of(locale))


@remember
def locale_of_text(text: str, locale: str) -> str:
    """The locale to go on in: the language of the text where it is clearly another, else the one so far."""
    now = language_of(locale)
    for language, script in _SCRIPTS.items():
        if script.search(text):
            return locale if language == now else language
    told = [word.casefold() for word in _WORD.findall(text)]
    scores = {tag: _score(told, tag) for tag in LANGUAGES if tag not in _SCRIPTS}
    best = max(scores, key=lambda tag: scores[tag])
    is_word = any(len(word) >= _TELLING and word in _own_words(best) for word in told)
    is_clear = scores[best] >= _ENOUGH or (is_word and len(told) <= _SHORT)
    # The language so far has all of its small words: "un segundo, nada más" is no French for its "un". Those
    # of both languages tell nothing: English too has an "in" and an "am".
    alone = closed_words(now) - closed_words(best)
    small = {word for word in alone.intersection(told) if len(word) > 1}
    here = len(small | _own_words(now).intersection(told))
    return best if is_clear and best != now and scores[best] > here else locale


def _score(told: list[str], language: str) -> int:
    return len(_own_words(language).intersection(told))


@cache
def _own_words(language: str) -> frozenset[str]:
    # "Haircut l'11 dicembre": what a business calls its services in English is said in every language.
    return frozenset(_words(language).own) | (frozenset() if language == "en" else telling_words(language))


@cache
def _words(language: str) -> Words:
    words = import_module(f"agent.languages.{language}").WORDS
    assert isinstance(words, Words)  # noqa: S101 - every language module makes one
    return words


@cache
def _sentences(language: str) -> Sentences:
    own = import_module(f"agent.languages.{language}") if language != "en" else phrases
    return Sentences(_upper(own), _upper(phrases))


def _upper(module: Any) -> dict[str, Any]:
    return {name: value for name, value in vars(module).items() if name.isupper() and name != "WORDS"}
