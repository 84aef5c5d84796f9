"""Single days: "tomorrow", "next Friday", "the 14th", "the first Monday of March", "the day before Easter"."""

from __future__ import annotations

from datetime import timedelta

from agent.when.calendar import (
    day_of_month,
    next_day_of_month,
    nth_weekday,
    period_from,
    shift,
    weekday_after,
    weekday_before,
    weekday_from,
)
from agent.when.grammar import Found, Place, Stage, found
from agent.when.rules.counting import counts_things
from agent.when.values import Days, Duration, Grain

NTH_DAYS = Stage()
DAYS = Stage()

ONE = timedelta(days=1)

_WEEKDAYS = {"WEEKDAY", "WEAKDAY"}

# What a period can be cut into.
_SLICES = {"day", "week", "weekend", "month", "quarter"}

# What may stand before a spelt-out "the first" for it to be a day: alone it is more often a choice ("I'll take the second").
_BEFORE_SPELT_DAY = {"on", "by", "until", "before", "after", "from", "since"}


@NTH_DAYS.rule(
    "the? nth=ORD|last weekday=ANYDAY of|in|on? the? period=DATE",
    "period=DATE on? the nth=ORD|last weekday=ANYDAY",
)
def nth_weekday_of(_: Place, nth: int | str, weekday: int, period: Days) -> Found:
    day = nth_weekday(period, -1 if nth == "last" else int(nth), weekday) if period.grain != "day" else None
    return found("DATE", Days.on(day)) if day else None


@NTH_DAYS.rule("the? nth=ORD to? last weekday=ANYDAY of|in|on? the? period=DATE")
def nth_last_weekday_of(_: Place, nth: int, weekday: int, period: Days) -> Found:
    day = nth_weekday(period, -nth, weekday)
    return found("DATE", Days.on(day)) if day else None


@NTH_DAYS.rule("the? nth=ORD weekday=ANYDAY after period=DATE")
def nth_weekday_after(_: Place, weekday: int, period: Days, nth: int) -> Found:
    if period.last is None:
        return None
    return found("DATE", Days.on(weekday_after(period.last, weekday) + timedelta(weeks=nth - 1)))


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


@DAYS.rule("day=DAY")
def relative_day(place: Place, day: int) -> Found:
    return found("DATE", Days.on(place.today + timedelta(days=day)))


@DAYS.rule("the? day=DAYNUM|NUMWORD of? month=DATE", "month=DATE on|comma? the day=DAYNUM")
def day_of_period(_: Place, day: int, month: Days) -> Found:
    if month.grain != "month" or month.first is None:
        return None
    read = day_of_month(month.first, day)
    return found("DATE", Days.on(read)) if read else None


@DAYS.rule(
    "the? which=this|next|last weekday=ANYDAY",
    "weekday=ANYDAY which=this|next|last",
)
def chosen_weekday(place: Place, which: str, weekday: int) -> Found:
    today = place.today
    if place.after == "UNIT":
        return None
    if which == "last":
        return found("DATE", Days.on(weekday_before(today, weekday)))
    if which == "this":
        return found("DATE", Days.on(weekday_from(today, weekday)))
    # "next Friday" is the Friday of next week.
    monday = today + timedelta(days=7 - today.weekday())
    return found("DATE", Days.on(monday + timedelta(days=weekday)))


@DAYS.rule("the? coming weekday=ANYDAY", "weekday=ANYDAY coming")
def coming_weekday(place: Place, weekday: int) -> Found:
    return found("DATE", Days.on(weekday_after(place.today, weekday)))


@DAYS.rule("the? weekday=ANYDAY after next", "weekday=ANYDAY UNIT after next")
def weekday_after_next(place: Place, weekday: int) -> Found:
    return found("DATE", Days.on(weekday_after(place.today, weekday) + timedelta(weeks=1)))


@DAYS.rule("the? weekday=ANYDAY before last")
def weekday_before_last(place: Place, weekday: int) -> Found:
    return found("DATE", Days.on(weekday_before(place.today, weekday) - timedelta(weeks=1)))


@DAYS.rule("weekday=ANYDAY unit=UNIT")
def weekday_week(place: Place, weekday: int, unit: str) -> Found:
    """British "Monday week": a week after the coming Monday."""
    if unit != "week" or place.after in {"of", "next", "this"}:
        return None
    return found("DATE", Days.on(weekday_after(place.today, weekday) + timedelta(weeks=1)))


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


@DAYS.rule(
    "weekday=WEEKDAY comma? the? day=ORDINT|DOTTEDINT",
    "weekday=WEAKDAY comma? the? day=ORDINT|DOTTEDINT",
    "weekday=ANYDAY comma? the day=ORDWORD|INT",
    "the? day=ORDINT comma? a? weekday=WEEKDAY",
)
def weekday_and_day(place: Place, weekday: int, day: int) -> Found:
    """ "Friday the 13th": the first 13th from today on that is a Friday, else the coming 13th."""
    coming = next_day_of_month(place.today, day)
    if coming is None:
        return None
    for ahead in range(14):
        period = period_from(place.today, "month", ahead)
        found_day = day_of_month(period.first, day) if period and period.first else None
        if found_day and found_day >= place.today and found_day.weekday() == weekday:
            return found("DATE", Days.on(found_day))
    return found("DATE", Days.on(coming))


@DAYS.rule("the? day=DOTTEDINT")
def dotted_day_of_the_month(place: Place, day: int) -> Found:
    leads = {"the", "on", "by", "until", "from", "to", "after", "before", "between", "not", "dash"}
    is_led = place.before in leads or _continues_days(place) or place.after in {"or", "and", "dash", "until"}
    return _day_of_month(place, day) if is_led or place.left == [] else None


@DAYS.rule("the day=INT", "weekday=WEEKDAY comma? the? day=INT")
def article_day(place: Place, day: int, weekday: int | None = None) -> Found:
    if not place.habits.article_days or counts_things(place):
        return None
    if weekday is not None:
        return weekday_and_day(place, weekday=weekday, day=day)
    return _day_of_month(place, day)


@DAYS.rule("the? day=ORDINT")
def day_of_the_month(place: Place, day: int) -> Found:
    return None if counts_things(place) else _day_of_month(place, day)


@DAYS.rule("the day=ORDWORD", "day=ORDWORD")
def spelt_day_of_the_month(place: Place, day: int) -> Found:
    is_led = place.before in _BEFORE_SPELT_DAY or _continues_days(place)
    ends = place.after in {"", "stop", "comma", "at", "or", "and", "TIME", "HOURS", "to", "until", "dash"}
    return _day_of_month(place, day) if is_led and ends else None


@DAYS.rule("on the day=INT", "by the day=INT", "until the day=INT")
def bare_day_of_the_month(place: Place, day: int) -> Found:
    return None if counts_things(place) else _day_of_month(place, day)


def _continues_days(place: Place) -> bool:
    return (
        len(place.left) > 1
        and place.left[-1].kind in {"or", "and", "comma", "to"}
        and place.left[-2].kind == "DATE"
    )


def _day_of_month(place: Place, day: int) -> Found:
    read = next_day_of_month(place.today, day)
    return found("DATE", Days.on(read, "day of month")) if read else None
