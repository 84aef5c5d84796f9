"""Wishes without a date: as soon as possible, anything earlier, anything later."""

from __future__ import annotations

from agent.when.grammar.engine import Found, Place, found
from agent.when.rules.stages import WISHES


@WISHES.rule("earliest|first_free")
def soonest(_: Place) -> Found:
    return found("SOONEST", True)


@WISHES.rule("direction=earlier|later")
def relative_alone(place: Place, direction: str) -> Found:
    """ "Later", and nothing else."""
    return found("RELATIVE", direction) if place.before == "" and place.after in {"", "stop"} else None


@WISHES.rule("suggest direction=earlier|later")
def suggested(place: Place, direction: str) -> Found:
    """ "Can you do later?", with nothing it would be later than."""
    return found("RELATIVE", direction) if place.after in {"", "stop", "comma", "some"} else None


@WISHES.rule(
    "direction=earlier|later suits", "some direction=earlier|later", "direction=earlier|later some|time"
)
def relative(_: Place, direction: str) -> Found:
    return found("RELATIVE", direction)
