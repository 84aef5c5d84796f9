"""A first look at a text, which tells which of many long patterns are worth trying on it.

Of every pattern strings are known of which each of its matches has one. They follow from the pattern itself,
never from a list beside it: a pattern that is changed is screened by what it has become. Where a text has
none of them the pattern cannot match, and is not tried.
"""

import re
from collections.abc import Collection, Sequence
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar
from weakref import WeakSet

from agent.languages.patterns.remembered import remember
from agent.languages.patterns.required import ANY_DIGIT, SAME_LETTERS, required_strings

T = TypeVar("T")
# So many letters of each string are looked up; then the whole of it is.
_LOOKED_UP = 3
_DIGIT = re.compile(r"\d")
Candidates = list[tuple[str, int]]


class _Strings(NamedTuple):
    """Required strings with the place of their pattern: ``by_letters`` those that are looked up by some of
    their letters, ``short`` those that have too few; ``always`` are patterns of which nothing is known."""

    always: list[int]
    short: Candidates
    by_letters: dict[str, Candidates]


class Screen(Generic[T]):
    """``patterns`` with what is to be done with what they find."""

    def __init__(self, patterns: Sequence[tuple[re.Pattern[str], T]]) -> None:
        self._patterns = patterns
        _SCREENS.add(self)

    def possible(self, text: str) -> list[tuple[re.Pattern[str], T]]:
        """Those that may match somewhere in the text, in their order; no other does."""
        strings = self._strings
        read, letters = _look_at(text)
        places = set(strings.always)
        places.update([place for string, place in strings.short if string in read])
        for found in strings.by_letters.keys() & letters:
            places.update([place for string, place in strings.by_letters[found] if string in read])
        return [self._patterns[place] for place in sorted(places)]

    def has_possible(self, text: str) -> bool:
        """Whether any of them may match."""
        strings = self._strings
        if strings.always:
            return True
        read, letters = _look_at(text)
        if not strings.by_letters.keys().isdisjoint(letters):
            for found in strings.by_letters.keys() & letters:
                if any(string in read for string, _ in strings.by_letters[found]):
                    return True
        return any(string in read for string, _ in strings.short)

    @cached_property
    def _strings(self) -> _Strings:
        """Made when first asked for, or by ``prepare_screens``: most commands read no text."""
        strings = _Strings([], [], {})
        for place, (pattern, _) in enumerate(self._patterns):
            required = required_strings(pattern)
            if required is None:
                strings.always.append(place)
            for string in sorted({_as_compared(one) for one in required or ()}):
                if len(string) < _LOOKED_UP:
                    strings.short.append((string, place))
                else:
                    letters = _letters_of(string, strings.by_letters)
                    strings.by_letters.setdefault(letters, []).append((string, place))
        return strings


_SCREENS: WeakSet[Screen[Any]] = WeakSet()


def prepare_screens() -> None:
    """For a process that reads what people write: take the patterns apart before the first of them waits."""
    for screen in list(_SCREENS):
        screen.possible("")


def _letters_of(string: str, known: Collection[str]) -> str:
    """The letters by which a string is looked up: some that are looked up anyway, else the last, which fewer
    words share than the first."""
    all_letters = [string[at : at + _LOOKED_UP] for at in range(len(string) - _LOOKED_UP + 1)]
    return next((letters for letters in all_letters if letters in known), all_letters[-1])


@remember
def _look_at(text: str) -> tuple[str, frozenset[str]]:
    """A text as it is compared, and all letters that stand beside each other in it: one screen after the
    other looks at the same text."""
    read = _as_compared(text)
    return read, frozenset([read[at : at + _LOOKED_UP] for at in range(len(read) - _LOOKED_UP + 1)])


def _as_compared(text: str) -> str:
    """Where case is ignored, letters match that are one letter here; all digits are one."""
    text = _DIGIT.sub(ANY_DIGIT, text)
    return text.lower() if text.isascii() else text.translate(SAME_LETTERS).lower().translate(SAME_LETTERS)
