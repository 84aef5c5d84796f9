"""Parts of a period: "end of next month", "mid-February", "the first week of July", "the second half of June"."""

from __future__ import annotations

from datetime import timedelta

from agent.when.calendar import (
    nth_weekday,
    shift,
)
from agent.when.grammar import Found, Place, found
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
def half_of_period(_: Place, which: int | str, period: Days, length: Duration | None = None) -> Found:
    """ "The first half of July", "the last two weeks of August"."""
    if period.first is None or period.last is None or which not in {1, 2, "last"} or period.is_day:
        return None
    half = Duration(((period.last - period.first).days + 1) // 2, "day")
    first = shift(period.first, length or half)
    last = shift(period.last, length or half, -1)
    if which == 1:
        return found("DATE", Days(period.first, first - timedelta(days=1), "span")) if first else None
    return found("DATE", Days(last + timedelta(days=1), period.last, "span")) if last else None


@PERIOD_PARTS.rule(
    "the? how=begin|middle|end of? the? period=DATE",
    "how=early|mid|late dash? in? the? period=DATE",
    "in? the? how=early|late part of period=DATE",
    "period=DATE how=early|late",
)
def part_of_period(_: Place, how: str, period: Days) -> Found:
    part = _part(period, {"begin": 0, "early": 0, "middle": 1, "mid": 1, "end": 2, "late": 2}[how])
    return found("DATE", part) if part else None


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
        bounds = (0, length // 3, length * 2 // 3, length)
    return Days(first + timedelta(days=bounds[third]), first + timedelta(days=bounds[third + 1] - 1), "span")


@NTH_DAYS.rule(
    "the? nth=ORD|last unit=UNIT of|in|on? the? period=DATE",
    "the? nth=ORD to? last unit=UNIT of|in period=DATE",
)
def nth_unit_of(_: Place, nth: int | str, unit: str, period: Days) -> Found:
    return _slice(period, nth if isinstance(nth, str) else int(nth), unit)


def _slice(period: Days, nth: int | str, unit: str) -> Found:
    """The nth (or last) day, week or month of a period; the first week of a month is its first seven days."""
    if period.first is None or period.last is None or unit not in _SLICES:
        return None
    if unit == "weekend":
        saturday = nth_weekday(period, -1 if nth == "last" else int(nth), 5)
        return found("DATE", Days(saturday, saturday + timedelta(days=1), "weekend")) if saturday else None
    one = Duration(1, unit)
    begin = (
        shift(period.last + ONE, one, -1)
        if nth == "last"
        else shift(period.first, Duration(int(nth) - 1, unit))
    )
    end = shift(begin, one) if begin else None
    if begin is None or end is None or not period.first <= begin <= period.last:
        return None
    grain: Grain = "day" if unit == "day" else "week" if unit == "week" else "month"
    return found("DATE", Days(begin, min(end - ONE, period.last), grain))
