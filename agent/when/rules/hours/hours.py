"""Stretches of the clock: "between 2 and 4", "after five", "by noon", "no later than 3", "4 or later"."""

from __future__ import annotations

from agent.when.calendar.day_parts import part_of_day
from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.rules.stages import HOURS
from agent.when.values import BUSINESS_CLOSES, BUSINESS_OPENS, DAY, NOON, ClockTime, Hours


@HOURS.rule(
    "from|between? time=TIME to|until|dash end=TIME",
    "between time=TIME and|or end=TIME",
    "from time=TIME and|or|at? end=TIME",
)
def from_to(place: MatchContext, time: ClockTime, end: ClockTime) -> RuleResult:
    if _is_move(place):
        return readings("TIME", end)
    first, last = _fit(time, end)
    return readings("HOURS", Hours(first, last))


def _is_move(place: MatchContext) -> bool:
    """ "Move it from 3 to 4": only the four is wanted."""
    return any(item.kind == "move" for item in place.left)


def _fit(first: ClockTime, last: ClockTime) -> tuple[int, int]:
    """The halves of the day that make the shortest stretch inside business hours."""
    pairs = [(a, b) for a in first.choices() for b in last.choices()]

    def strain(pair: tuple[int, int]) -> tuple[bool, int, bool, int]:
        begin, end = pair
        outside = max(0, BUSINESS_OPENS - begin) + max(0, end - BUSINESS_CLOSES)
        return end <= begin, outside, begin != first.guess(), end - begin

    return min(pairs, key=strain)


@HOURS.rule(
    "after|since|past time=TIME onwards?",
    "from time=TIME onwards|on",
    "time=TIME comma? onwards",
    "later than time=TIME",
    "at? earliest at|from? time=TIME",
    "time=TIME at? earliest",
    "starting from|at? time=TIME",
    "from time=TIME",
)
def not_before(_: MatchContext, time: ClockTime) -> RuleResult:
    return readings("HOURS", Hours(time.guess(), None))


@HOURS.rule("time=TIME or later|after")
def or_later(place: MatchContext, time: ClockTime) -> RuleResult:
    return None if place.after in {"TIME", "HOURS", "the"} else not_before(place, time=time)


@HOURS.rule("time=TIME or earlier|before")
def or_earlier(place: MatchContext, time: ClockTime) -> RuleResult:
    return None if place.after in {"TIME", "HOURS", "the"} else not_after(place, time=time)


@HOURS.rule("not|no|nor FILLER? FILLER? FILLER? before|until time=TIME", "no|not|nor earlier than time=TIME")
def earliest_limit(_: MatchContext, time: ClockTime) -> RuleResult:
    """ "Not before four" has its own "not": no other one reaches it."""
    return readings("LIMIT", Hours(time.guess(), None))


@HOURS.rule("no|not|nor later than time=TIME", "not|no|nor FILLER? FILLER? FILLER? after|past time=TIME")
def latest_limit(_: MatchContext, time: ClockTime) -> RuleResult:
    return readings("LIMIT", Hours(None, time.guess()))


@HOURS.rule(
    "until|by time=TIME",
    "time=TIME at? latest",
    "latest at|until|on? time=TIME",
)
def not_after(_: MatchContext, time: ClockTime) -> RuleResult:
    return readings("HOURS", Hours(None, time.guess()))


@HOURS.rule("between|from now and|to|until time=TIME")
def from_now_to(place: MatchContext, time: ClockTime) -> RuleResult:
    return readings("HOURS", Hours(place.now.hour * 60 + place.now.minute, time.guess()))


@HOURS.rule("between part=HOURS and|to|until end=TIME")
def between_part_and(_: MatchContext, part: Hours, end: ClockTime) -> RuleResult:
    """From when the part is over: after lunch is from one."""
    begins = part_of_day("after lunch").first if part.name == "lunch" else part.last
    return (
        readings("HOURS", Hours(begins, end.guess())) if begins is not None and begins < end.guess() else None
    )


@HOURS.rule("before time=TIME", "earlier than time=TIME")
def before(_: MatchContext, time: ClockTime) -> RuleResult:
    return readings("HOURS", Hours(None, time.guess(), excludes_last=True))


@HOURS.rule("after|since part=HOURS", "from part=HOURS onwards")
def after_part(_: MatchContext, part: Hours) -> RuleResult:
    return readings("HOURS", Hours(part.last, None)) if part.last and part.last < DAY else None


@HOURS.rule("before the? part=HOURS")
def before_part(_: MatchContext, part: Hours) -> RuleResult:
    return readings("HOURS", Hours(None, part.first, excludes_last=True)) if part.first else None


@HOURS.rule("until|by the? part=HOURS")
def until_part(_: MatchContext, part: Hours) -> RuleResult:
    """ "By lunch", "until the evening": what is said of the morning says less."""
    is_late = part.first is not None and part.first >= NOON and part.name != "end of day"
    return readings("HOURS", Hours(None, part.first)) if is_late else None


@HOURS.rule("time=TIME for DURATION")
def time_with_duration(_: MatchContext, time: ClockTime) -> RuleResult:
    return readings("TIME", time)
