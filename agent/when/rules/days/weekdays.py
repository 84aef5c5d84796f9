"""Weekdays: "Friday", "next Friday", "Monday week", "the first Monday of March", "any Tuesday"."""

from __future__ import annotations

from datetime import date, timedelta

from agent.when.calendar.calendar import (
    nth_weekday,
    weekday_after,
    weekday_before,
    weekday_from,
)
from agent.when.grammar.engine import Found, Place, found
from agent.when.rules.stages import (
    DAYS,
    NTH_DAYS,
)
from agent.when.values import NO_SUCH_DAY, Days

_WEEKDAYS = {"WEEKDAY", "WEAKDAY"}


@DAYS.rule(
    "the? which=this|next|last weekday=ANYDAY",
    "weekday=ANYDAY which=this|next|last",
)
def chosen_weekday(place: Place, which: str, weekday: int) -> Found:
    today = place.today
    if place.after == "UNIT":
        return None
    if which == "last":
        return _named(weekday_before(today, weekday))
    if which == "this":
        return _named(weekday_from(today, weekday))
    # "next Friday" is the Friday of next week.
    monday = today + timedelta(days=7 - today.weekday())
    return _named(monday + timedelta(days=weekday))


def _named(day: date) -> Found:
    """A day that was told by its weekday."""
    return found("DATE", Days(day, day, says_weekday=True))


@DAYS.rule("the? coming|following weekday=ANYDAY", "weekday=ANYDAY coming")
def coming_weekday(place: Place, weekday: int) -> Found:
    return _named(weekday_after(place.today, weekday))


@DAYS.rule("the? weekday=ANYDAY after next", "weekday=ANYDAY UNIT after next")
def weekday_after_next(place: Place, weekday: int) -> Found:
    return _named(weekday_after(place.today, weekday) + timedelta(weeks=1))


@DAYS.rule("the? weekday=ANYDAY before last")
def weekday_before_last(place: Place, weekday: int) -> Found:
    return _named(weekday_before(place.today, weekday) - timedelta(weeks=1))


@DAYS.rule("weekday=ANYDAY unit=UNIT")
def weekday_week(place: Place, weekday: int, unit: str) -> Found:
    """British "Monday week": a week after the coming Monday."""
    if unit not in {"week", "fortnight"} or place.after in {"of", "next", "this"}:
        return None
    weeks = 1 if unit == "week" else 2
    return _named(weekday_after(place.today, weekday) + timedelta(weeks=weeks))


@DAYS.rule("unit=UNIT on weekday=WEEKDAY")
def week_on_weekday(place: Place, unit: str, weekday: int) -> Found:
    return weekday_week(place, weekday=weekday, unit=unit) if place.before == "a" else None


@DAYS.rule("a|any|every weekday=ANYDAY|WEEKDAYS")
def any_such_weekday(_: Place, weekday: int | frozenset[int]) -> Found:
    return found("WEEKDAYS", weekday if isinstance(weekday, frozenset) else frozenset({weekday}))


@DAYS.rule("weekday=WEEKDAY")
def bare_weekday(place: Place, weekday: int) -> Found:
    return found("DATE", Days.on(weekday_after(place.today, weekday), "weekday"))


@DAYS.rule("weekday=WEAKDAY")
def abbreviated_weekday(place: Place, weekday: int) -> Found:
    """ "sun", "sat" and "wed" are words of their own, unless something beside them makes them a day."""
    is_led = place.before in {
        "on",
        "by",
        "until",
        "from",
        "after",
        "before",
        "to",
        "dash",
        "between",
        "around",
        "slash",
    }
    is_followed = place.after in {
        "HOURS",
        "TIME",
        "DATE",
        "DAYNUM",
        "ORDINT",
        "at",
        "dash",
        "slash",
        "from",
    }
    is_listed = (
        place.before in {"or", "and", "comma"} and len(place.left) > 1 and place.left[-2].kind == "DATE"
    )
    is_alone = place.before == "" and place.after in {"", "stop"}
    begins_list = (
        len(place.right) > 1 and place.after in {"or", "and", "comma"} and place.right[1].kind in _WEEKDAYS
    )
    if is_led or is_listed or is_followed or is_alone or begins_list:
        return bare_weekday(place, weekday=weekday)
    return None


@NTH_DAYS.rule(
    "the? nth=ORD|last weekday=ANYDAY of|in|on? the? period=DATE",
    "period=DATE on? the nth=ORD|last weekday=ANYDAY",
)
def nth_weekday_of(place: Place, nth: int | str, weekday: int, period: Days) -> Found:
    if period.grain == "day" or period.first is None or period.last is None:
        return None
    day = nth_weekday(period, -1 if nth == "last" else int(nth), weekday)
    if day is not None:
        return _named(day)
    # A fifth Monday that the month does not have: the fourth, or the one after it.
    last = weekday_before(period.last + timedelta(days=1), weekday)
    place.doubt(NO_SUCH_DAY, *(one for one in (last, last + timedelta(weeks=1)) if one >= place.today))
    return found("NODAY", None)


@NTH_DAYS.rule("the? nth=ORD to? last weekday=ANYDAY of|in|on? the? period=DATE")
def nth_last_weekday_of(_: Place, nth: int, weekday: int, period: Days) -> Found:
    day = nth_weekday(period, -nth, weekday)
    return found("DATE", Days.on(day)) if day else None


@NTH_DAYS.rule("the? nth=ORD weekday=ANYDAY after period=DATE")
def nth_weekday_after(_: Place, weekday: int, period: Days, nth: int) -> Found:
    if period.last is None:
        return None
    return found("DATE", Days.on(weekday_after(period.last, weekday) + timedelta(weeks=nth - 1)))
