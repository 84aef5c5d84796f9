"""Stretches of the calendar: "next week", "the week after next", "March", "end of next month", "this summer"."""

from __future__ import annotations

from datetime import date, timedelta

from agent.when.calendar import month_of, next_day_of_month, period_around, period_from, shift, shift_months
from agent.when.grammar import Found, Place, Stage, found
from agent.when.holidays import holiday_from
from agent.when.values import Days, Duration

PERIODS = Stage()
PERIOD_PARTS = Stage()

STEPS = {"this": 0, "next": 1, "last": -1}

# Meteorological seasons of the northern half; the month each begins in, three months long.
SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}

# What makes a weak month (may, march, a first name) a month, said before it.
_BEFORE_MONTH = {"in", "of", "by", "until", "since", "before", "after", "from", "between", "during", "to", "this",
                 "next", "last", "early", "mid", "late", "begin", "middle", "end"}  # fmt: skip


@PERIODS.rule(
    "the? which=this|next|last unit=UNIT",
    "the? which=this next unit=UNIT",
    "the? unit=UNIT which=next|last|this",
)
def this_or_next(place: Place, which: str, unit: str) -> Found:
    # "Last week of July" and "any day next week" are about something else.
    if (which == "last" and place.after in {"of", "in"}) or place.after in {"UNIT", "DURATION"}:
        return None
    period = period_from(place.today, unit, STEPS[which])
    if period is None or unit == "day":
        return _day_after_now(place, which) if unit == "day" else None
    return found("DATE", period)


def _day_after_now(place: Place, which: str) -> Found:
    return found("DATE", Days.on(place.today + timedelta(days=STEPS[which]))) if which != "this" else None


@PERIODS.rule(
    "the? unit=UNIT after next",
    "the? next unit=UNIT after next",
    "after next unit=UNIT",
    "the? unit=UNIT after the? next unit=UNIT",
)
def after_next(place: Place, unit: str) -> Found:
    period = period_from(place.today, unit, 2)
    return found("DATE", period) if period else None


@PERIODS.rule("the? coming unit=UNIT")
def coming(place: Place, unit: str) -> Found:
    period = period_from(place.today, unit, 0 if unit == "weekend" else 1)
    return found("DATE", period) if period and unit != "day" else None


@PERIODS.rule("the? day=ORD of the unit=UNIT")
def day_of_the_month(place: Place, day: int, unit: str) -> Found:
    read = next_day_of_month(place.today, day) if unit == "month" else None
    return found("DATE", Days.on(read)) if read else None


@PERIODS.rule("the? unit=UNIT before last")
def before_last(place: Place, unit: str) -> Found:
    period = period_from(place.today, unit, -2)
    return found("DATE", period) if period else None


@PERIODS.rule("the? rest of the|this? unit=UNIT", "later this|in unit=UNIT", "later in the unit=UNIT")
def rest_of(place: Place, unit: str) -> Found:
    period = period_around(place.today, unit)
    return found("DATE", Days(place.today, period.last, "span")) if period and unit != "day" else None


@PERIODS.rule("the|on|at unit=UNIT")
def the_period(place: Place, unit: str) -> Found:
    """ "the weekend", "end of the month" - but not "the day"."""
    if unit == "weekend" or (
        place.before in {"of", "end", "begin", "middle"} and unit in {"week", "month", "year", "quarter"}
    ):
        period = period_around(place.today, unit)
        return found("DATE", period) if period else None
    return None


@PERIODS.rule(
    "the? which=this|next|last month=ANYMONTH",
    "month=ANYMONTH which=this|next|last",
    "month=MONTH|WEAKMONTH of? year=INT4",
    "month=ANYMONTH of? which=this|next|last unit=UNIT",
)
def chosen_month(
    place: Place, month: int, which: str = "this", year: str | None = None, unit: str = "year"
) -> Found:
    if unit != "year":
        return None
    if year is not None:
        return found("DATE", month_of(date(int(year), month, 1))) if 1900 <= int(year) <= 2100 else None
    return found("DATE", _month(place.today, month, which))


def _month(today: date, month: int, which: str) -> Days:
    coming = today.replace(day=1, month=month)
    if month < today.month or (which == "next" and month == today.month):
        coming = shift_months(coming, 12)
    if which == "last":
        coming = shift_months(coming, -12)
    return month_of(coming)


@PERIODS.rule("month=MONTH")
def month(place: Place, month: int) -> Found:
    return found("DATE", _month(place.today, month, "this"))


@PERIODS.rule("month=WEAKMONTH")
def weak_month(place: Place, month: int) -> Found:
    is_listed = place.before in {"or", "and"} and len(place.left) > 1 and place.left[-2].kind == "DATE"
    return _coming(place, month) if place.before in _BEFORE_MONTH or is_listed else None


def _coming(place: Place, month: int) -> Found:
    return found("DATE", _month(place.today, month, "this"))


@PERIODS.rule("year=INT4")
def year(place: Place, year: str) -> Found:
    is_year = place.before in {"in", "of", "since", "by", "until", "during"} and 1990 <= int(year) <= 2100
    return found("DATE", Days(date(int(year), 1, 1), date(int(year), 12, 31), "year")) if is_year else None


@PERIODS.rule(
    "the? which=this|next|last season=SEASON",
    "season=SEASON which=this|next|last",
    "season=SEASON of? year=INT4",
)
def chosen_season(place: Place, season: str, which: str = "this", year: str | None = None) -> Found:
    begin = date(int(year) if year else place.today.year, SEASON_STARTS[season], 1)
    if year is None and which != "last" and shift_months(begin, 3) <= place.today:
        begin = shift_months(begin, 12)
    if year is None and which == "last" and begin <= place.today:
        begin = shift_months(begin, -12) if shift_months(begin, 3) > place.today else begin
    elif year is None and which == "last":
        begin = shift_months(begin, -12)
    return found("DATE", Days(begin, shift_months(begin, 3) - timedelta(days=1), "season"))


@PERIODS.rule("in|during|by the? season=SEASON")
def in_season(place: Place, season: str) -> Found:
    return chosen_season(place, season=season)


@PERIODS.rule(
    "nth=ORD quarter of? year=INT4",
    "the? nth=ORD quarter",
    "nth=ORD quarter of this UNIT",
)
def nth_quarter(place: Place, nth: int, year: str | None = None) -> Found:
    if not 1 <= nth <= 4:
        return None
    period = period_around(date(int(year) if year else place.today.year, nth * 3 - 2, 1), "quarter")
    return found("DATE", period) if period else None


@PERIODS.rule("q nth=INT of? year=INT4", "q nth=INT", "year=INT4 q nth=INT")
def short_quarter(place: Place, nth: int, year: str | None = None) -> Found:
    return nth_quarter(place, nth=nth, year=year)


@PERIODS.rule("the? count=NUM coming unit=UNIT")
def so_many_coming(place: Place, count: int, unit: str) -> Found:
    last = shift(place.today, Duration(count, unit))
    return found("DATE", Days(place.today + timedelta(days=1), last, "span")) if last else None


@PERIODS.rule("the? which=this|next|last quarter")
def this_quarter(place: Place, which: str) -> Found:
    period = period_from(place.today, "quarter", STEPS[which])
    return found("DATE", period) if period else None


@PERIODS.rule(
    "the? which=this|next|last? holiday=HOLIDAY year=INT4?",
    "holiday=HOLIDAY which=this|next|last",
    "holiday=HOLIDAY of? which=this|next|last unit=UNIT",
)
def holiday(
    place: Place, holiday: str, which: str = "", year: str | None = None, unit: str = "year"
) -> Found:
    chosen = int(year) if year else None
    if which == "last":
        day = holiday_from(place.today, holiday)
        chosen = day.year - 1
    if unit != "year" or (chosen is not None and not 1900 <= chosen <= 2100):
        return None
    return found("DATE", Days.on(holiday_from(place.today, holiday, chosen)))


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
