"""Stretches of days and hours that meet: "after ten" and "in the morning", "next week" and "after
Tuesday"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from agent.when.constraints import DateRange
from agent.when.grammar.pairing import date_range
from agent.when.values import DAY, Days, Hours

T = TypeVar("T")


def intersect_hours(ranges: Sequence[Hours]) -> list[Hours]:
    """Stretches that overlap and of which one is open narrow each other; others are alternatives."""
    met: list[Hours] = []
    for one in ranges:
        if met and (both := _overlap_of_hours(met[-1], one)):
            met[-1] = both
        else:
            met.append(one)
    return met


def _overlap_of_hours(one: Hours, other: Hours) -> Hours | None:
    """What two stretches share, where one lies in the other or one of them is open."""
    for night, evening in ((one, other), (other, one)):
        runs_past = night.first is not None and night.last is not None and night.last < night.first
        if runs_past and evening.last is None and (evening.first or 0) <= (night.first or 0):
            return night  # "Friday night from eleven till one"
    first, last = max(one.first or 0, other.first or 0), min(one.last or DAY, other.last or DAY)
    is_inside = any((first, last) == (each.first or 0, each.last or DAY) for each in (one, other))
    is_open = None in {one.first, other.first, one.last, other.last}
    if first >= last or not (is_inside or is_open):
        return None
    ends = one if (one.last or DAY) == last else other
    return Hours(first or None, ends.last, excludes_last=ends.excludes_last)


def intersect_days(days: Sequence[Days]) -> tuple[DateRange, ...]:
    """The dates of days told one after the other: those that overlap are their intersection."""
    met: list[Days] = []
    for one in days:
        if met and (both := _overlap_of_days(met[-1], one)):
            met[-1] = both
        else:
            met.append(one)
    return unique(date_range(one) for one in met)


def _overlap_of_days(one: Days, other: Days) -> Days | None:
    """An open stretch and another one that overlaps it: "after the 10th ... before the 20th", "next week
    after Tuesday"."""
    if None not in {one.first, one.last, other.first, other.last} or one.is_day or other.is_day:
        return None
    firsts = [day for day in (one.first, other.first) if day]
    lasts = [day for day in (one.last, other.last) if day]
    first, last = max(firsts, default=None), min(lasts, default=None)
    is_narrower = first is not None and last is not None and first <= last
    return Days(first, last, "span") if is_narrower else None


def unique(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
