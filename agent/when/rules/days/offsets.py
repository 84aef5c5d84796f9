"""Days counted from another: "in two weeks", "3 days ago", "a week from Monday", "half an hour from now"."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from agent.when.calendar.calendar import (
    shift,
    weekday_after,
    weekday_before,
)
from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.rules.stages import OFFSETS
from agent.when.values import DAY, ClockTime, Days, Duration, Hours

_MINUTES = {"minute": 1, "hour": 60}
# What a customer may mean one by one.
MOST_WEEKDAYS = 8
WORKING_DAYS, MOST_WORKING_DAYS = 5, 60


@OFFSETS.rule(
    "in length=DURATION time?",
    "length=DURATION time? from now",
    "length=DURATION hence",
    "in about|around length=DURATION time?",
    "between length=DURATION",
)
def ahead(place: MatchContext, length: Duration) -> RuleResult:
    return _offset(place, length, 1)


@OFFSETS.rule("after length=DURATION")
def after_a_while(place: MatchContext, length: Duration) -> RuleResult:
    if place.habits.after_is_in:
        return _offset(place, length, 1)
    day = shift(place.today, length)
    return readings("DATE", Days(day, None, "span")) if day else None


@OFFSETS.rule(
    "in first=NUM or|to|dash length=DURATION time?",
    "first=NUM or|to|dash length=DURATION from now",
)
def about_so_far_ahead(place: MatchContext, first: int, length: Duration) -> RuleResult:
    """ "In two or three weeks"."""
    if length.unit in _MINUTES or first >= length.count:
        return None
    begin, end = shift(place.today, Duration(first, length.unit)), shift(place.today, length)
    return readings("DATE", Days(begin, end, "span")) if begin and end else None


@OFFSETS.rule(
    "within|over|in the? next first=NUM or|to|dash length=DURATION", "within NUM or|to|dash length=DURATION"
)
def within_about(place: MatchContext, length: Duration, first: int = 0) -> RuleResult:
    """ "Within the next two or three weeks" begins tomorrow."""
    return next_length(place, length=length) if first < length.count else None


@OFFSETS.rule("the? next|coming|following count=NUM weekday=WEEKDAY|WEEKDAYS")
def weekdays_ahead(place: MatchContext, count: int, weekday: int | frozenset[int]) -> RuleResult:
    """ "The next two Saturdays"."""
    if not 1 <= count <= MOST_WEEKDAYS or not (isinstance(weekday, int) or len(weekday) == 1):
        return None
    first = weekday_after(place.today, weekday if isinstance(weekday, int) else min(weekday))
    return readings("DATE", *(Days.on(first + timedelta(weeks=week)) for week in range(count)))


@OFFSETS.rule("count=NUM weekday=WEEKDAY|WEEKDAYS from now", "count=NUM weekday=WEEKDAY|WEEKDAYS how=ago")
def weekdays_away(
    place: MatchContext, count: int, weekday: int | frozenset[int], how: str = ""
) -> RuleResult:
    """ "Three Mondays from now"."""
    day = weekday if isinstance(weekday, int) else min(weekday)
    if not 1 <= count <= 52:
        return None
    first = weekday_before(place.today, day) if how else weekday_after(place.today, day)
    return readings("DATE", Days.on(first + timedelta(weeks=(count - 1) * (-1 if how else 1))))


@OFFSETS.rule("in count=NUM days=WEEKDAYS", "count=NUM days=WEEKDAYS from now")
def working_days_ahead(place: MatchContext, count: int, days: frozenset[int]) -> RuleResult:
    """ "In four business days"."""
    if len(days) != WORKING_DAYS or not 1 <= count <= MOST_WORKING_DAYS:
        return None
    day = place.today
    for _ in range(count):
        day += timedelta(days=1)
        while day.weekday() not in days:
            day += timedelta(days=1)
    return readings("DATE", Days.on(day))


@OFFSETS.rule("now")
def at_once(place: MatchContext) -> RuleResult:
    """ "Now" alone is an answer; inside a sentence it seldom says when."""
    return _moment(place.now) if place.before == "" and place.after in {"", "stop"} else None


@OFFSETS.rule("length=DURATION later")
def later_by(place: MatchContext, length: Duration) -> RuleResult:
    # "The same day but two hours later" is later than something else.
    return None if place.before in {"", "a", "but", "comma", "and", "or"} else _offset(place, length, 1)


@OFFSETS.rule("length=DURATION ago", "ago length=DURATION", "before length=DURATION")
def back(place: MatchContext, length: Duration) -> RuleResult:
    # "a minute ago" is a way of speaking, not a time.
    is_idle = length.unit in {"second", "minute", "hour"} and length.count <= 1
    return None if is_idle else _offset(place, length, -1)


@OFFSETS.rule(
    "length=DURATION from|after anchor=DATE",
    "length=DURATION on anchor=DATE",
    "anchor=DATE in length=DURATION",
)
def from_day(place: MatchContext, length: Duration, anchor: Days) -> RuleResult:
    if anchor.first is None or (length.unit not in {"week", "day", "month", "year"}):
        return None
    if place.before in {"for", "every"} or not anchor.is_day:
        return None
    day = shift(anchor.first, length)
    is_rough = anchor.first == place.today and length.unit != "day"
    return readings("DATE", Days(day, day, is_rough=is_rough)) if day else None


@OFFSETS.rule("anchor=DATE or the unit=UNIT after", "anchor=DATE or the following unit=UNIT")
def or_the_next(place: MatchContext, anchor: Days, unit: str) -> RuleResult:
    """ "Tomorrow or the day after"."""
    if unit != "day" or not anchor.is_day or anchor.first is None or place.after == "DATE":
        return None
    return readings("DATE", anchor, Days.on(anchor.first + timedelta(days=1)))


@OFFSETS.rule("length=DURATION before anchor=DATE")
def before_day(_: MatchContext, length: Duration, anchor: Days) -> RuleResult:
    day = shift(anchor.first, length, -1) if anchor.first else None
    return readings("DATE", Days.on(day)) if day else None


@OFFSETS.rule("length=DURATION side=before|after time=TIME")
def beside_time(place: MatchContext, length: Duration, side: str, time: ClockTime) -> RuleResult:
    """ "An hour before noon", "half an hour after three"."""
    if length.unit not in _MINUTES or place.before == "for":
        return None
    minute = time.guess() + round(length.count * _MINUTES[length.unit]) * (1 if side == "after" else -1)
    return readings("TIME", ClockTime(minute, is_certain=True)) if 0 <= minute < DAY else None


@OFFSETS.rule(
    "within|in? the? next length=DURATION",
    "length=DURATION next",
    "over|during|for the next length=DURATION",
    "the? coming length=DURATION",
)
def next_length(place: MatchContext, length: Duration) -> RuleResult:
    if length.unit in _MINUTES:
        return _from_now(place, length)
    if length.unit == "weekend":
        return None
    first, last = place.today + timedelta(days=1), shift(place.today, length)
    return readings("DATE", Days(first, last, "span")) if last and first <= last else None


@OFFSETS.rule("within|in the? next unit=UNIT", "within the unit=UNIT")
def coming_hour(place: MatchContext, unit: str) -> RuleResult:
    return _from_now(place, Duration(1, unit)) if unit == "hour" else None


@OFFSETS.rule("within length=DURATION")
def within(place: MatchContext, length: Duration) -> RuleResult:
    if length.unit in _MINUTES:
        return _from_now(place, length)
    last = shift(place.today, length)
    return readings("DATE", Days(place.today, last, "span")) if last else None


@OFFSETS.rule("in|over? the? last|past length=DURATION", "length=DURATION last|past")
def past_stretch(place: MatchContext, length: Duration) -> RuleResult:
    # "The last 3 days of August" are no past days.
    if place.after in {"of", "in"}:
        return None
    first, last = shift(place.today, length, -1), place.today - timedelta(days=1)
    return readings("DATE", Days(first, last, "span")) if first and first <= last else None


def _offset(place: MatchContext, length: Duration, sign: int) -> RuleResult:
    if length.unit in _MINUTES:
        moment = _minutes_from(place.now, length, sign)
        return _moment(moment) if moment else None
    day = shift(place.today, length, sign)
    return readings("DATE", Days(day, day, is_rough=length.unit not in {"day", "night"})) if day else None


def _minutes_from(now: datetime, length: Duration, sign: int) -> datetime | None:
    """The moment so many minutes of real time away, on the wall clock of the same zone."""
    minutes = length.count * _MINUTES[length.unit]
    if minutes > 366 * 24 * 60:
        return None
    return (now.astimezone(UTC) + timedelta(minutes=sign * minutes)).astimezone(now.tzinfo)


def _moment(moment: datetime) -> RuleResult:
    time = ClockTime(moment.hour * 60 + moment.minute, is_certain=True)
    return readings("DATE", Days.on(moment.date())) + readings("TIME", time)


def _from_now(place: MatchContext, length: Duration) -> RuleResult:
    end = _minutes_from(place.now, length, 1)
    if end is None:
        return None
    if end.date() != place.today:
        return readings("DATE", Days(place.today, end.date(), "span"))
    hours = Hours(place.now.hour * 60 + place.now.minute, end.hour * 60 + end.minute)
    return readings("DATE", Days.on(place.today)) + readings("HOURS", hours)
