"""Weekdays: "Friday", "next Friday", "Monday week", "the first Monday of March", "any Tuesday"."""

from __future__ import annotations

from datetime import date, timedelta

from agent.when.calendar.calendar import (
    nth_weekday,
    weekday_after,
    weekday_before,
    weekday_from,
)
from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.rules.stages import (
    DAYS,
    NTH_DAYS,
)
from agent.when.values import NO_SUCH_DAY, Days

_WEEKDAYS = {"WEEKDAY", "WEAKDAY"}
# What makes a day of a word such as "sun" or "wed", said before it, and said behind it.
_LEADS_TO_DAY = frozenset(
    ["on", "by", "until", "from", "after", "before", "to", "dash", "between", "around", "slash"]
)
_FOLLOWS_DAY = frozenset(["HOURS", "TIME", "DATE", "DAYNUM", "ORDINT", "at", "dash", "slash", "from"])
# The same, of words that are nothing else at such a place; German "so" is, and in dialect "do", "mi", "di".
_CLOCK = frozenset(["HOURS", "TIME"])
_LEADS_TO_CLOCK = frozenset(["after", "before", "around", "until", "by"])
_OFTEN_NO_DAY = frozenset(["so", "do", "mi", "di"])


@DAYS.rule(
    "the? which=this|next|last weekday=ANYDAY",
    "weekday=ANYDAY which=this|next|last",
)
def this_or_next_weekday(place: MatchContext, which: str, weekday: int) -> RuleResult:
    today = place.today
    if place.after == "UNIT":
        return None
    if which == "last":
        return _day_by_weekday(weekday_before(today, weekday))
    if which == "this":
        return _day_by_weekday(weekday_from(today, weekday))
    # "next Friday" is the Friday of next week.
    monday = today + timedelta(days=7 - today.weekday())
    return _day_by_weekday(monday + timedelta(days=weekday))


def _day_by_weekday(day: date) -> RuleResult:
    """A day that was told by its weekday."""
    return readings("DATE", Days(day, day, says_weekday=True))


@DAYS.rule("the? coming|following weekday=ANYDAY", "weekday=ANYDAY coming")
def coming_weekday(place: MatchContext, weekday: int) -> RuleResult:
    return _day_by_weekday(weekday_after(place.today, weekday))


@DAYS.rule("the? weekday=ANYDAY after next", "weekday=ANYDAY UNIT after next")
def weekday_after_next(place: MatchContext, weekday: int) -> RuleResult:
    return _day_by_weekday(weekday_after(place.today, weekday) + timedelta(weeks=1))


@DAYS.rule("the? weekday=ANYDAY before last")
def weekday_before_last(place: MatchContext, weekday: int) -> RuleResult:
    return _day_by_weekday(weekday_before(place.today, weekday) - timedelta(weeks=1))


@DAYS.rule("weekday=ANYDAY unit=UNIT")
def weekday_week(place: MatchContext, weekday: int, unit: str) -> RuleResult:
    """British "Monday week": a week after the coming Monday."""
    if unit not in {"week", "fortnight"} or place.after in {"of", "next", "this"}:
        return None
    weeks = 1 if unit == "week" else 2
    return _day_by_weekday(weekday_after(place.today, weekday) + timedelta(weeks=weeks))


@DAYS.rule("unit=UNIT on weekday=WEEKDAY")
def week_on_weekday(place: MatchContext, unit: str, weekday: int) -> RuleResult:
    return weekday_week(place, weekday=weekday, unit=unit) if place.before == "a" else None


@DAYS.rule("a|any|every weekday=ANYDAY|WEEKDAYS")
def any_such_weekday(_: MatchContext, weekday: int | frozenset[int]) -> RuleResult:
    return readings("WEEKDAYS", weekday if isinstance(weekday, frozenset) else frozenset({weekday}))


@DAYS.rule("weekday=WEEKDAY")
def bare_weekday(place: MatchContext, weekday: int) -> RuleResult:
    return readings("DATE", Days.on(weekday_after(place.today, weekday), "weekday"))


@DAYS.rule("weekday=WEAKDAY")
def short_weekday(place: MatchContext, weekday: int) -> RuleResult:
    """ "sun", "sat" and "wed" are words of their own, unless something beside them makes them a day."""
    is_led, is_followed = place.before in _LEADS_TO_DAY, place.after in _FOLLOWS_DAY
    is_listed = (
        place.before in {"or", "and", "comma"} and len(place.left) > 1 and place.left[-2].kind == "DATE"
    )
    is_alone = place.before == "" and place.after in {"", "stop"}
    begins_list = (
        len(place.right) > 1 and place.after in {"or", "and", "comma"} and place.right[1].kind in _WEEKDAYS
    )
    if is_led or is_listed or is_followed or is_alone or begins_list or _is_beside_clock(place):
        return bare_weekday(place, weekday=weekday)
    return None


def _is_beside_clock(place: MatchContext) -> bool:
    """ "11 ish wed", "sat after 4", "wed is fine then"."""
    if place.matched[0].text.casefold() in _OFTEN_NO_DAY:
        return False
    is_before_clock = (
        place.after in _LEADS_TO_CLOCK and len(place.right) > 1 and place.right[1].kind in _CLOCK
    )
    return is_before_clock or place.before in _CLOCK or place.after == "suits"


@NTH_DAYS.rule(
    "the? nth=ORD|last weekday=ANYDAY of|in|on? the? period=DATE",
    "period=DATE on? the nth=ORD|last weekday=ANYDAY",
)
def nth_weekday_of(place: MatchContext, nth: int | str, weekday: int, period: Days) -> RuleResult:
    if period.grain == "day" or period.first is None or period.last is None:
        return None
    day = nth_weekday(period, -1 if nth == "last" else int(nth), weekday)
    if day is not None:
        return _day_by_weekday(day)
    # A fifth Monday that the month does not have: the fourth, or the one after it.
    last = weekday_before(period.last + timedelta(days=1), weekday)
    place.doubt(NO_SUCH_DAY, *(one for one in (last, last + timedelta(weeks=1)) if one >= place.today))
    return readings("NODAY", None)


@NTH_DAYS.rule("the? nth=ORD to? last weekday=ANYDAY of|in|on? the? period=DATE")
def nth_last_weekday_of(_: MatchContext, nth: int, weekday: int, period: Days) -> RuleResult:
    day = nth_weekday(period, -nth, weekday)
    return readings("DATE", Days.on(day)) if day else None


@NTH_DAYS.rule("the? nth=ORD weekday=ANYDAY after period=DATE")
def nth_weekday_after(_: MatchContext, weekday: int, period: Days, nth: int) -> RuleResult:
    if period.last is None:
        return None
    return readings("DATE", Days.on(weekday_after(period.last, weekday) + timedelta(weeks=nth - 1)))
