"""Days with hours of their own: "Friday at three or Saturday at ten" allows no Friday at ten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agent.when.constraints import DateRange, HoursOfDays, TimeRange
from agent.when.grammar.engine.items import Item
from agent.when.values import ClockTime, Days, Hours

Value = Days | ClockTime | Hours | frozenset[int]

_DAYS, _HOURS = {"DATE", "WEEKDAYS"}, {"TIME", "HOURS"}


def pair_days_with_hours(items: Sequence[Item]) -> Iterator[HoursOfDays]:
    """A moment for each day that is told with its hours, where there are several; nothing where one needs no
    pairing."""
    told = [item for item in items if item.kind in _DAYS | _HOURS]
    for groups in (_by_link(items), _by_order(told)):
        if len(groups) > 1 and (all(map(_is_complete, groups)) or _begins_without_day(items, groups)):
            yield from map(_moment, groups)
            return


def date_range(value: Value) -> DateRange:
    assert isinstance(value, Days)  # noqa: S101 - callers choose by kind
    return DateRange(value.first, value.last)


def time_range(value: Value) -> TimeRange:
    if isinstance(value, ClockTime):
        return TimeRange(value.guess(), value.guess())
    assert isinstance(value, Hours)  # noqa: S101 - callers choose by kind
    return TimeRange(value.first, value.last, value.excludes_last and value.last is not None)


def _by_link(items: Sequence[Item]) -> list[list[Item]]:
    """The days and hours between one "or" and the next."""
    groups: list[list[Item]] = [[]]
    for item in items:
        if item.kind in {"or", "and", "stop"} and groups[-1]:
            groups.append([])
        elif item.kind in _DAYS | _HOURS:
            groups[-1].append(item)
    return [group for group in groups if group]


def _by_order(told: Sequence[Item]) -> list[list[Item]]:
    """Each day with the hours that follow it, or with those before it where hours come first."""
    if not told:
        return []
    opening = _DAYS if told[0].kind in _DAYS else _HOURS
    groups: list[list[Item]] = [[]]
    for item in told:
        if item.kind in opening and groups[-1] and groups[-1][-1].kind not in opening:
            groups.append([])
        groups[-1].append(item)
    return groups


def _is_complete(group: Sequence[Item]) -> bool:
    kinds = {item.kind for item in group}
    return bool(kinds & _DAYS and kinds & _HOURS)


def _begins_without_day(items: Sequence[Item], groups: Sequence[Sequence[Item]]) -> bool:
    """ "At four or Thursday morning": the first hours are of no day. In "at three or four on Thursday" both
    are of that day, told behind them."""
    first, *others = groups
    is_hours = all(item.kind in _HOURS for item in first)
    is_choice = any(item.kind == "or" for item in items)
    return is_hours and is_choice and all(_is_complete(one) and one[0].kind in _DAYS for one in others)


def _moment(group: Sequence[Item]) -> HoursOfDays:
    weekdays = [item.value for item in group if item.kind == "WEEKDAYS"]
    return HoursOfDays(
        tuple(date_range(item.value) for item in group if item.kind == "DATE"),
        frozenset().union(*weekdays),
        tuple(time_range(item.value) for item in group if item.kind in _HOURS),
    )
