"""A long pattern that is tried only on a text which has one of the strings that each of its matches needs.

Most patterns match nothing in most messages. That is sooner seen by the letters of a message, which all
patterns look at together, than by trying each pattern at each place of it. The method is that of RE2's
``FilteredRE2``.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from agent.languages.patterns.screen import Screen

# A shorter one is tried in the time that looking for its strings takes.
WORTH_IT = 80


class PrefilteredPattern:
    """What ``re.Pattern`` does with a text, with the same results."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.plain = pattern
        self._screen = Screen([(pattern, None)])

    def search(self, text: str) -> re.Match[str] | None:
        return self.plain.search(text) if self._screen.has_possible(text) else None

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self.plain.match(text, start) if self._screen.has_possible(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.plain.fullmatch(text) if self._screen.has_possible(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.plain.finditer(text) if self._screen.has_possible(text) else iter(())

    def sub(self, instead: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self.plain.sub(instead, text) if self._screen.has_possible(text) else text

    def split(self, text: str) -> list[Any]:
        return self.plain.split(text) if self._screen.has_possible(text) else [text]


AnyPattern = re.Pattern[str] | PrefilteredPattern


def prefilter(pattern: str, flags: int = 0) -> AnyPattern:
    """The pattern, compiled; as it is where it is short."""
    plain = re.compile(pattern, flags)
    return PrefilteredPattern(plain) if len(pattern) >= WORTH_IT else plain
