"""Halves, quarters and minutes told from a time that is one already: "half past noon", "midi et demi",
"15h et quart", "ten to twelve"."""

from __future__ import annotations

from agent.when.grammar.clock_face import later, minutes_of
from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.rules.stages import CLOCKS
from agent.when.values import ClockTime, Duration


@CLOCKS.rule("time=NOON|HHMM and a? quarter")
def noon_and_quarter(_: MatchContext, time: ClockTime) -> RuleResult:
    return readings("TIME", later(time, 15))


@CLOCKS.rule("time=NOON|HHMM less a? quarter")
def noon_less_quarter(_: MatchContext, time: ClockTime) -> RuleResult:
    return readings("TIME", later(time, -15))


@CLOCKS.rule("a? quarter past|after time=HHMM|NOON", "quarters=DURATION past|after time=NOON")
def quarter_past_noon(_: MatchContext, time: ClockTime, quarters: Duration | None = None) -> RuleResult:
    late = 15 if quarters is None else minutes_of(0, quarters)
    return readings("TIME", later(time, late)) if late else None


@CLOCKS.rule("a? quarter to|before|of|until time=NOON", "early=DURATION to|before|of|until time=NOON")
def quarter_to_noon(_: MatchContext, time: ClockTime, early: Duration | None = None) -> RuleResult:
    early_by = 15 if early is None else minutes_of(0, early)
    return readings("TIME", later(time, -early_by)) if early_by else None


@CLOCKS.rule("half past|after time=NOON", "time=NOON|HHMM and half")
def half_past_noon(_: MatchContext, time: ClockTime) -> RuleResult:
    return readings("TIME", later(time, 30))


@CLOCKS.rule("minutes=NUM past|after time=NOON")
def minutes_past_noon(_: MatchContext, time: ClockTime, minutes: int) -> RuleResult:
    return readings("TIME", later(time, minutes)) if 0 < minutes < 60 else None


@CLOCKS.rule("minutes=NUM to|before|of|until time=NOON")
def minutes_to_noon(_: MatchContext, time: ClockTime, minutes: int) -> RuleResult:
    return readings("TIME", later(time, -minutes)) if minutes in {5, 10, 15, 20, 25} else None
