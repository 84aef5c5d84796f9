"""Bare weekdays and days of the month find the period they belong to.

"Tuesday or Thursday next week", "March 14th or 15th", "Friday, March 8th": what a rule could only read against today
is moved by what else the sentence names.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from msgspec.structs import replace

from agent.when.calendar import dated, day_of_month, month_of, weekday_from
from agent.when.clock_face import clock_within, lies_in
from agent.when.grammar import Item
from agent.when.values import Days

_PERIODS = {"week", "month", "weekend"}
# How long ago a day may be that is still spoken of by its weekday.
LATELY_DAYS = 35
# "After Tuesday next week" ends with the week, "not Tuesday next week" leaves its other days.
_OPENING = {"after", "before", "past", "not", "except"}


def anchored(items: Sequence[Item]) -> list[Item]:
    """The items with their floating days moved, and without periods or weekdays that only said where."""
    moved = list(items)
    for bounds in _sentences(items):
        _settle_clocks(moved, bounds)
        _join_weekdays(moved, bounds)
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


def _join_weekdays(items: list[Item], bounds: range) -> None:
    """ "Friday, March 8th" names one day: beside a date its weekday says nothing new."""
    days = _days(items, bounds)
    for left, right in pairwise(days):
        between = {items[index].kind for index in range(left + 1, right)}
        if not between <= {"comma", "the", "on"} or "said" in {items[left].kind, items[right].kind}:
            continue
        first, second = items[left].value, items[right].value
        if first.floats == "weekday" and second.is_day and second.floats != "weekday":
            items[left] = replace(items[left], kind="said", value=None)
            items[right] = replace(items[right], value=_just_over(second, first))
        elif second.floats == "weekday" and first.is_day and first.floats != "weekday":
            after = items[right + 1].kind if right + 1 < bounds.stop else ""
            if after in {"or", "and", "comma"} and first.first.weekday() != second.first.weekday():
                continue  # The next of a list: "next Tuesday, Wednesday or Thursday".
            items[right] = replace(items[right], kind="said", value=None)
            items[left] = replace(items[left], value=_just_over(first, second))


def _just_over(day: Days, weekday: Days) -> Days:
    """On Monday the 23rd "Friday, November 20th" is the day three days ago, and not the Saturday a year ahead."""
    if day.first is None or weekday.first is None or day.first.weekday() == weekday.first.weekday():
        return day
    before = dated(day.first, day.first.month, day.first.day, day.first.year - 1)
    is_it = before is not None and before.weekday() == weekday.first.weekday()
    return Days.on(before) if is_it and before and (weekday.first - before).days <= LATELY_DAYS else day


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
    moved = dated(days.first, days.first.month, days.first.day, year)
    return Days.on(moved) if moved else None


def _settle_clocks(items: list[Item], bounds: range) -> None:
    """ "Tonight after 8" is after eight in the evening."""
    for part in (index for index in bounds if items[index].kind == "HOURS" and items[index].value.name):
        for index in bounds:
            between = {item.kind for item in items[min(part, index) + 1 : max(part, index)]}
            if (
                items[index].kind != "TIME"
                or items[index].value.is_certain
                or between & {"or", "and", "but", "not"}
            ):
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
