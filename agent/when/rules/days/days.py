"""Days named by their distance or their number: "tomorrow", "the 14th", "Friday the 13th"."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from agent.when.calendar.calendar import (
    day_of_month,
    days_instead,
    next_day_of_month,
    weekday_after,
    weekday_near,
)
from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.rules.counting import counts_things, is_counted
from agent.when.rules.days.day_of_month import LARGEST_DAY, LARGEST_ORDINAL, largest_day
from agent.when.rules.stages import DAYS
from agent.when.values import DAYS_DIFFER, NO_SUCH_DAY, ClockTime, Days
from agent.when.vocabulary.catalogue import plain

_WEEKDAYS = {"WEEKDAY", "WEAKDAY"}
HOURS_A_DAY, NOON_HOUR, DAYS_A_MONTH = 24, 12, 31

# What a period can be cut into.
_SLICES = {"day", "week", "weekend", "month", "quarter"}

# "The second at four" is still a choice from a list; nobody is shown more than half a dozen.
COMMON_CHOICES, LONGEST_LIST = 3, 6

# What may stand before a spelt-out "the first" for it to be a day: alone it is more often a choice ("I'll
# take the second").
_BEFORE_SPELT_DAY = {"on", "by", "until", "before", "after", "from", "since"}


@DAYS.rule("day=DAY")
def relative_day(place: MatchContext, day: int) -> RuleResult:
    told = place.today + timedelta(days=day)
    return readings("DATE", Days(told, told, is_relative=True))


@DAYS.rule("day=DAY unit=UNIT")
def day_week(place: MatchContext, day: int, unit: str) -> RuleResult:
    """British "tomorrow week"."""
    weeks = {"week": 1, "fortnight": 2}.get(unit)
    return readings("DATE", Days.on(place.today + timedelta(days=day, weeks=weeks))) if weeks else None


@DAYS.rule("the? day=DAYNUM|NUMWORD of? month=DATE", "month=DATE on|comma? the day=DAYNUM")
def day_of_period(place: MatchContext, day: int, month: Days) -> RuleResult:
    if month.grain != "month" or month.first is None:
        return None
    read = day_of_month(month.first, day)
    if read is None and day <= LARGEST_ORDINAL:
        place.doubt(NO_SUCH_DAY, *days_instead(place.today, month.first.month, day, month.first.year))
        return readings("NODAY", None)
    return readings("DATE", Days.on(read)) if read else None


@DAYS.rule(
    "weekday=WEEKDAY comma? the? day=ORDINT|DOTTEDINT",
    "weekday=WEAKDAY comma? the? day=ORDINT|DOTTEDINT",
    "weekday=ANYDAY comma? the day=ORDWORD|INT",
    "the? day=ORDINT comma a? weekday=WEEKDAY",
)
def weekday_and_day(place: MatchContext, weekday: int, day: int) -> RuleResult:
    """ "Friday the 13th": the next or next but one 13th, if it is a Friday; else the weekday or the number is
    wrong."""
    if place.after == "of":
        return None  # "Friday the 13th of next month" is a weekday and a date.
    coming = next_day_of_month(place.today, day)
    if coming is None:
        return readings("DATE", Days.on(weekday_after(place.today, weekday))) + _no_such_number(place, day)
    later = next_day_of_month(coming + timedelta(days=1), day)
    for turn in (coming, later):
        if turn and turn.weekday() == weekday:
            return readings("DATE", Days.on(turn))
    place.doubt(DAYS_DIFFER, *sorted((coming, weekday_near(place.today, coming, weekday))))
    return readings("DATE", Days.on(coming))


@DAYS.rule("weekday=ANYDAY day=INT")
def weekday_and_number(place: MatchContext, weekday: int, day: int) -> RuleResult:
    """ "Thursday 19", where the next nineteenth is a Thursday."""
    coming = next_day_of_month(place.today, day)
    if coming is None or place.after == "UNIT" or counts_things(place):
        return None
    if coming.weekday() == weekday:
        return readings("DATE", Days.on(coming))
    # What is no hour is a day, even the wrong one.
    return weekday_and_day(place, weekday=weekday, day=day) if day > HOURS_A_DAY else None


@DAYS.rule("the? day=DOTTEDINT")
def day_of_month_with_dot(place: MatchContext, day: int) -> RuleResult:
    leads = {"the", "on", "by", "until", "from", "to", "after", "before", "between", "not", "dash"}
    is_led = place.before in leads or _continues_days(place) or place.after in {"or", "and", "dash", "until"}
    return _day_of_month(place, day) or None if is_led or place.left == [] else None


@DAYS.rule("lead=for|around|suggest|from|to|until|by|after|before|between the day=INT")
def day_of_month_after_preposition(place: MatchContext, lead: str, day: int) -> RuleResult:
    read = None if counts_things(place) else _day_of_month(place, day)
    return ((lead, lead), *read) if read else None


@DAYS.rule("the day=INT")
def english_day(place: MatchContext, day: int) -> RuleResult:
    """ "The 27", "the 16 at 11": more than any list of choices has, or with a time behind it."""
    is_timed = place.after in {"at", "TIME", "HOURS", "around"}
    ends = is_timed or place.after in {"", "stop", "comma", "or", "some", "suits", "for"}
    is_day = ends and (is_timed or day > LONGEST_LIST) and not counts_things(place)
    return _day_of_month(place, day) or None if is_day else None


@DAYS.rule("day=INT at time=TIME")
def day_at_time(place: MatchContext, day: int, time: ClockTime) -> RuleResult:
    """ "16 at 11": of two numbers the one that is told no hour of is the day."""
    is_day = NOON_HOUR < day <= DAYS_A_MONTH and place.before in {"", "stop", "comma", "on"}
    read = _day_of_month(place, day) if is_day else ()
    return (*read, ("at", "at"), *(readings("TIME", time) or ())) if read else None


@DAYS.rule("the day=INT", "weekday=WEEKDAY comma? the? day=INT")
def article_day(place: MatchContext, day: int, weekday: int | None = None) -> RuleResult:
    if not place.habits.article_days or counts_things(place):
        return None
    if weekday is not None:
        return weekday_and_day(place, weekday=weekday, day=day)
    return _day_of_month(place, day)


@DAYS.rule(
    "the? unit=UNIT day=NUM",
    "at? the? day=DAYNUM to|of the? unit=UNIT",
    "at? the? day=INT to|of the? unit=UNIT",
)
def day_called_day(place: MatchContext, unit: str, day: int) -> RuleResult:
    """Spanish says the day 14, Hebrew the 14th to the month."""
    is_named = unit in {"day", "month"} and place.habits.article_days and not counts_things(place)
    return _day_of_month(place, day) or None if is_named else None


@DAYS.rule("the? day=ORDINT")
def day_of_the_month(place: MatchContext, day: int) -> RuleResult:
    # Behind an article of one no plural is counted: "el dieciocho entonces".
    counts = is_counted if place.habits.article_days else counts_things
    is_counting = counts(place) or place.after in _WEEKDAYS
    return None if is_counting else _day_of_month(place, day)


@DAYS.rule("the day=ORDWORD", "day=ORDWORD")
def spelt_day_of_the_month(place: MatchContext, day: int) -> RuleResult:
    is_led = place.before in _BEFORE_SPELT_DAY or _continues_days(place)
    ends = place.after in {"", "stop", "comma", "at", "or", "and", "TIME", "HOURS", "to", "until", "dash"}
    return _day_of_month(place, day) if is_led and ends else None


@DAYS.rule("the day=ORDWORD", "on day=ORDWORD")
def spelt_day_alone(place: MatchContext, day: int) -> RuleResult:
    """ "The twentieth", "the fifth at three": more than any list of choices has, or with a time behind it."""
    is_timed = place.after in {"at", "TIME", "HOURS", "around"}
    is_day = day > LONGEST_LIST or (day > COMMON_CHOICES and is_timed)
    if not is_day or place.habits.ordinal_hours or place.catalogue.prefixes or _numbers_things(place):
        return None
    return _day_of_month(place, day)


def _numbers_things(place: MatchContext) -> bool:
    """ "The tenth time", "der achte Termin": what a name follows, or one of what is counted."""
    following = place.right[0] if place.after == "word" else None
    is_name = following is not None and (
        following.is_capital
        if place.habits.capital_nouns
        else plain(following.text) not in place.catalogue.not_counted and not place.catalogue.prefixes
    )
    is_of_other = place.after in {"WEEKDAY", "WEAKDAY", "MONTH", "WEAKMONTH", "of", "PART", "NTH"}
    return counts_things(place) or is_name or is_of_other


@DAYS.rule("day=NTH")
def arabic_day_alone(place: MatchContext, day: int) -> RuleResult:
    """ "الرابع عشر", as the whole of an answer: more than any list of choices has."""
    is_whole = place.before in {"", "some"} and place.after in {"", "stop", "comma", "some"}
    return _day_of_month(place, day) or None if is_whole and day > LONGEST_LIST else None


@DAYS.rule("lead=the|in|at|to|on|until|from|after|before day=NTH")
def arabic_day(place: MatchContext, lead: str, day: int) -> RuleResult:
    """ "يوم الرابع عشر": behind such a word no choice from a list, and hours are of the other gender."""
    read = None if _numbers_things(place) else _day_of_month(place, day)
    return ((lead, lead), *read) if read else None


@DAYS.rule("on the day=INT", "by the day=INT", "until the day=INT")
def bare_day_of_the_month(place: MatchContext, day: int) -> RuleResult:
    return None if counts_things(place) else _day_of_month(place, day)


def _continues_days(place: MatchContext) -> bool:
    return (
        len(place.left) > 1
        and place.left[-1].kind in {"or", "and", "comma", "to"}
        and place.left[-2].kind == "DATE"
    )


def _day_of_month(place: MatchContext, day: int) -> RuleResult:
    read = next_day_of_month(place.today, day)
    return readings("DATE", Days.on(read, "day of month")) if read else _no_such_number(place, day)


def _no_such_number(place: MatchContext, day: int) -> tuple[tuple[str, Any], ...]:
    """ "The 32nd": what is no day of any month."""
    if day > largest_day(place):
        return ()
    beyond = max(day, LARGEST_DAY)  # Of no month at all: the end of this one and the beginning of the next.
    place.doubt(NO_SUCH_DAY, *days_instead(place.today, place.today.month, beyond, place.today.year))
    return readings("NODAY", None) or ()
