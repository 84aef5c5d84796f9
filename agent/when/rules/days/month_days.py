"""A day of a month that is named: "March 5th", "the 5th of March 2020", "March 4-6"."""

from __future__ import annotations

from datetime import date

from agent.when.calendar.calendar import coming_month_day, day_of_month, shift_months
from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.rules.counting import counts_things
from agent.when.rules.days.day_of_month import read_day
from agent.when.rules.stages import MONTH_DAYS
from agent.when.values import Days

# Between which numbers of a list or range of days may stand: "14 or 15 March", "March 4-6".
_LISTED = "or|and|comma|slash"
_RANGED = "to|until|dash"


@MONTH_DAYS.rule(
    "month=ANYMONTH comma? the? day=DAYNUM comma? year=INT4",
    "month=ANYMONTH the? day=ORD",
    "month=ANYMONTH dash|slash day=INT",
    "month=ANYMONTH dash|slash day=INT dash|slash year=INT4",
    "year=INT4 dash|slash month=ANYMONTH dash|slash day=INT",
    "year=INT4 month=ANYMONTH day=DAYNUM",
)
def month_then_day(place: MatchContext, month: int, day: int, year: str | None = None) -> RuleResult:
    return read_day(place, month, day, year)


@MONTH_DAYS.rule("month=ANYMONTH the? day=INT")
def month_then_number(place: MatchContext, month: int, day: int) -> RuleResult:
    return None if counts_things(place) else read_day(place, month, day, None)


@MONTH_DAYS.rule(
    "the? day=DAYNUM|NUMWORD|NTH at|in|from|to month=MONTH year=INT4?", "the? day=NTH month=MONTH year=INT4?"
)
def day_in_month(place: MatchContext, day: int, month: int, year: str | None = None) -> RuleResult:
    """Hebrew says the 14th in March, Arabic the first from March."""
    return read_day(place, month, day, year) if place.catalogue.prefixes else None


@MONTH_DAYS.rule("the? number=WEAKDAY at|to month=MONTH year=INT4?")
def hebrew_ordinal(place: MatchContext, number: int, month: int, year: str | None = None) -> RuleResult:
    """ "The first in March" is written like Sunday, the first day of the Hebrew week."""
    if not place.catalogue.prefixes or place.habits.ordinal_hours:
        return None
    return read_day(place, month, (number + 1) % 7 + 1, year)


@MONTH_DAYS.rule("month=ANYMONTH the? day=NUMWORD comma? year=INT4", "month=MONTH day=NUMWORD")
def month_then_word(place: MatchContext, month: int, day: int, year: str | None = None) -> RuleResult:
    return None if counts_things(place) else read_day(place, month, day, year)


@MONTH_DAYS.rule("month=WEAKMONTH day=NUMWORD")
def weak_month_then_word(place: MatchContext, month: int, day: int) -> RuleResult:
    """ "May twenty nine", but not "may two people come"."""
    ends = place.after in {"", "stop", "comma", "at", "HHMM", "or", "and", "to", "some", "for"}
    return read_day(place, month, day, None) if ends else None


@MONTH_DAYS.rule(
    "the? day=DAYNUM dash? of? dash? month=ANYMONTH comma? dash? of? year=INT4",
    "the? day=DAYNUM of? month=ANYMONTH",
    "the? day=INT dash|slash month=ANYMONTH",
    "the? day=INT slash month=ANYMONTH slash year=INT4",
    "the? day=NUMWORD of? month=MONTH of? year=INT4",
    "the? day=NUMWORD of? month=MONTH",
)
def day_then_month(place: MatchContext, day: int, month: int, year: str | None = None) -> RuleResult:
    if place.right and place.right[0].kind == "word" and place.right[0].is_capital and counts_things(place):
        return None  # 12 May Street
    return read_day(place, month, day, year)


@MONTH_DAYS.rule(
    f"month=ANYMONTH the? first=DAYNUM {_LISTED} the? last=DAYNUM",
    f"month=ANYMONTH the? first=DAYNUM {_LISTED} the? middle=DAYNUM {_LISTED} and|or? the? last=DAYNUM",
    f"the? first=DAYNUM {_LISTED} the? last=DAYNUM of? month=ANYMONTH",
    f"the? first=DAYNUM {_LISTED} the? middle=DAYNUM comma? {_LISTED} the? last=DAYNUM of? month=ANYMONTH",
)
def days_in_list(
    place: MatchContext, month: int, first: int, last: int, middle: int | None = None
) -> RuleResult:
    if place.after in {"MONTH", "WEAKMONTH", "HHMM", "am", "pm", "oclock"} or counts_things(place):
        return None
    days = [read_day(place, month, day, None) for day in (first, middle, last) if day is not None]
    return tuple(read for day in days if day for read in day) if all(days) else None


@MONTH_DAYS.rule("the? pair=SLASHED of? month=ANYMONTH")
def days_with_slash(place: MatchContext, pair: tuple[int, int], month: int) -> RuleResult:
    """ "3/5 December"."""
    return days_in_list(place, month=month, first=pair[0], last=pair[1])


@MONTH_DAYS.rule(
    f"from|between? month=ANYMONTH the? first=DAYNUM {_RANGED} the? last=DAYNUM comma? year=INT4",
    f"from|between? month=ANYMONTH the? first=DAYNUM {_RANGED} the? last=DAYNUM",
    "between month=ANYMONTH the? first=DAYNUM and the? last=DAYNUM",
    f"from|between? the? first=DAYNUM {_RANGED} the? last=DAYNUM of? month=ANYMONTH comma? year=INT4",
    f"from|between? the? first=DAYNUM {_RANGED} the? last=DAYNUM of? month=ANYMONTH",
    "between the? first=DAYNUM and the? last=DAYNUM of? month=ANYMONTH",
    "of the? first=DAYNUM at the? last=DAYNUM of month=ANYMONTH",
    f"from|between? the? first=DAYNUM {_RANGED} the? last=DAYNUM at|in month=MONTH",
)
def days_in_range(
    place: MatchContext, month: int, first: int, last: int, year: str | None = None
) -> RuleResult:
    is_led = place.matched[-2].kind in {"at", "in"}
    if place.after in {"am", "pm", "MONTH", "WEAKMONTH"} or (is_led and not place.catalogue.prefixes):
        return None
    if first >= last:
        return None
    end = coming_month_day(place.today, month, last, int(year) if year else None)
    if end is None:
        return read_day(place, month, last, year)
    begin = coming_month_day(date(end.year, month, 1), month, first, end.year)
    return readings("DATE", Days(begin, end, "span")) if begin else None


@MONTH_DAYS.rule(
    "between|from the? first=INT to|until|and|dash the? last=INT to|of|at the? unit=UNIT",
    "between|from the? first=INT to|until|and|dash the? last=INT to|of|at the? unit=UNIT which=next",
)
def days_of_month_between(
    place: MatchContext, first: int, last: int, unit: str, which: str | None = None
) -> RuleResult:
    """Hebrew says between the 21st and the 23rd to the month, and to the next month."""
    if unit != "month" or not 0 < first < last:
        return None
    month = place.today.replace(day=1)
    if which is not None or last < place.today.day:
        month = shift_months(month, 1)
    begin, end = day_of_month(month, first), day_of_month(month, last)
    return readings("DATE", Days(begin, end, "span")) if begin and end else None
