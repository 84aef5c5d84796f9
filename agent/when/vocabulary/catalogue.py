"""A language's words for time: phrases, and the kind and value each of them stands for.

A catalogue lists phrases separated by " | ". Phrases are compared without case, accents, hyphens and
apostrophes; the longest phrase wins.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct

from agent.when.vocabulary.spelling import is_misspelling

Meaning = tuple[tuple[str, Any], ...]

_SPELLINGS = str.maketrans({"ß": "ss", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ـ": None})


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """The word as catalogues compare it: lower case, without accents and points."""
    if word.isascii():
        return word.lower()
    split = unicodedata.normalize("NFKD", word.translate(_SPELLINGS).casefold())
    return "".join(letter for letter in split if not unicodedata.combining(letter))


class Habits(Struct, frozen=True):
    """How a language differs from English in ways the rules must know.

    half_before: half four is half past three. hour_words: the word for hours also makes a time of day ("à 4
    heures"). dot_ordinals: "14." is the fourteenth. joins_minutes: four and ten is ten past four.
    article_days: "le 14" is a day. ordinal_hours: the fourth hour is four o'clock. after_is_in: "after two
    weeks" is said of the day in two weeks. attributes_follow: a hairdo for the evening is "hairdo evening" or
    "hairdo of evening". prefixed_days: "at-14" is the fourteenth more often than two o'clock. capital_nouns:
    a word in small letters is no noun.
    """

    half_before: bool = False
    hour_words: bool = False
    dot_ordinals: bool = False
    joins_minutes: bool = False
    article_days: bool = False
    ordinal_hours: bool = False
    after_is_in: bool = False
    attributes_follow: bool = False
    prefixed_days: bool = False
    capital_nouns: bool = False


AS_IN_ENGLISH = Habits()


class TimeWords(Struct, frozen=True, kw_only=True):
    """The words of one language, as its file lists them.

    markers: marker -> phrases, words the grammar knows by name ("next", "after"). weekdays, months: Monday
    and January first, each with its phrases; weak ones (an abbreviation or a word that is also something
    else) count only next to something that makes them a date. prefixes: letter written onto the following
    word -> marker, for languages that do so. number_months: (number, month) -> words that are both ("sept").
    nothing: phrases that only look like time. counted: words that show a number before them counts things.
    measures: words that show one behind them to be a size, or the number of a telephone. day_articles: after
    which a number is a day ("el veintidós", "dal 15"), unlike those of hours ("las dos"). occasions: what an
    evening or a night is told of, not told as a time ("evening gown", "night out"). lookalikes: words that
    are no misspelling although they are close to one. plural_ending: how most plurals end, "" where capitals
    and endings tell nothing.
    """

    markers: Mapping[str, str]
    weekdays: Sequence[str]
    months: Sequence[str]
    units: Mapping[str, str]
    parts: Mapping[str, str]
    days: Mapping[int, str]
    numbers: Mapping[int, str]
    ordinals: Mapping[int, str]
    phrases: Mapping[str, Meaning] = {}
    weak_weekdays: Sequence[str] = ("",) * 7
    plural_weekdays: Sequence[str] = ("",) * 7
    plural_parts: Mapping[str, str] = {}
    weak_months: Sequence[str] = ("",) * 12
    number_months: Mapping[tuple[int, int], str] = {}
    seasons: Mapping[str, str] = {}
    holidays: Mapping[str, str] = {}
    soonest: str = ""
    earlier: str = ""
    later: str = ""
    nothing: str = ""
    counted: str = ""
    not_counted: str = ""
    measures: str = ""
    lookalikes: str = ""
    day_articles: str = ""
    occasions: str = ""
    prefixes: Mapping[str, str] = {}
    plural_ending: str = ""
    habits: Habits = AS_IN_ENGLISH


class TimeVocabulary:
    """The words of one language, to be looked up as they are written."""

    def __init__(self, words: TimeWords) -> None:
        self.habits, self.plural_ending = words.habits, words.plural_ending
        self.prefixes = dict(words.prefixes)
        self.counted = frozenset(_phrases(words.counted))
        self.not_counted = frozenset(_phrases(words.not_counted))
        self.measures = frozenset(_phrases(words.measures))
        self.day_articles = frozenset(_phrases(words.day_articles))
        self.occasions = frozenset(_phrases(words.occasions))
        self._lookalikes = frozenset(_phrases(words.lookalikes))
        self._starting: dict[str, list[tuple[tuple[str, ...], Meaning]]] = defaultdict(list)
        for kind, value, names in _entries(words):
            self._add(names, ((kind, value),))
        for names, meaning in words.phrases.items():
            self._add(names, meaning)
        self._add(words.nothing, (("word", None),))
        for choices in self._starting.values():
            choices.sort(key=lambda choice: -len(choice[0]))
        self._correctable = tuple(name for name in self._starting if self._is_correctable(name))
        self._correct = lru_cache(maxsize=4096)(self._find_correction)

    def longest(self, words: Sequence[str]) -> tuple[int, Meaning] | None:
        """How many of the words form the longest phrase at their beginning, and what it means."""
        for phrase, meaning in self._starting.get(words[0], ()):
            if tuple(words[: len(phrase)]) == phrase:
                return len(phrase), meaning
        return None

    def correct(self, word: str) -> str:
        """The word of this catalogue that the plain word is a misspelling of, or the word itself."""
        if len(word) < 5 or len(word) > 14 or word in self._starting or word in self._lookalikes:
            return word
        return str(self._correct(word))

    def _find_correction(self, word: str) -> str:
        return next((right for right in self._correctable if is_misspelling(word, right)), word)

    def _is_correctable(self, name: str) -> bool:
        kinds = {kind for phrase, meaning in self._starting[name] if len(phrase) == 1 for kind, _ in meaning}
        # Short names (March, sunny June) are too close to other words to be guessed at.
        return len(name) >= 6 and bool(kinds & {"WEEKDAY", "WEEKDAYS", "MONTH", "DAY", "PART"})

    def _add(self, names: str, meaning: Meaning) -> None:
        for name in _phrases(names):
            words = tuple(name.split())
            meanings = dict(self._starting[words[0]])
            if meanings.get(words, meaning) != meaning:
                raise ValueError(f"{name!r} means both {meanings[words]} and {meaning}")
            self._starting[words[0]] = [*(meanings | {words: meaning}).items()]


def _entries(words: TimeWords) -> Iterator[tuple[str, Any, str]]:
    """Each kind and value that has phrases of its own, and those phrases."""
    kinds: dict[str, Mapping[Any, str]] = {
        "NUMWORD": words.numbers,
        "ORDWORD": words.ordinals,
        "NUMMONTH": words.number_months,
        "WEAKMONTH": dict(enumerate(words.weak_months, start=1)),
        "MONTH": dict(enumerate(words.months, start=1)),
        "WEAKDAY": dict(enumerate(words.weak_weekdays)),
        "WEEKDAY": dict(enumerate(words.weekdays)),
        "WEEKDAYS": {frozenset({day}): names for day, names in enumerate(words.plural_weekdays)},
        "UNIT": words.units,
        "PART": words.parts,
        "PARTS": words.plural_parts,
        "DAY": words.days,
        "SEASON": words.seasons,
        "HOLIDAY": words.holidays,
        "SOONEST": {True: words.soonest},
        "RELATIVE": {"earlier": words.earlier, "later": words.later},
    }
    for kind, values in kinds.items():
        for value, names in values.items():
            yield kind, value, names
    for marker, names in words.markers.items():
        yield marker, marker, names


def _phrases(names: str) -> Iterable[str]:
    for name in names.split("|"):
        spaced = "".join(letter if letter.isalnum() else " " for letter in plain(name))
        if spaced.strip():
            yield " ".join(spaced.split())
