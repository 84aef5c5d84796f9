"""From finished items to constraints: alternatives add up, "in the morning" and "after ten" meet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from msgspec.structs import replace

from agent.when.constraints import HoursOfDays, ReadSpan, When
from agent.when.grammar.engine.items import Item
from agent.when.grammar.intersections import intersect_days, unique
from agent.when.grammar.pairing import Value, date_range, pair_days_with_hours, time_range
from agent.when.grammar.problems import problems_of
from agent.when.grammar.settled_times import next_mornings, settle_clocks, times_of
from agent.when.values import ClockTime, Days, Hours
from agent.when.wording import reading_of

# Words that belong to the time they stand before: "on", "at", "around".
_LEADING = {"on", "at", "in", "around", "the", "by", "of", "from", "between", "during"}

_TOLD = ("DATE", "TIME")


def assemble_when(items: Sequence[Item], now: datetime, zone: str, text: str) -> When:
    """The constraints of all items of a sentence, and what is wrong with them in the words of the text."""
    items = next_mornings(settle_clocks(_drop_origin_of_move(items)))
    excluded = [item.value for item in items if item.kind == "NOT"]
    wanted = [item.value for item in items if item.kind in {"DATE", "TIME", "HOURS", "WEEKDAYS"}]
    has_time = any(isinstance(value, ClockTime) for value in wanted)
    days = [_due(value, has_time) for value in wanted if isinstance(value, Days)]
    dates = intersect_days(_ahead(days, now.date()))
    moments = tuple(pair_days_with_hours(items))
    is_any_day = any(one.is_of_any_day for one in moments)
    relatives = [item.value for item in items if item.kind == "RELATIVE"]
    return When(
        dates=() if is_any_day else dates,
        times=times_of(items, dates, now),
        weekdays=frozenset() if is_any_day else _weekdays(wanted),
        not_dates=unique(date_range(value) for value in excluded if _is_dated(value)),
        not_weekdays=_weekdays(excluded) | _weekdays_to_avoid(excluded),
        not_times=unique(time_range(value) for value in excluded if isinstance(value, ClockTime | Hours)),
        moments=moments,
        not_moments=tuple(_not_moments(excluded)),
        soonest=any(item.kind == "SOONEST" for item in items),
        relative=relatives[-1] if relatives else None,
        spans=tuple(_spans(items)),
        zone=zone,
        problems=problems_of(items, dates, now.date(), text),
    )


def _drop_origin_of_move(items: Sequence[Item]) -> Sequence[Item]:
    """ "Reschedule Monday's appointment to Wednesday": what is told before the "to" is what it moves from."""
    kinds = [item.kind for item in items]
    if "move" not in kinds:
        return items
    begin = kinds.index("move")
    for place in range(begin, len(items)):
        after = next((kind for kind in kinds[place + 1 :] if kind not in _LEADING), "")
        if kinds[place] == "stop":
            return items
        if kinds[place] == "to" and after in _TOLD:
            dropped = {kind for kind in _TOLD if kind in kinds[place:]}
            return [
                replace(item, kind="said", value=None) if at < place and item.kind in dropped else item
                for at, item in enumerate(items)
            ]
    return items


def _ahead(days: Sequence[Days], today: date) -> Sequence[Days]:
    """ "It has hurt for the last three days, can I come on Thursday?": what is over is told, and not wanted,
    beside what is to come."""
    ahead = [one for one in days if not _is_told(one, today)]
    return ahead or days


def _is_told(days: Days, today: date) -> bool:
    if days.last is not None:
        return days.last < today
    return days.first is not None and days.first < today


def _due(days: Days, has_time: bool) -> Days:
    """ "By Friday at three" names the appointment, "by Friday" the last day it may be."""
    return Days.on(days.last) if has_time and days.grain == "deadline" and days.last else days


def _weekdays(values: Iterable[Value]) -> frozenset[int]:
    return frozenset().union(*(value for value in values if isinstance(value, frozenset)))


def _weekdays_to_avoid(values: Iterable[Value]) -> frozenset[int]:
    """ "Not Monday" excludes every Monday, and "not on the weekend" every weekend."""
    excluded: set[int] = set()
    for value in values:
        if _is_of_any_week(value):
            assert isinstance(value, Days)  # noqa: S101 - only days are
            assert value.first is not None  # noqa: S101
            excluded |= {value.first.weekday()} if value.is_day else {5, 6}
    return frozenset(excluded)


def _is_of_any_week(value: Value) -> bool:
    if not isinstance(value, Days) or value.first is None:
        return False
    return value.floats == "weekday" or (value.grain == "weekend" and value.says_weekday)


def _not_moments(excluded: Iterable[Any]) -> Iterable[HoursOfDays]:
    """ "Not Wednesday afternoon" leaves its morning; a bare weekday is any such day."""
    for days, hours in (value for value in excluded if isinstance(value, tuple)):
        weekdays = days if isinstance(days, frozenset) else _weekdays_to_avoid([days])
        yield HoursOfDays(() if weekdays else (date_range(days),), weekdays, (time_range(hours),))


def _is_dated(value: Value) -> bool:
    return isinstance(value, Days) and not _is_of_any_week(value)


def _spans(items: Sequence[Item]) -> Iterable[ReadSpan]:
    finished = {"DATE", "TIME", "HOURS", "WEEKDAYS", "NOT", "SOONEST", "RELATIVE", "NODAY", "NOTIME", "said"}
    previous: tuple[int, int] | None = None
    for index, item in enumerate(items):
        if item.kind not in finished or (item.start, item.end) == previous:
            continue
        previous = (item.start, item.end)
        start = index
        while start > 0 and items[start - 1].kind in _LEADING:
            start -= 1
        yield ReadSpan(items[start].start, item.end, reading_of(item.kind, item.value))
