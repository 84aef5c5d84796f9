"""Bare weekdays and days of the month find the period they belong to.

"Tuesday or Thursday next week", "March 14th or 15th", "Friday, March 8th": what a rule could only read
against today is moved by what else the sentence names.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from msgspec.structs import replace

from agent.when.calendar.calendar import day_of_month, weekday_from
from agent.when.grammar.anchoring.days_of_periods import settle_in_period, settle_in_year
from agent.when.grammar.anchoring.weekdays_of_dates import (
    date_indexes,
    join_any_weekday,
    join_relative_days,
    join_weekdays,
)
from agent.when.grammar.clock_face import clock_within, lies_in
from agent.when.grammar.engine.items import Item
from agent.when.values import Days

# How many items away the part of the day may be that settles a clock.
FARTHEST_CLOCK = 12


def anchor_days(items: Sequence[Item], today: date) -> list[Item]:
    """The items with their floating days moved, and without periods or weekdays that only said where."""
    moved = list(items)
    for bounds in _sentences(items):
        _settle_clocks(moved, bounds)
        join_relative_days(moved, bounds)
        join_weekdays(moved, bounds, today)
        join_any_weekday(moved, bounds)
        _follow_weekdays(moved, bounds)
        _follow_months(moved, bounds)
        settle_in_period(moved, bounds)
        settle_in_year(moved, bounds)
    return moved


def _sentences(items: Sequence[Item]) -> list[range]:
    stops = [-1, *(index for index, item in enumerate(items) if item.kind == "stop"), len(items)]
    return [range(begin + 1, end) for begin, end in pairwise(stops)]


def _follow_weekdays(items: list[Item], bounds: range) -> None:
    """In "next Thursday or Friday" the Friday is the one after that Thursday."""
    for left, right in pairwise(date_indexes(items, bounds)):
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
    for left, right in pairwise(date_indexes(items, bounds)):
        first, second = items[left].value, items[right].value
        if first.is_day and not first.floats and second.floats == "day of month":
            moved = day_of_month(first.first, second.first.day)
            if moved and moved > first.first:
                items[right] = replace(items[right], value=Days.on(moved))


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
