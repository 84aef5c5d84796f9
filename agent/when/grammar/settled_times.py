"""Clocks that something else in the sentence settles: a part of the day, the night before, the present
hour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace

from agent.when.constraints import DateRange, TimeRange
from agent.when.grammar.anchoring.anchoring import FARTHEST_CLOCK
from agent.when.grammar.clock_face import clock_within
from agent.when.grammar.engine.items import Item
from agent.when.grammar.intersections import intersect_hours, unique
from agent.when.grammar.pairing import time_range
from agent.when.values import NOON, ClockTime, Days


def settle_clocks(items: Sequence[Item]) -> list[Item]:
    """A part of the day anywhere in the sentence settles its clocks: "tomorrow afternoon, say at 4"."""
    settled = list(items)
    for index, item in enumerate(items):
        if item.kind not in {"HOURS", "CUE"} or not item.value.name:
            continue
        near = range(max(0, index - FARTHEST_CLOCK), min(len(settled), index + FARTHEST_CLOCK + 1))
        times = [place for place in near if settled[place].kind == "TIME" and _is_near(items, index, place)]
        for place in times[:1]:
            within = clock_within(settled[place].value, item.value)
            if within is not None:
                settled[place] = replace(settled[place], value=within)
                settled[index] = replace(item, kind="said", value=None)
    return settled


def next_mornings(items: Sequence[Item]) -> Sequence[Item]:
    """ "Saturday night at one" is on Sunday, where one day and one time are told."""
    days = [place for place, item in enumerate(items) if item.kind in {"DATE", "WEEKDAYS"}]
    times = [item.value for item in items if item.kind == "TIME"]
    if len(days) != 1 or len(times) != 1 or not times[0].ends_night:
        return items
    day = items[days[0]].value
    if not isinstance(day, Days) or not day.is_day or day.last is None:
        return items
    following = [*items]
    following[days[0]] = replace(items[days[0]], value=Days.on(day.last + timedelta(days=1)))
    return following


def _is_near(items: Sequence[Item], one: int, other: int) -> bool:
    between = items[min(one, other) + 1 : max(one, other)]
    return not any(item.kind in {"or", "and", "stop", "TIME", "HOURS", "NOT"} for item in between)


def times_of(items: Sequence[Item], dates: Sequence[DateRange], now: datetime) -> tuple[TimeRange, ...]:
    """The clock times and hours among the items, local; a clock that may be before or after noon is settled
    by the dates and by now."""
    clocks = [_clock_after_now(item.value, dates, now) for item in items if item.kind == "TIME"]
    ranges = [item.value for item in items if item.kind == "HOURS"]
    return unique([*map(time_range, clocks), *map(time_range, intersect_hours(ranges))])


def _clock_after_now(time: ClockTime, dates: Sequence[DateRange], now: datetime) -> ClockTime:
    """Said of today, a bare "at 9" that has passed is nine in the evening."""
    today = DateRange(now.date(), now.date())
    minute = time.guess()
    is_passed = minute <= now.hour * 60 + now.minute and not time.is_certain
    if list(dates) == [today] and is_passed and minute < NOON:
        return ClockTime(minute + NOON, is_certain=True)
    return time
