"""Items of a sentence, the sentence they stand in, and what a rule is given of both."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from msgspec import Struct, field

from agent.when.values import Doubt
from agent.when.vocabulary.catalogue import Habits
from agent.when.vocabulary.time_vocabulary import TimeVocabulary

RuleResult = tuple[tuple[str, Any], ...] | None


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


def readings(kind: str, *values: Any) -> tuple[tuple[str, Any], ...]:
    """What a rule answers: one reading, or several of the same kind."""
    return tuple((kind, value) for value in values)
