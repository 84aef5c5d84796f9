"""Patterns of rules: regular expressions over the kinds of items, each kind one letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from msgspec import Struct

from agent.when.grammar.engine.items import RuleResult

# Families of kinds a pattern may name together.
FAMILIES = {
    "NUM": ("INT", "NUMWORD"),
    "ORD": ("ORDINT", "ORDWORD", "DOTTEDINT"),
    "DAYNUM": ("INT", "ORDINT", "ORDWORD", "DOTTEDINT"),
    "ANYMONTH": ("MONTH", "WEAKMONTH"),
    # Words that may stand between a "not" and what it denies.
    "FILLER": ("filler", "for", "every", "some", "suggest"),
    "ANYDAY": ("WEEKDAY", "WEAKDAY"),
}


class GrammarRule(Struct, frozen=True):
    pattern: re.Pattern[str]
    names: tuple[str, ...]
    starts: frozenset[str]
    apply: Callable[..., RuleResult]


class _Letters(dict[str, str]):
    """The letter that stands for a kind in patterns; any letter a regular expression does not treat
    specially."""

    def __missing__(self, kind: str) -> str:
        return self.setdefault(kind, chr(0x4E00 + len(self)))


letter_of = _Letters().__getitem__


_ELEMENT = re.compile(r"(?:(?P<name>\w+)=)?(?P<kinds>[\w|]+)(?P<maybe>\??)")


def compile_pattern(pattern: str, function: Callable[..., RuleResult]) -> GrammarRule:
    """The rule of a pattern: kinds of item apart by blanks, ``a|b`` for either, ``?`` behind what may be
    missing. Raises ``ValueError`` for what is no pattern."""
    expression, is_open = "", True
    names: list[str] = []
    starts: set[str] = set()
    for written in pattern.split():
        element = _ELEMENT.fullmatch(written)
        if element is None:
            raise ValueError(f"not a pattern: {written!r} in {pattern!r}")
        letters = "".join(map(letter_of, _members(element["kinds"])))
        expression += f"([{letters}]){element['maybe']}"
        names.append(element["name"] or "")
        if is_open:
            starts.update(letters)
            is_open = bool(element["maybe"])
    return GrammarRule(re.compile(expression), tuple(names), frozenset(starts), function)


def _members(kinds: str) -> Iterable[str]:
    for kind in kinds.split("|"):
        yield from FAMILIES.get(kind, (kind,))
