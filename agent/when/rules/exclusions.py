"""What does not suit: "not Monday", "no mornings", "I can't do the 14th", "except Fridays", "Tuesday doesn't work"."""

from __future__ import annotations

from typing import Any

from agent.when.grammar import Found, Place, Stage, found
from agent.when.values import Clock, Days, Hours

EXCLUSIONS = Stage()

_SUITS = "DATE|HOURS|TIME|WEEKDAYS"
_LISTED = "or|and|comma|slash"
_FILLER = "filler|for|every|some?"


@EXCLUSIONS.rule(
    f"not|except {_FILLER} {_FILLER} {_FILLER} on|at? in? the? first={_SUITS}",
    f"not|except {_FILLER} {_FILLER} in? the? first={_SUITS} {_LISTED} {_FILLER} in? the? second={_SUITS}",
    f"not|except {_FILLER} {_FILLER} in? the? first={_SUITS} {_LISTED} {_FILLER} in? the? second={_SUITS} {_LISTED} {_FILLER} third={_SUITS}",
    f"no {_FILLER} in? the? first=HOURS|WEEKDAYS",
    f"no {_FILLER} in? the? first=HOURS|WEEKDAYS or|and|comma {_FILLER} in? the? second=HOURS|WEEKDAYS",
    f"first={_SUITS} {_FILLER} unsuitable",
    f"first={_SUITS} or|and {_FILLER} in? the? second={_SUITS} {_FILLER} unsuitable",
    f"instead_of {_FILLER} in? the? first=DATE|TIME|HOURS",
)
def unsuitable(_: Place, first: Any, second: Any = None, third: Any = None) -> Found:
    return found("NOT", *(value for value in (first, second, third) if value is not None))


@EXCLUSIONS.rule(
    f"first={_SUITS} HOURS|TIME {_FILLER} unsuitable",
    f"not|except {_FILLER} {_FILLER} {_FILLER} on|at? in? the? first=DATE HOURS",
)
def dated_unsuitable(_: Place, first: Days | Clock | Hours) -> Found:
    # Of a Friday morning that does not suit, the day is the safer half to leave out.
    return found("NOT", first)
