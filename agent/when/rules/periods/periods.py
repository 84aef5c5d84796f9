"""Weeks, weekends, months and years counted from now: "next week", "the week after next", "the rest of the
month"."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import structs

from agent.when.calendar.calendar import next_day_of_month, shift
from agent.when.calendar.calendar_periods import period_around, period_from, week_of, weekend_of
from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.rules.counting import counts_things
from agent.when.rules.stages import PERIODS
from agent.when.values import Days, Duration

STEPS = {"this": 0, "next": 1, "last": -1, "past": -1}


@PERIODS.rule(
    "the? which=this|next|last|past unit=UNIT",
    "the? which=this next unit=UNIT",
    "the? unit=UNIT which=next|last|this",
)
def this_or_next(place: MatchContext, which: str, unit: str) -> RuleResult:
    # "Last week of July" and "any day next week" are about something else.
    if (which == "last" and place.after in {"of", "in"}) or place.after in {"UNIT", "DURATION"}:
        return None
    period = period_from(place.today, unit, STEPS[which])
    if unit == "fortnight" and which == "next":
        return so_many_coming(place, count=2, unit="week")
    if period is None or unit == "day":
        return _day_after_now(place, which) if unit == "day" else None
    return readings("DATE", period)


def _day_after_now(place: MatchContext, which: str) -> RuleResult:
    return readings("DATE", Days.on(place.today + timedelta(days=STEPS[which]))) if which != "this" else None


@PERIODS.rule(
    "the? unit=UNIT after next",
    "the? next unit=UNIT after next",
    "after next unit=UNIT",
    "the? unit=UNIT after the? next unit=UNIT",
)
def after_next(place: MatchContext, unit: str) -> RuleResult:
    period = period_from(place.today, unit, 2)
    return readings("DATE", period) if period else None


@PERIODS.rule("the? coming unit=UNIT", "the? following unit=UNIT", "the? unit=UNIT coming")
def next_unit(place: MatchContext, unit: str) -> RuleResult:
    if unit == "fortnight":
        return so_many_coming(place, count=2, unit="week")
    period = period_from(place.today, unit, 0 if unit == "weekend" else 1)
    return readings("DATE", period) if period and unit != "day" else None


@PERIODS.rule("the? day=ORD of the unit=UNIT")
def day_of_the_month(place: MatchContext, day: int, unit: str) -> RuleResult:
    read = next_day_of_month(place.today, day) if unit == "month" else None
    return readings("DATE", Days.on(read)) if read else None


@PERIODS.rule("the? unit=UNIT before last")
def before_last(place: MatchContext, unit: str) -> RuleResult:
    period = period_from(place.today, unit, -2)
    return readings("DATE", period) if period else None


@PERIODS.rule("the? rest of the|this? unit=UNIT", "later this|in unit=UNIT", "later in the unit=UNIT")
def rest_of(place: MatchContext, unit: str) -> RuleResult:
    period = period_around(place.today, unit)
    return readings("DATE", Days(place.today, period.last, "span")) if period and unit != "day" else None


@PERIODS.rule("unit=UNIT number=INT")
def week_by_number(place: MatchContext, unit: str, number: int) -> RuleResult:
    """ "Week 27" of the calendar, the next one of that number."""
    if unit != "week" or not 1 <= number <= 53 or counts_things(place):
        return None
    monday = date.fromisocalendar(place.today.year, min(number, 52), 1)
    if monday + timedelta(days=6) < place.today:
        monday = date.fromisocalendar(place.today.year + 1, min(number, 52), 1)
    return readings("DATE", week_of(monday))


@PERIODS.rule("the|on|at unit=UNIT")
def the_period(place: MatchContext, unit: str) -> RuleResult:
    """ "the weekend", "end of the month" - but not "the day"."""
    if place.after in {"of", "before", "after"}:
        return None
    if unit == "weekend":
        return readings("DATE", structs.replace(weekend_of(place.today), says_weekday=True))
    if place.before in {"of", "end", "begin", "middle", "early", "mid", "late"} and unit in {
        "week",
        "month",
        "year",
        "quarter",
    }:
        period = period_around(place.today, unit)
        return readings("DATE", period) if period else None
    return None


@PERIODS.rule("lead=not|nor|no|except|or|and in? unit=UNIT")
def no_weekend(place: MatchContext, lead: str, unit: str) -> RuleResult:
    """Where a language has the article in its "not" or "or": "pas le week-end"."""
    weekend = the_period(place, unit) if unit == "weekend" else None
    return ((lead, lead), *weekend) if weekend else None


@PERIODS.rule("the? count=NUM coming unit=UNIT")
def so_many_coming(place: MatchContext, count: int, unit: str) -> RuleResult:
    last = shift(place.today, Duration(count, unit)) if count else None
    return readings("DATE", Days(place.today + timedelta(days=1), last, "span")) if last else None
