"""What does not suit: "not Monday", "no mornings", "I can't do the 14th", "except Fridays", "Tuesday doesn't work"."""

from __future__ import annotations

from typing import Any

from agent.when.grammar import Found, Place, found
from agent.when.rules.stages import EXCLUSIONS
from agent.when.values import Clock, Days, Hours

_SUITS = "DATE|HOURS|TIME|WEEKDAYS"


@EXCLUSIONS.rule(
    f"not|except FILLER? FILLER? FILLER? on|at? in? the? first={_SUITS}",
    f"not|except FILLER? FILLER? on? in? the? first={_SUITS} or|and|slash FILLER? on? in? the? second={_SUITS}",
    f"not|except FILLER? FILLER? on? in? the? first={_SUITS} comma second={_SUITS} comma? or|and third={_SUITS}",
    f"except from the? first={_SUITS}",
    f"except from the? first={_SUITS} or|and from? the? second={_SUITS}",
    "no FILLER? in? the? first=HOURS|WEEKDAYS",
    "no FILLER? in? the? first=HOURS|WEEKDAYS or|and FILLER? in? the? second=HOURS|WEEKDAYS",
    f"first={_SUITS} FILLER? unsuitable",
    f"first={_SUITS} or|and FILLER? second={_SUITS} FILLER? unsuitable",
    "instead_of FILLER? in? the? first=DATE|TIME|HOURS",
)
def unsuitable(_: Place, first: Any, second: Any = None, third: Any = None) -> Found:
    return found("NOT", *(value for value in (first, second, third) if value is not None))


@EXCLUSIONS.rule(f"first={_SUITS} FILLER? not FILLER?")
def denied_afterwards(place: Place, first: Any) -> Found:
    """Spanish says "Monday no", German "on Monday not"."""
    return found("NOT", first) if place.after in {"", "stop", "comma"} else None


@EXCLUSIONS.rule(
    "days=DATE at? hours=HOURS|TIME FILLER? unsuitable",
    "not|except FILLER? FILLER? FILLER? on|at? in? the? days=DATE at? hours=HOURS|TIME",
)
def hours_of_day_unsuitable(_: Place, days: Days, hours: Clock | Hours) -> Found:
    """Of a Friday morning that does not suit, the afternoon still may."""
    return found("NOT", (days, hours))


@EXCLUSIONS.rule("first=WEEKDAYS HOURS|TIME FILLER? unsuitable")
def weekly_hours_unsuitable(_: Place, first: frozenset[int]) -> Found:
    return found("NOT", first)
