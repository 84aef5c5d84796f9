"""The grammar's engine: patterns of kinds, rules that rewrite items, stages that run their rules over a
sentence.

A pattern is written the way it is said: lower-case words are markers ("next", "of", whatever words a language
uses for them), upper-case words are kinds that carry a value, `name=KIND` hands that value to the rule, `|`
means or and `?` means maybe:

    @stage.rule("the? day=ORD of? month=MONTH year=YEAR?")

Every item of a sentence is one letter (its kind), so a pattern is a regular expression over those letters.
Within a stage the longest match wins, from left to right; a rule that answers None lets the next one try.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from agent.when.values import Doubt
from agent.when.vocabulary.catalogue import Habits, TimeVocabulary

RuleResult = tuple[tuple[str, Any], ...] | None

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


class Item(Struct, frozen=True):
    """A word, number, mark or finished reading: its kind, value, and the characters start:end it stands for.

    doubts: what is wrong with it. Whatever a rule makes of doubtful items is doubtful too.
    """

    kind: str
    value: Any
    start: int
    end: int
    is_capital: bool = False
    text: str = ""
    doubts: tuple[Doubt, ...] = ()


class SentenceContext(Struct, frozen=True):
    """When and how a sentence was said. day_first: whether the day comes before the month in a date in
    numbers; None where that is unclear."""

    now: datetime
    catalogue: TimeVocabulary
    day_first: bool | None


class MatchContext(Struct):
    """Where a rule is being tried: the moment and language of the sentence, the items matched, those around
    them, and the whole sentence as the stage found it.

    unwanted: the name of an item of the match that is told and not wanted, so that it does not matter whether
    it can be.
    """

    spoken: SentenceContext
    left: Sequence[Item] = ()
    sentence: Sequence[Item] = ()
    right: Sequence[Item] = ()
    matched: Sequence[Item] = ()
    doubts: list[Doubt] = field(default_factory=list)
    unwanted: str = ""

    @property
    def now(self) -> datetime:
        return self.spoken.now

    @property
    def catalogue(self) -> TimeVocabulary:
        return self.spoken.catalogue

    @property
    def day_first(self) -> bool | None:
        return self.spoken.day_first

    @property
    def habits(self) -> Habits:
        return self.catalogue.habits

    def doubt(self, kind: str, *days: date) -> None:
        """Say of what the rule answers that it cannot be, or may mean other days."""
        self.doubts.append(Doubt(kind, days))

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def before(self) -> str:
        """The kind of the item before the match, or "" at the beginning."""
        return self.left[-1].kind if self.left else ""

    @property
    def after(self) -> str:
        """The kind of the item after the match, or "" at the end."""
        return self.right[0].kind if self.right else ""


class Rule(Struct, frozen=True):
    pattern: re.Pattern[str]
    names: tuple[str, ...]
    starts: frozenset[str]
    apply: Callable[..., RuleResult]


def readings(kind: str, *values: Any) -> tuple[tuple[str, Any], ...]:
    """What a rule answers: one reading, or several of the same kind."""
    return tuple((kind, value) for value in values)


class Stage:
    """Rules that are tried together, in one walk over the sentence."""

    def __init__(self) -> None:
        self._starting: dict[str, list[Rule]] = defaultdict(list)

    def rule(self, *patterns: str) -> Callable[[Callable[..., RuleResult]], Callable[..., RuleResult]]:
        """Declare a rule for each pattern. It is called with the place and what the patterns name; None
        refuses."""

        def declare(function: Callable[..., RuleResult]) -> Callable[..., RuleResult]:
            for pattern in patterns:
                made = _compile(pattern, function)
                for letter in made.starts:
                    self._starting[letter].append(made)
            return function

        return declare

    def rewrite(self, items: Sequence[Item], spoken: SentenceContext) -> list[Item]:
        letters = "".join([letter_of(item.kind) for item in items])
        if self._starting.keys().isdisjoint(letters):
            return list(items)
        done: list[Item] = []
        index = 0
        while index < len(items):
            if letters[index] not in self._starting:
                done.append(items[index])
                index += 1
                continue
            end, made = self._best(items, letters, index, MatchContext(spoken, done, items))
            done.extend(made)
            index = end
        return done

    def _best(
        self, items: Sequence[Item], letters: str, index: int, place: MatchContext
    ) -> tuple[int, Iterable[Item]]:
        candidates = self._starting[letters[index]]
        matches = [
            (match.end(), rule, match) for rule in candidates if (match := rule.pattern.match(letters, index))
        ]
        for end, rule, match in sorted(matches, key=lambda one: -one[0]):
            place.right, place.matched = items[end : end + 3], items[index:end]
            place.doubts, place.unwanted = [], ""
            made = rule.apply(place, **_captures(rule, match, items))
            if made is not None:
                first, last = items[index], items[end - 1]
                spread = (first.start, max(item.end for item in items[index:end]), first.is_capital)
                told = _index_to_ignore(rule, match, place.unwanted)
                wanted = [item for at, item in enumerate(items[index:end], index) if at != told]
                doubts = _doubts(wanted, place.doubts, *spread[:2])
                return end, [Item(kind, value, *spread, last.text, doubts) for kind, value in made]
        return index + 1, [items[index]]


def _index_to_ignore(rule: Rule, match: re.Match[str], name: str) -> int:
    """Where the item of that name stands; -1 for none."""
    return match.start(rule.names.index(name) + 1) if name else -1


def _doubts(read: Sequence[Item], raised: Sequence[Doubt], start: int, end: int) -> tuple[Doubt, ...]:
    """Those of the items a rule has read, and those it has raised."""
    inherited = [doubt for item in read for doubt in item.doubts]
    new = [replace(doubt, start=start, end=end) for doubt in raised]
    return tuple(dict.fromkeys([*inherited, *new]))


def _captures(rule: Rule, match: re.Match[str], items: Sequence[Item]) -> dict[str, Any]:
    return {
        name: items[match.start(group)].value
        for group, name in enumerate(rule.names, start=1)
        if name and match.start(group) >= 0 and match.end(group) > match.start(group)
    }


_LETTERS: dict[str, str] = {}


def letter_of(kind: str) -> str:
    """The letter that stands for a kind in patterns; any letter a regular expression does not treat
    specially."""
    return _LETTERS.setdefault(kind, chr(0x4E00 + len(_LETTERS)))


_ELEMENT = re.compile(r"(?:(?P<name>\w+)=)?(?P<kinds>[\w|]+)(?P<maybe>\??)")


def _compile(pattern: str, function: Callable[..., RuleResult]) -> Rule:
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
    return Rule(re.compile(expression), tuple(names), frozenset(starts), function)


def _members(kinds: str) -> Iterable[str]:
    for kind in kinds.split("|"):
        yield from FAMILIES.get(kind, (kind,))
