"""Wishes without a date: as soon as possible, anything earlier, anything later."""

from __future__ import annotations

from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.rules.stages import WISHES


@WISHES.rule("earliest|first_free")
def soonest(_: MatchContext) -> RuleResult:
    return readings("SOONEST", True)


@WISHES.rule("direction=earlier|later")
def relative_alone(place: MatchContext, direction: str) -> RuleResult:
    """ "Later", and nothing else."""
    return readings("RELATIVE", direction) if place.before == "" and place.after in {"", "stop"} else None


@WISHES.rule("suggest direction=earlier|later")
def relative_suggestion(place: MatchContext, direction: str) -> RuleResult:
    """ "Can you do later?", with nothing it would be later than."""
    return readings("RELATIVE", direction) if place.after in {"", "stop", "comma", "some"} else None


@WISHES.rule(
    "direction=earlier|later suits", "some direction=earlier|later", "direction=earlier|later some|time"
)
def relative(_: MatchContext, direction: str) -> RuleResult:
    return readings("RELATIVE", direction)
