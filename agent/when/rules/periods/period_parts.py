"""Parts of a period: "end of next month", "mid-February", "the first week of July", "the second half of
June"."""

from __future__ import annotations

from datetime import timedelta

from agent.when.calendar.calendar import (
    nth_weekday,
    shift,
)
from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.rules.stages import (
    NTH_DAYS,
    PERIOD_PARTS,
)
from agent.when.values import Days, Duration, Grain

# What a period can be cut into.
_SLICES = {"day", "week", "weekend", "month", "quarter"}

ONE = timedelta(days=1)


@PERIOD_PARTS.rule(
    "the? which=ORD half of period=DATE", "the? which=ORD|last length=DURATION of|in period=DATE"
)
def half_of_period(
    _: MatchContext, which: int | str, period: Days, length: Duration | None = None
) -> RuleResult:
    """ "The first half of July", "the last two weeks of August"."""
    if period.first is None or period.last is None or which not in {1, 2, "last"} or period.is_day:
        return None
    days = (period.last - period.first).days + 1
    # Of an odd day in the middle the second half begins: December's with the sixteenth.
    first = shift(period.first, length or Duration(days // 2, "day"))
    last = shift(period.last, length or Duration(days - days // 2, "day"), -1)
    if which == 1:
        return readings("DATE", Days(period.first, first - timedelta(days=1), "span")) if first else None
    return readings("DATE", Days(last + timedelta(days=1), period.last, "span")) if last else None


@PERIOD_PARTS.rule(
    "the? how=begin|middle|end of? the? period=DATE",
    "how=early|mid|late dash? in? the? period=DATE",
    "in? the? how=early|late part of period=DATE",
    "period=DATE how=early|late",
)
def part_of_period(place: MatchContext, how: str, period: Days) -> RuleResult:
    if how == "end" and place.before == "before":
        return None  # Until that end.
    part = _part(period, {"begin": 0, "early": 0, "middle": 1, "mid": 1, "end": 2, "late": 2}[how])
    return readings("DATE", part) if part else None


def _part(period: Days, third: int) -> Days | None:
    if period.first is None or period.last is None or period.grain in {"day", "span"}:
        return None
    first, length = period.first, (period.last - period.first).days + 1
    if period.grain == "month":
        bounds = (0, 10, 20, length)
    elif period.grain == "week":
        # Early in the week is Monday and Tuesday, late is from Thursday on.
        bounds = (0, 2, 3, length)
    else:
        bounds = (0, max(length // 3, 1), length * 2 // 3, length)
    if bounds[third] == bounds[third + 1]:
        return None
    return Days(first + timedelta(days=bounds[third]), first + timedelta(days=bounds[third + 1] - 1), "span")


@NTH_DAYS.rule("the? nth=ORD|last unit=UNIT of|in|on? the? period=DATE")
def nth_unit_of(_: MatchContext, nth: int | str, unit: str, period: Days) -> RuleResult:
    return _slice(period, -1 if nth == "last" else int(nth), unit)


@NTH_DAYS.rule("the? nth=ORD to? last unit=UNIT of|in period=DATE")
def nth_last_unit_of(_: MatchContext, nth: int, unit: str, period: Days) -> RuleResult:
    return _slice(period, -nth, unit)


def _slice(period: Days, nth: int, unit: str) -> RuleResult:
    """The nth day, week or month of a period, -1 the last; the first week of a month is its first seven
    days."""
    if period.first is None or period.last is None or unit not in _SLICES:
        return None
    if unit == "weekend":
        saturday = nth_weekday(period, nth, 5)
        return readings("DATE", Days(saturday, saturday + ONE, "weekend")) if saturday else None
    from_edge = Duration(nth - 1 if nth > 0 else -nth, unit)
    begin = shift(period.first, from_edge) if nth > 0 else shift(period.last + ONE, from_edge, -1)
    end = shift(begin, Duration(1, unit)) if begin else None
    if begin is None or end is None or not period.first <= begin <= period.last:
        return None
    grain: Grain = "day" if unit == "day" else "week" if unit == "week" else "month"
    return readings("DATE", Days(begin, min(end - ONE, period.last), grain))
