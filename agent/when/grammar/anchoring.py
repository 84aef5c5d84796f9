"""Bare weekdays and days of the month find the period they belong to.

"Tuesday or Thursday next week", "March 14th or 15th", "Friday, March 8th": what a rule could only read
against today is moved by what else the sentence names.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec.structs import replace

from agent.when.calendar.calendar import day_of_month, month_day, month_of, weekday_from, weekday_near
from agent.when.grammar.clock_face import clock_within, lies_in
from agent.when.grammar.engine import Item
from agent.when.values import DAYS_DIFFER, WHICH_ORDER, Days, Doubt

_PERIODS = {"week", "month", "weekend"}
# How many items away the part of the day may be that settles a clock.
FARTHEST_CLOCK = 12
# How long ago a day may be that is still spoken of by its weekday.
LATELY_DAYS = 35
# "After Tuesday next week" ends with the week, "not Tuesday next week" leaves its other days.
_OPENING = {"after", "before", "past", "not", "except"}


def anchor_days(items: Sequence[Item], today: date) -> list[Item]:
    """The items with their floating days moved, and without periods or weekdays that only said where."""
    moved = list(items)
    for bounds in _sentences(items):
        _settle_clocks(moved, bounds)
        _join_weekdays(moved, bounds, today)
        _join_any_weekday(moved, bounds)
        _follow_weekdays(moved, bounds)
        _follow_months(moved, bounds)
        _settle_in_period(moved, bounds)
        _settle_in_year(moved, bounds)
    return moved


def _sentences(items: Sequence[Item]) -> list[range]:
    stops = [-1, *(index for index, item in enumerate(items) if item.kind == "stop"), len(items)]
    return [range(begin + 1, end) for begin, end in pairwise(stops)]


def _days(items: Sequence[Item], bounds: range) -> list[int]:
    return [index for index in bounds if items[index].kind == "DATE"]


def _join_weekdays(items: list[Item], bounds: range, today: date) -> None:
    """ "Friday, March 8th" names one day: beside a date its weekday says nothing new, or that one of the two
    is wrong."""
    days = _days(items, bounds)
    for left, right in pairwise(days):
        between = {items[index].kind for index in range(left + 1, right)}
        if not between <= {"comma", "the", "on"} or "said" in {items[left].kind, items[right].kind}:
            continue
        first, second = items[left].value, items[right].value
        is_date = second.is_day and second.floats != "weekday" and not second.says_weekday
        if (first.floats == "weekday" or (first.says_weekday and first.is_day)) and is_date:
            date_at, weekday_at = right, left
        elif second.floats == "weekday" and first.is_day and not first.floats and not first.says_weekday:
            date_at, weekday_at = left, right
        else:
            continue
        joined = _one_day(items[weekday_at], items[date_at], today)
        if joined.doubts and date_at == left and _is_list(items, right, bounds):
            continue  # The next of a list: "tomorrow, Wednesday or Thursday".
        items[weekday_at] = replace(items[weekday_at], kind="said", value=None, doubts=())
        items[date_at] = joined


def _join_any_weekday(items: list[Item], bounds: range) -> None:
    """ "Two months from today on a Tuesday": the one of that week."""
    for left, right in pairwise([index for index in bounds if items[index].kind in {"DATE", "WEEKDAYS"}]):
        days, weekdays = items[left].value, items[right].value
        between = {items[index].kind for index in range(left + 1, right)}
        is_rough = isinstance(days, Days) and days.is_rough and days.first is not None
        if not is_rough or not isinstance(weekdays, frozenset):
            continue
        if len(weekdays) == 1 and between <= {"on", "a", "comma"}:
            items[left] = replace(items[left], value=Days.on(_day_of_week(days.first, min(weekdays))))
            items[right] = replace(items[right], kind="said", value=None)


def _day_of_week(day: date, weekday: int) -> date:
    return day + timedelta(days=weekday - day.weekday())


def _is_list(items: Sequence[Item], right: int, bounds: range) -> bool:
    after = items[right + 1].kind if right + 1 < bounds.stop else ""
    return after in {"or", "and", "comma"}


def _one_day(weekday: Item, dated_item: Item, today: date) -> Item:
    """The date that is told with a weekday: the one of its readings that falls on it. Doubtful where none
    does."""
    said, day = weekday.value.first.weekday(), dated_item.value
    if day.is_rough:
        # "Tuesday two weeks from now": which day of that week.
        return replace(dated_item, value=Days.on(_day_of_week(day.first, said)))
    for reading in (day.first, _date_in_other_order(dated_item, today), _recent_day(day, weekday.value)):
        if reading is not None and reading.weekday() == said:
            return replace(dated_item, value=Days.on(reading), doubts=())
    near = weekday_near(today, day.first, said)
    span = min(weekday.start, dated_item.start), max(weekday.end, dated_item.end)
    swapped = {day.either} if day.either is not None and day.either.weekday() == said else set()
    meant = sorted({day.first, near} | swapped)
    ahead = tuple(one for one in meant if one >= today) or tuple(meant)
    return replace(dated_item, value=Days.on(day.first), doubts=(Doubt(DAYS_DIFFER, ahead, *span),))


def _date_in_other_order(dated_item: Item, today: date) -> date | None:
    """The date in the other order, if a weekday alone may tell that it is meant: where the order is unclear,
    or that day is the nearer one. Of a day further away it is asked."""
    day = dated_item.value
    is_open = any(doubt.kind == WHICH_ORDER for doubt in dated_item.doubts)
    is_near = day.either is not None and today <= day.either and not today <= day.first <= day.either
    return day.either if is_open or is_near else None


def _recent_day(day: Days, weekday: Days) -> date | None:
    """On Monday the 23rd "Friday, November 20th" is the day three days ago, and not the Saturday a year
    ahead."""
    before = month_day(day.first, day.first.month, day.first.day, day.first.year - 1) if day.first else None
    is_it = before is not None and weekday.first and (weekday.first - before).days <= LATELY_DAYS
    return before if is_it else None


def _follow_weekdays(items: list[Item], bounds: range) -> None:
    """In "next Thursday or Friday" the Friday is the one after that Thursday."""
    for left, right in pairwise(_days(items, bounds)):
        first, second = items[left].value, items[right].value
        between = {items[index].kind for index in range(left + 1, right)}
        is_choice = bool(between & {"or", "and", "comma"}) and between <= {"or", "and", "comma", "on", "the"}
        if (
            is_choice
            and first.is_day
            and not first.floats
            and second.floats == "weekday"
            and second.first < first.first
        ):
            items[right] = replace(
                items[right], value=Days.on(weekday_from(first.first, second.first.weekday()))
            )


def _follow_months(items: list[Item], bounds: range) -> None:
    """In "March 14th or the 15th" the second day is of the first one's month."""
    for left, right in pairwise(_days(items, bounds)):
        first, second = items[left].value, items[right].value
        if first.is_day and not first.floats and second.floats == "day of month":
            moved = day_of_month(first.first, second.first.day)
            if moved and moved > first.first:
                items[right] = replace(items[right], value=Days.on(moved))


def _settle_in_year(items: list[Item], bounds: range) -> None:
    """ "March next year", "January 5th of next year"."""
    days = _days(items, bounds)
    years = [index for index in days if items[index].value.grain == "year"]
    others = [index for index in days if items[index].value.grain in {"day", "month"}]
    if len(years) != 1 or not others:
        return
    year = items[years[0]].value.first.year
    for index in others:
        moved = _in_year(items[index].value, year)
        if moved is None:
            return
        items[index] = replace(items[index], value=moved)
    items[years[0]] = replace(items[years[0]], kind="said", value=None)


def _in_year(days: Days, year: int) -> Days | None:
    if days.first is None or days.floats:
        return None
    if days.grain == "month":
        return month_of(days.first.replace(year=year, day=1))
    moved = month_day(days.first, days.first.month, days.first.day, year)
    return Days.on(moved) if moved else None


def _settle_clocks(items: list[Item], bounds: range) -> None:
    """ "Tonight after 8" is after eight in the evening."""
    for part in (index for index in bounds if items[index].kind == "HOURS" and items[index].value.name):
        near = range(max(bounds.start, part - FARTHEST_CLOCK), min(bounds.stop, part + FARTHEST_CLOCK + 1))
        for index in near:
            if items[index].kind != "TIME" or items[index].value.is_certain:
                continue
            between = {item.kind for item in items[min(part, index) + 1 : max(part, index)]}
            if between & {"or", "and", "but", "not"}:
                continue
            within = clock_within(items[index].value, items[part].value)
            if within is not None and lies_in(within, items[part].value):
                items[index] = replace(items[index], value=within)


def _settle_in_period(items: list[Item], bounds: range) -> None:
    days = _days(items, bounds)
    periods = [index for index in days if items[index].value.grain in _PERIODS]
    floating = [index for index in days if items[index].value.floats]
    if len(periods) != 1 or not floating:
        return
    period = items[periods[0]].value
    settled = [index for index in floating if _settle(items, index, period)]
    if settled and not any(_is_led(items, index) for index in settled) and not _is_led(items, periods[0]):
        items[periods[0]] = replace(items[periods[0]], kind="said", value=None)


def _settle(items: list[Item], index: int, period: Days) -> bool:
    day = items[index].value
    if period.grain == "month" and day.floats == "weekday":
        # A Tuesday in March is any of them.
        items[index] = replace(items[index], kind="WEEKDAYS", value=frozenset({day.first.weekday()}))
        return False
    moved = _day_in(period, day.first, day.floats)
    if moved is None:
        return False
    items[index] = replace(items[index], value=Days.on(moved))
    return True


def _day_in(period: Days, day: date, floats: str) -> date | None:
    if period.first is None or period.last is None:
        return None
    if floats == "day of month":
        moved = day_of_month(period.first, day.day) if period.grain == "month" else None
    else:
        moved = weekday_from(period.first, day.weekday())
    return moved if moved and period.first <= moved <= period.last else None


def _is_led(items: Sequence[Item], index: int) -> bool:
    while index > 0 and items[index - 1].kind == "filler":
        index -= 1  # "can't come Friday next week"
    return index > 0 and items[index - 1].kind in _OPENING
