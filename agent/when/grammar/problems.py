"""What is wrong with days and times that are wanted, in the words of the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from agent.when.constraints import DateRange, WhenProblem
from agent.when.grammar.engine.items import Item
from agent.when.grammar.intersections import unique
from agent.when.values import PAST, TOO_MUCH

_WANTED = {"DATE", "TIME", "HOURS", "WEEKDAYS", "NODAY", "NOTIME", "TOOMUCH"}
_COUNTED = {"DATE", "TIME", "HOURS", "WEEKDAYS", "NOT"}
# Days and hours nobody wants all of: every free time would be judged by each of them.
MOST_TOLD = 40
# Of a problem as much is quoted as names it.
LONGEST_WORDS = 60


def problems_of(
    items: Sequence[Item], dates: Sequence[DateRange], today: date, text: str
) -> tuple[WhenProblem, ...]:
    """What is wrong with the days and times that are wanted; of what is not wanted it does not matter."""
    doubts = [doubt for item in items if item.kind in _WANTED for doubt in item.doubts]
    found = [WhenProblem(doubt.kind, _words(text, doubt.start, doubt.end), doubt.days) for doubt in doubts]
    if dates and all(days.last is not None and days.last < today for days in dates):
        told = [item for item in items if item.kind == "DATE"]
        found.append(WhenProblem(PAST, _words(text, told[0].start, told[-1].end) if told else ""))
    if sum(item.kind in _COUNTED for item in items) > MOST_TOLD:
        found.append(WhenProblem(TOO_MUCH))
    return unique(found)


def _words(text: str, start: int, end: int) -> str:
    """What is quoted of a problem; a bracket that it opens, it closes."""
    words = text[start:end][:LONGEST_WORDS].strip()
    return f"{words})" if words.count("(") > words.count(")") else words
