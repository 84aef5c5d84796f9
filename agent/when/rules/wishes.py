"""Wishes without a date: as soon as possible, anything earlier, anything later."""

from __future__ import annotations

from agent.when.grammar import Found, Place, found
from agent.when.rules.stages import WISHES


@WISHES.rule("earliest|first_free")
def soonest(_: Place) -> Found:
    return found("SOONEST", True)


@WISHES.rule("some direction=earlier|later", "direction=earlier|later some|time")
def relative(_: Place, direction: str) -> Found:
    return found("RELATIVE", direction)
