"""The words of one language, to be looked up as they are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from agent.when.vocabulary.catalogue import Meaning, TimeWords, plain
from agent.when.vocabulary.spelling import is_misspelling


class TimeVocabulary:
    """The words of one language, to be looked up as they are written."""

    def __init__(self, words: TimeWords) -> None:
        self.habits, self.plural_ending = words.habits, words.plural_ending
        self.prefixes = dict(words.prefixes)
        self.shorthand = dict(words.shorthand)
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
