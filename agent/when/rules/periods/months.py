"""Months and years by name: "in March", "next May", "October 2027"."""

from __future__ import annotations

from datetime import date

from agent.when.calendar.calendar import YEARS, shift_months
from agent.when.calendar.calendar_periods import month_of
from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.rules.stages import PERIODS
from agent.when.values import Days

# What makes a weak month (may, march, a first name) a month, said before it.
_BEFORE_MONTH = {
    "in", "of", "by", "until", "since", "before", "after", "from", "between", "during", "to", "this", "next",
    "last", "early", "mid", "late", "begin", "middle", "end",
}  # fmt: skip


@PERIODS.rule(
    "the? which=this|next|last month=ANYMONTH",
    "month=ANYMONTH which=this|next|last",
    "month=MONTH|WEAKMONTH of? year=INT4",
    "month=ANYMONTH of? which=this|next|last unit=UNIT",
)
def this_or_next_month(
    place: MatchContext, month: int, which: str = "this", year: str | None = None, unit: str = "year"
) -> RuleResult:
    if unit != "year":
        return None
    if year is not None:
        return readings("DATE", month_of(date(int(year), month, 1))) if int(year) in YEARS else None
    return readings("DATE", _month(place.today, month, which))


def _month(today: date, month: int, which: str) -> Days:
    coming = today.replace(day=1, month=month)
    if month < today.month or (which == "next" and month == today.month):
        coming = shift_months(coming, 12)
    if which == "last":
        coming = shift_months(coming, -12)
    return month_of(coming)


@PERIODS.rule("month=MONTH")
def month(place: MatchContext, month: int) -> RuleResult:
    return readings("DATE", _month(place.today, month, "this"))


@PERIODS.rule("month=WEAKMONTH")
def weak_month(place: MatchContext, month: int) -> RuleResult:
    is_listed = place.before in {"or", "and"} and len(place.left) > 1 and place.left[-2].kind == "DATE"
    is_alone = place.before == "" and place.after in {"", "stop"}
    is_month = place.before in _BEFORE_MONTH or is_listed or is_alone
    return readings("DATE", _month(place.today, month, "this")) if is_month else None


@PERIODS.rule("year=INT4", "the? unit=UNIT year=INT4")
def year(place: MatchContext, year: str, unit: str = "") -> RuleResult:
    is_led = (
        place.before in {"in", "of", "since", "by", "until", "during", "early", "mid", "late"}
        or unit == "year"
    )
    is_year = is_led and int(year) in YEARS and unit in {"", "year"}
    return readings("DATE", Days(date(int(year), 1, 1), date(int(year), 12, 31), "year")) if is_year else None
