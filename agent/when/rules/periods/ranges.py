"""Stretches of days: "Monday to Wednesday", "after the 14th", "by Friday", "from tomorrow on"."""

from __future__ import annotations

from datetime import date, timedelta

from agent.when.calendar.calendar import shift_months
from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.rules.stages import RANGES
from agent.when.values import ClockTime, Days, Hours

ONE = timedelta(days=1)
# Whatever an "after" or "before" is said of.
_TIMED = {"TIME", "HOURS", "DATE", "the", "at", "WEEKDAYS"}


@RANGES.rule(
    "from|between? first=DATE comma? to|until|dash the? last=DATE",
    "of first=DATE at last=DATE",
    "between first=DATE and|or last=DATE",
    "between first=DATE to|until|dash last=DATE",
    "now dash|to|until last=DATE",
    "from|between now to|until|and|dash last=DATE",
)
def from_to(place: MatchContext, last: Days, first: Days | None = None) -> RuleResult:
    if first is not None and any(item.kind == "move" for item in place.left):
        place.unwanted = "first"
        return readings("DATE", last)
    begin = first.first if first else place.today
    end = _days_after(begin, last)
    if begin is None or end is None or end < begin:
        return None
    return readings("DATE", Days(begin, end, "span"))


@RANGES.rule(
    "from? DATE at|around? TIME to|until on? last=DATE at|around? time=TIME",
    "from? TIME on? DATE to|until at? time=TIME on? last=DATE",
)
def move_with_times(place: MatchContext, last: Days, time: ClockTime) -> RuleResult:
    """ "Move it from Tuesday at 3 to Wednesday at 4"."""
    is_move = any(item.kind == "move" for item in place.left)
    return readings("DATE", last) + readings("TIME", time) if is_move else None


def _days_after(begin: date | None, last: Days) -> date | None:
    """The end of the stretch: a bare weekday or day of the month is the first one after the beginning."""
    end = last.last
    if begin is None or end is None or end >= begin:
        return end
    if last.floats == "weekday":
        return end + timedelta(days=-(-(begin - end).days // 7) * 7)
    return shift_months(end, 1) if last.floats == "day of month" else shift_months(end, 12)


@RANGES.rule("after|past day=DATE", "later than day=DATE")
def after(_: MatchContext, day: Days) -> RuleResult:
    return readings("DATE", Days(day.last + ONE, None, "span")) if day.last else None


@RANGES.rule(
    "from day=DATE onwards|on?",
    "day=DATE onwards",
    "on or after day=DATE",
    "starting from|on|at? day=DATE",
    "day=DATE at? earliest",
    "as_of day=DATE",
)
def from_on(place: MatchContext, day: Days) -> RuleResult:
    # Hebrew says "except from Monday and from Wednesday".
    is_exception = any(item.kind == "except" for item in place.left[-4:])
    is_open = day.first is not None and not is_exception
    return readings("DATE", Days(day.first, None, "span")) if is_open else None


@RANGES.rule(
    "until the? end? of? day=DATE",
    "by the? end of? day=DATE",
    "before the? end of? day=DATE",
    "day=DATE at? latest",
)
def until(_: MatchContext, day: Days) -> RuleResult:
    return readings("DATE", Days(None, day.last, "span")) if day.last else None


@RANGES.rule("day=DATE or later|after")
def or_later(place: MatchContext, day: Days) -> RuleResult:
    return None if place.after in _TIMED else from_on(place, day=day)


@RANGES.rule("day=DATE or earlier|before")
def or_earlier(place: MatchContext, day: Days) -> RuleResult:
    """ "The 14th or before", but not "Monday or before eleven"."""
    return None if place.after in _TIMED else until(place, day=day)


@RANGES.rule("no|not|nor earlier than day=DATE", "not|no|nor FILLER? FILLER? FILLER? until|before day=DATE")
def earliest_limit(_: MatchContext, day: Days) -> RuleResult:
    """ "Not before the 14th" has its own "not": no other one reaches it."""
    return readings("LIMIT", Days(day.first, None, "span")) if day.first else None


@RANGES.rule("no|not|nor later than day=DATE", "not|no|nor FILLER? FILLER? FILLER? after|past day=DATE")
def latest_limit(_: MatchContext, day: Days) -> RuleResult:
    return readings("LIMIT", Days(None, day.last, "span")) if day.last else None


@RANGES.rule("by the? part=HOURS on? day=DATE", "by the? part=HOURS")
def by_close(place: MatchContext, part: Hours, day: Days | None = None) -> RuleResult:
    """ "By end of day Friday"; said of no day, today."""
    last = day.last if day else place.today
    return readings("DATE", Days(None, last, "deadline")) if part.name == "end of day" else None


@RANGES.rule("by|until day=DATE in? the? part=HOURS")
def by_part_of_day(_: MatchContext, day: Days, part: Hours) -> RuleResult:
    """ "By Friday evening" leaves the mornings before it free."""
    return readings("DATE", Days(None, day.last, "deadline")) if part.name and day.is_day else None


@RANGES.rule("not day=DATE comma? but? the? next|following", "not day=DATE comma? but? the NUMWORD after")
def rather_the_next(_: MatchContext, day: Days) -> RuleResult:
    """ "Not this Friday but the next"."""
    return readings("DATE", Days.on(day.first + timedelta(weeks=1))) if day.is_day and day.first else None


@RANGES.rule("not day=DATE comma? but? the unit=UNIT after")
def rather_the_day_after(_: MatchContext, day: Days, unit: str) -> RuleResult:
    is_day = unit == "day" and day.is_day
    return readings("DATE", Days.on(day.first + ONE)) if is_day and day.first else None


@RANGES.rule("by day=DATE")
def by(_: MatchContext, day: Days) -> RuleResult:
    return readings("DATE", Days(None, day.last, "deadline")) if day.last else None


@RANGES.rule("since day=DATE")
def since(_: MatchContext, day: Days) -> RuleResult:
    """Since Monday is since the last one."""
    if day.first is None:
        return None
    back = {"weekday": day.first - timedelta(weeks=1), "day of month": shift_months(day.first, -1)}
    return readings("DATE", Days(back.get(day.floats, day.first), None, "span"))


@RANGES.rule("before day=DATE", "earlier than day=DATE")
def before(_: MatchContext, day: Days) -> RuleResult:
    return readings("DATE", Days(None, day.first - ONE, "span")) if day.first else None
