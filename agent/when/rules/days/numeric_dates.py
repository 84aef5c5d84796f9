"""A day in numbers: "3/14", "14.3.", "2026-03-14", "24 12 26"."""

from __future__ import annotations

from agent.when.calendar.calendar import YEARS, coming_month_day
from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.rules.counting import counts_things, is_measured
from agent.when.rules.days.day_of_month import (
    LARGEST_DAY,
    LARGEST_ORDINAL,
    LONGEST_MONTH,
    MONTHS_A_YEAR,
    doubt_day,
    read_day,
)
from agent.when.rules.stages import MONTH_DAYS
from agent.when.values import WHICH_ORDER, Days

# How many years back and ahead a year in two digits may lie, where only blanks tell a date from other
# numbers.
YEARS_BACK, YEARS_AHEAD = 1, 3
# What makes 24.12 a day, said before it; and what makes it a time, said behind it.
_BEFORE_DOTTED = {"on", "until", "by", "from", "to", "comma", "WEEKDAY", "WEAKDAY"}
_CLOCK_FOLLOWS = {"am", "pm", "oclock", "PART", "UNIT"}
_IN_ROWS = {"INT", "INT4", "NUMWORD", "dash", "slash", "other", "DOTTED", "TENTHS"}


@MONTH_DAYS.rule("the? pair=SLASHED", "weekday=ANYDAY comma? the? pair=SLASHED")
def day_with_slash(place: MatchContext, pair: tuple[int, int], weekday: int | None = None) -> RuleResult:
    if place.after in {"UNIT", "slash", "a"} or counts_things(place) or is_measured(place):
        return None
    read = _in_numbers(place, *pair, None, place.day_first)
    return _beside(weekday, read)


@MONTH_DAYS.rule("the? written=FULL", "weekday=ANYDAY comma? the? written=FULL")
def numeric_date(
    place: MatchContext, written: tuple[int, int, int, bool], weekday: int | None = None
) -> RuleResult:
    first, second, year, is_dotted = written
    return _beside(weekday, _in_numbers(place, first, second, year, is_dotted or place.day_first))


@MONTH_DAYS.rule("first=INT dash second=INT")
def day_with_dash(place: MatchContext, first: int, second: int) -> RuleResult:
    """ "12-05 13:00"; without the time it would be hours."""
    kinds = [item.kind for item in place.right[:2]]
    is_timed = kinds[:1] == ["HHMM"] or kinds in (["at", "HHMM"], ["at", "INT"])
    is_day = is_timed and place.before not in {"from", "between", "dash", "INT"}
    return _in_numbers(place, first, second, None, place.day_first) if is_day else None


@MONTH_DAYS.rule("the? first=INT|ORDINT second=INT year=INT4")
def date_with_spaces(place: MatchContext, first: int, second: int, year: str) -> RuleResult:
    """ "5 12 2026"."""
    return numeric_date(place, written=(first, second, int(year), False))


@MONTH_DAYS.rule("the? first=INT|ORDINT second=INT year=INT")
def short_date_with_spaces(place: MatchContext, first: int, second: int, year: int) -> RuleResult:
    """ "24 12 26", unless it is part of a longer row of numbers, as those of telephones are."""
    written = place.matched[-3:]
    is_row = place.before in _IN_ROWS or _goes_on_as_row(place) or counts_things(place) or is_measured(place)
    is_pairs = all(len(item.text) <= 2 for item in written) and len(written[2].text) == 2
    is_date = min(first, second) <= MONTHS_A_YEAR and max(first, second) <= LARGEST_DAY
    if is_row or not is_pairs or not is_date or not _is_near(place, year):
        return None
    return numeric_date(place, written=(first, second, 2000 + year, False))


def _goes_on_as_row(place: MatchContext) -> bool:
    """Whether another number follows, that is no hour: "24 12 26 2pm"."""
    is_hour = any(item.kind in _CLOCK_FOLLOWS for item in place.right[1:2])
    return place.after in _IN_ROWS and not is_hour


def _is_near(place: MatchContext, year: int) -> bool:
    return -YEARS_BACK <= 2000 + year - place.today.year <= YEARS_AHEAD


@MONTH_DAYS.rule("the? pair=DAYMONTH year=INT", "weekday=ANYDAY comma? the? pair=DAYMONTH year=INT")
def short_date_with_dots(
    place: MatchContext, pair: tuple[int, int], year: int, weekday: int | None = None
) -> RuleResult:
    """ "24. 12. 26"; of "24.12. 10 Uhr" the ten is an hour."""
    is_year = _is_near(place, year) and len(place.matched[-1].text) == 2
    if not is_year or place.after in {*_CLOCK_FOLLOWS, "HHMM", "to", "dash"} or counts_things(place):
        return None
    return day_with_dot(place, pair=pair, year=str(2000 + year), weekday=weekday)


@MONTH_DAYS.rule("the? written=YMD", "weekday=ANYDAY comma? the? written=YMD")
def iso_date(place: MatchContext, written: tuple[int, int, int], weekday: int | None = None) -> RuleResult:
    year, month, day = written
    if year not in YEARS or max(month, day) > LARGEST_DAY:
        return None
    read = coming_month_day(place.today, month, day, year)
    return _beside(weekday, readings("DATE", Days.on(read)) if read else doubt_day(place, month, day, year))


@MONTH_DAYS.rule("the? pair=DAYMONTH year=INT4?", "weekday=ANYDAY comma? the? pair=DAYMONTH year=INT4?")
def day_with_dot(
    place: MatchContext, pair: tuple[int, int], year: str | None = None, weekday: int | None = None
) -> RuleResult:
    # Where the month comes first "4.5." may end a sentence about a rating; a day past the twelfth or a
    # preposition settles it.
    is_led = weekday is not None or place.before in {"on", "until", "by", "from", "to"}
    is_sure = place.habits.dot_ordinals or place.day_first or pair[0] > MONTHS_A_YEAR or is_led
    return _beside(weekday, read_day(place, pair[1], pair[0], year)) if is_sure else None


@MONTH_DAYS.rule("pair=DOTTED", "pair=TENTHS", "weekday=ANYDAY comma? the? pair=DOTTED|TENTHS")
def bare_day_with_dot(place: MatchContext, pair: tuple[int, int], weekday: int | None = None) -> RuleResult:
    """ "On 24.12", "Thursday 10.12": a day where it can be no time of day, or where a day is expected."""
    if (
        place.after in _CLOCK_FOLLOWS
        or counts_things(place)
        or not _may_be_day_with_dot(place, pair, weekday)
    ):
        return None
    day_first = place.day_first if place.day_first is False and pair[1] > MONTHS_A_YEAR else True
    return _beside(weekday, _in_numbers(place, *pair, None, day_first))


def _may_be_day_with_dot(place: MatchContext, pair: tuple[int, int], weekday: int | None) -> bool:
    is_led = weekday is not None or place.before in _BEFORE_DOTTED
    if place.catalogue.prefixes and place.before == "at" and 0 < pair[1] <= MONTHS_A_YEAR:
        return True
    if place.habits.dot_ordinals and is_led:
        return True
    # "At 5.10" is ten past five; "5.12" is hardly twelve past.
    is_no_clock = pair[1] % 5 != 0 and (pair[1] >= 10 or weekday is not None)
    return is_no_clock and (is_led or place.day_first is not False or pair[1] > MONTHS_A_YEAR)


def _in_numbers(
    place: MatchContext, first: int, second: int, year: int | None, day_first: bool | None
) -> RuleResult:
    """A date in numbers, in the order they are written in here; in the other one where only that is a day,
    and asked about where both may be meant."""
    orders = [
        coming_month_day(place.today, month, day, year) for day, month in ((first, second), (second, first))
    ]
    usual, other = orders if day_first is not False else orders[::-1]
    if usual is None and other is None:
        return _no_such_date(place, first, second, year, day_first)
    if usual is None or other is None or usual == other:
        only = usual or other
        return readings("DATE", Days.on(only)) if only else None
    if day_first is None:
        ahead = [day for day in (usual, other) if day >= place.today]
        if len(ahead) == 1:
            return readings("DATE", Days.on(ahead[0]))
        place.doubt(WHICH_ORDER, *sorted((usual, other)))
    return readings("DATE", Days(usual, usual, either=other))


def _no_such_date(
    place: MatchContext, first: int, second: int, year: int | None, day_first: bool | None
) -> RuleResult:
    """Numbers that would be a day if the month were longer."""
    pairs = (
        [(second, first), (first, second)] if day_first is not False else [(first, second), (second, first)]
    )
    for month, day in pairs:
        is_date = 1 <= month <= MONTHS_A_YEAR and day <= (LONGEST_MONTH if year is None else LARGEST_ORDINAL)
        if is_date and (year is None or year in YEARS):
            return doubt_day(place, month, day, year)
    # Of the shape of a date with its year, and none in any order.
    return (
        doubt_day(place, first, second, year)
        if year in YEARS and max(first, second) <= LARGEST_ORDINAL
        else None
    )


def _beside(weekday: int | None, read: RuleResult) -> RuleResult:
    """The date with its weekday before it, which is looked at once all days are known."""
    return read if weekday is None or read is None else (("WEEKDAY", weekday), *read)
