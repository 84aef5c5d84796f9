"""Seasons, quarters and holidays: "this summer", "Q3", "Christmas Eve"."""

from __future__ import annotations

from datetime import date, timedelta

from agent.when.calendar.calendar import YEARS, shift_months
from agent.when.calendar.calendar_periods import period_around, period_from
from agent.when.calendar.holidays import holiday_from
from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.rules.periods.periods import STEPS
from agent.when.rules.stages import PERIODS
from agent.when.values import Days

# Meteorological seasons of the northern half; the month each begins in, three months long.
SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


@PERIODS.rule(
    "the? which=this|next|last season=SEASON",
    "season=SEASON which=this|next|last",
    "season=SEASON of? year=INT4",
)
def this_or_next_season(
    place: MatchContext, season: str, which: str = "this", year: str | None = None
) -> RuleResult:
    if year is not None:
        begin = date(int(year), SEASON_STARTS[season], 1) if int(year) in YEARS else None
    else:
        begin = _season_start(place.today, season, which)
    return (
        readings("DATE", Days(begin, shift_months(begin, 3) - timedelta(days=1), "season")) if begin else None
    )


def _season_start(today: date, season: str, which: str) -> date:
    """The season that is not over yet; last is the one that began before that or is over."""
    begin = date(today.year - 1, SEASON_STARTS[season], 1)
    while shift_months(begin, 3) <= today:
        begin = shift_months(begin, 12)
    is_now = begin <= today
    return shift_months(begin, {"last": -12, "next": 12 if is_now else 0}.get(which, 0))


@PERIODS.rule("in|during|by the? season=SEASON")
def in_season(place: MatchContext, season: str) -> RuleResult:
    return this_or_next_season(place, season=season)


@PERIODS.rule(
    "the? nth=ORD quarter of? year=INT4",
    "the? nth=ORD quarter",
    "the? nth=ORD quarter of which=this|next|last unit=UNIT",
)
def nth_quarter(
    place: MatchContext, nth: int, year: str | None = None, which: str = "", unit: str = "year"
) -> RuleResult:
    chosen = int(year) if year else place.today.year + STEPS.get(which, 0)
    if not 1 <= nth <= 4 or chosen not in YEARS or unit != "year":
        return None
    period = period_around(date(chosen, nth * 3 - 2, 1), "quarter")
    if period and period.last and period.last < place.today and not (year or which):
        period = period_around(date(chosen + 1, nth * 3 - 2, 1), "quarter")
    return readings("DATE", period) if period else None


@PERIODS.rule(
    "q nth=INT of? year=INT4",
    "q nth=INT",
    "year=INT4 q nth=INT",
    "q nth=INT of? which=this|next|last unit=UNIT",
)
def short_quarter(
    place: MatchContext, nth: int, year: str | None = None, which: str = "", unit: str = "year"
) -> RuleResult:
    return nth_quarter(place, nth=nth, year=year, which=which, unit=unit)


@PERIODS.rule("the? which=this|next|last quarter")
def this_quarter(place: MatchContext, which: str) -> RuleResult:
    period = period_from(place.today, "quarter", STEPS[which])
    return readings("DATE", period) if period else None


@PERIODS.rule(
    "the? which=this|next|last? holiday=HOLIDAY year=INT4?",
    "holiday=HOLIDAY which=this|next|last",
    "holiday=HOLIDAY of? which=this|next|last unit=UNIT",
)
def holiday(
    place: MatchContext, holiday: str, which: str = "", year: str | None = None, unit: str = ""
) -> RuleResult:
    chosen = int(year) if year else None
    if unit == "year" and which:
        return readings("DATE", Days.on(holiday_from(place.today, holiday, place.today.year + STEPS[which])))
    if which == "last":
        day = holiday_from(place.today, holiday)
        chosen = day.year - 1
    if unit or (chosen is not None and chosen not in YEARS):
        return None
    return readings("DATE", Days.on(holiday_from(place.today, holiday, chosen)))
