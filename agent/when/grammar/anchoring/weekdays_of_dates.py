"""A weekday beside a date: "Friday, March 8th" names one day, and may tell which of two dates is meant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec.structs import replace

from agent.when.calendar.calendar import month_day, weekday_near
from agent.when.grammar.engine.items import Item
from agent.when.values import DAYS_DIFFER, WHICH_ORDER, Days, Doubt

# How long ago a day may be that is still spoken of by its weekday.
LATELY_DAYS = 35


def date_indexes(items: Sequence[Item], bounds: range) -> list[int]:
    return [index for index in bounds if items[index].kind == "DATE"]


def join_weekdays(items: list[Item], bounds: range, today: date) -> None:
    """ "Friday, March 8th" names one day: beside a date its weekday says nothing new, or that one of the two
    is wrong."""
    days = date_indexes(items, bounds)
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


def join_relative_days(items: list[Item], bounds: range) -> None:
    """ "Tomorrow, 2 December" names one day, or one of the two is wrong."""
    for left, right in pairwise(date_indexes(items, bounds)):
        between = {items[index].kind for index in range(left + 1, right)}
        first, second = items[left].value, items[right].value
        is_apart = items[left].end <= items[right].start
        if not between <= {"comma", "the", "on"} or not (is_apart and first.is_day and second.is_day):
            continue
        told = {one.is_relative for one in (first, second)}
        is_date = not any(one.floats or one.says_weekday or one.is_rough for one in (first, second))
        if told != {True, False} or not is_date or _is_list(items, right, bounds):
            continue
        doubt = Doubt(
            DAYS_DIFFER, tuple(sorted({first.first, second.first})), items[left].start, items[right].end
        )
        items[left] = replace(items[left], kind="said", value=None, doubts=())
        if first.first != second.first:
            items[right] = replace(items[right], doubts=(doubt,))


def join_any_weekday(items: list[Item], bounds: range) -> None:
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
    after = [items[index].kind for index in range(right + 1, min(right + 3, bounds.stop))]
    return after[:1] in (["or"], ["and"]) or after == ["comma", "DATE"]


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
