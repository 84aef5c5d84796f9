"""A week as it is drawn: a track for each day, from midnight to midnight."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from booking_core.time.wall_clock import DAY_MINUTES
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.typed_hours import write_hours

WEEKDAYS = 7


class Bar(Struct, frozen=True):
    """Minutes of a day; ``sometimes`` where it does not hold in every week."""

    starts: int
    length: int
    sometimes: bool


class DrawnDay(Struct, frozen=True):
    name: str
    hours: str
    bars: Sequence[Bar]


def draw_week(week: Sequence[Mapping[str, Any]], local: LocalFormat) -> list[DrawnDay]:
    """The days in the order of the place; a night reaches into the next one."""
    return [
        DrawnDay(local.weekday(day), _hours_of(week, day), [bar for one in week for bar in _bars(one, day)])
        for day in local.weekdays()
    ]


def _hours_of(week: Sequence[Mapping[str, Any]], day: int) -> str:
    return write_hours([(one["opens"], one["closes"]) for one in week if one["weekday"] == day])


def _bars(window: Mapping[str, Any], day: int) -> list[Bar]:
    """The part of a window that lies on a weekday."""
    days_later = (day - window["weekday"]) % WEEKDAYS
    starts = max(window["opens"] - days_later * DAY_MINUTES, 0)
    ends = min(window["closes"] - days_later * DAY_MINUTES, DAY_MINUTES)
    return [Bar(starts, ends - starts, "every_weeks" in window)] if starts < ends else []
