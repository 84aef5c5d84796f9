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
from typing import Any

from msgspec.structs import replace

from agent.when.grammar.engine.items import Item, MatchContext, RuleResult, SentenceContext
from agent.when.grammar.engine.patterns import GrammarRule, compile_pattern, letter_of
from agent.when.values import Doubt


class RuleStage:
    """Rules that are tried together, in one walk over the sentence."""

    def __init__(self) -> None:
        self._starting: dict[str, list[GrammarRule]] = defaultdict(list)

    def rule(self, *patterns: str) -> Callable[[Callable[..., RuleResult]], Callable[..., RuleResult]]:
        """Declare a rule for each pattern. It is called with the place and what the patterns name; None
        refuses."""

        def declare(function: Callable[..., RuleResult]) -> Callable[..., RuleResult]:
            for pattern in patterns:
                made = compile_pattern(pattern, function)
                for letter in made.starts:
                    self._starting[letter].append(made)
            return function

        return declare

    def rewrite(self, items: Sequence[Item], spoken: SentenceContext) -> list[Item]:
        """The items with every run that a rule of this stage fits replaced by what the rule makes of it, from
        left to right; the longest fit wins."""
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


def _index_to_ignore(rule: GrammarRule, match: re.Match[str], name: str) -> int:
    """Where the item of that name stands; -1 for none."""
    return match.start(rule.names.index(name) + 1) if name else -1


def _doubts(read: Sequence[Item], raised: Sequence[Doubt], start: int, end: int) -> tuple[Doubt, ...]:
    """Those of the items a rule has read, and those it has raised."""
    inherited = [doubt for item in read for doubt in item.doubts]
    new = [replace(doubt, start=start, end=end) for doubt in raised]
    return tuple(dict.fromkeys([*inherited, *new]))


def _captures(rule: GrammarRule, match: re.Match[str], items: Sequence[Item]) -> dict[str, Any]:
    return {
        name: items[match.start(group)].value
        for group, name in enumerate(rule.names, start=1)
        if name and match.start(group) >= 0 and match.end(group) > match.start(group)
    }
