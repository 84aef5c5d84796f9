"""A day of a month: "March 5th", "the 5th of March 2020", "3/14", "14.3.", "March 4-6"."""

from __future__ import annotations

from datetime import date

from agent.when.calendar import (
    dated,
)
from agent.when.grammar import Found, Place, found
from agent.when.rules.counting import counts_things
from agent.when.rules.stages import (
    MONTH_DAYS,
)
from agent.when.values import Days

# Between which numbers of a list or range of days may stand: "14 or 15 March", "March 4-6".
_LISTED = "or|and|comma|slash"
_RANGED = "to|until|dash"


@MONTH_DAYS.rule(
    "month=ANYMONTH comma? the? day=DAYNUM comma? year=INT4",
    "month=ANYMONTH the? day=ORD",
    "month=ANYMONTH dash day=INT",
    "month=ANYMONTH dash day=INT dash year=INT4",
)
def month_then_day(place: Place, month: int, day: int, year: str | None = None) -> Found:
    return _day(place, month, day, year)


@MONTH_DAYS.rule("month=ANYMONTH the? day=INT")
def month_then_number(place: Place, month: int, day: int) -> Found:
    return None if counts_things(place) else _day(place, month, day, None)


@MONTH_DAYS.rule("the? day=DAYNUM at|in month=MONTH year=INT4?")
def day_in_month(place: Place, day: int, month: int, year: str | None = None) -> Found:
    """Hebrew says the 14th in March."""
    return _day(place, month, day, year) if place.catalogue.prefixes else None


@MONTH_DAYS.rule("month=MONTH the? day=NUMWORD comma? year=INT4", "month=MONTH day=NUMWORD")
def month_then_word(place: Place, month: int, day: int, year: str | None = None) -> Found:
    return None if counts_things(place) else _day(place, month, day, year)


@MONTH_DAYS.rule(
    "the? day=DAYNUM dash? of? dash? month=ANYMONTH comma? dash? of? year=INT4",
    "the? day=DAYNUM of? month=ANYMONTH",
    "the? day=INT dash month=ANYMONTH",
    "day=NUMWORD of? month=MONTH of? year=INT4",
    "day=NUMWORD of? month=MONTH",
)
def day_then_month(place: Place, day: int, month: int, year: str | None = None) -> Found:
    if place.right and place.right[0].kind == "word" and place.right[0].is_capital and counts_things(place):
        return None  # 12 May Street
    return _day(place, month, day, year)


@MONTH_DAYS.rule(
    f"month=ANYMONTH the? first=DAYNUM {_LISTED} the? last=DAYNUM",
    f"month=ANYMONTH the? first=DAYNUM {_LISTED} the? middle=DAYNUM {_LISTED} and|or? the? last=DAYNUM",
    f"the? first=DAYNUM {_LISTED} the? last=DAYNUM of? month=ANYMONTH",
    f"the? first=DAYNUM {_LISTED} the? middle=DAYNUM comma? {_LISTED} the? last=DAYNUM of? month=ANYMONTH",
)
def listed_days(place: Place, month: int, first: int, last: int, middle: int | None = None) -> Found:
    if place.after in {"MONTH", "WEAKMONTH", "HHMM", "am", "pm", "oclock"} or counts_things(place):
        return None
    days = [dated(place.today, month, day) for day in (first, middle, last) if day is not None]
    return found("DATE", *(Days.on(day) for day in days if day)) if all(days) else None


@MONTH_DAYS.rule(
    f"from|between? month=ANYMONTH the? first=DAYNUM {_RANGED} the? last=DAYNUM comma? year=INT4",
    f"from|between? month=ANYMONTH the? first=DAYNUM {_RANGED} the? last=DAYNUM",
    "between month=ANYMONTH the? first=DAYNUM and the? last=DAYNUM",
    f"from|between? the? first=DAYNUM {_RANGED} the? last=DAYNUM of? month=ANYMONTH comma? year=INT4",
    f"from|between? the? first=DAYNUM {_RANGED} the? last=DAYNUM of? month=ANYMONTH",
    "between the? first=DAYNUM and the? last=DAYNUM of? month=ANYMONTH",
)
def ranged_days(place: Place, month: int, first: int, last: int, year: str | None = None) -> Found:
    if place.after in {"am", "pm", "MONTH", "WEAKMONTH"}:
        return None
    end = dated(place.today, month, last, int(year) if year else None)
    if end is None or first >= last:
        return None
    begin = dated(date(end.year, month, 1), month, first, end.year)
    return found("DATE", Days(begin, end, "span")) if begin else None


@MONTH_DAYS.rule("the? pair=SLASHED")
def slashed_day(place: Place, pair: tuple[int, int]) -> Found:
    if place.after in {"UNIT", "slash", "a"} or counts_things(place):
        return None
    first, second = pair if place.habits.day_first else pair[::-1]
    return _day(place, second, first, None) or _day(place, first, second, None)


@MONTH_DAYS.rule("weekday=ANYDAY comma? the? pair=SLASHED")
def weekday_and_slashed(place: Place, weekday: int, pair: tuple[int, int]) -> Found:
    """ "Fri 5/6": which of the two is the month is told by the weekday, where only one of them is a Friday."""
    usual = slashed_day(place, pair)
    if usual is None:
        return None
    orders = (_day(place, *pair, None), _day(place, *pair[::-1], None))
    right = [read for read in orders if read and read[0][1].first.weekday() == weekday]
    return right[0] if len(right) == 1 else usual


@MONTH_DAYS.rule("the? pair=DAYMONTH year=INT4?")
def dotted_day(place: Place, pair: tuple[int, int], year: str | None = None) -> Found:
    # In English "4.5." may end a sentence about a rating; a day past the twelfth or a preposition settles it.
    is_sure = place.habits.dot_ordinals or pair[0] > 12 or place.before in {"on", "until", "by", "from", "to"}
    return _day(place, pair[1], pair[0], year) if is_sure else None


@MONTH_DAYS.rule("pair=DOTTED")
def bare_dotted_day(place: Place, pair: tuple[int, int]) -> Found:
    is_day = place.habits.dot_ordinals and place.before in {
        "on",
        "until",
        "from",
        "to",
        "WEEKDAY",
        "comma",
    }
    return _day(place, pair[1], pair[0], None) if is_day else None


def _day(place: Place, month: int, day: int, year: str | None) -> Found:
    read = dated(place.today, month, day, int(year) if year else None)
    return found("DATE", Days.on(read)) if read else None
