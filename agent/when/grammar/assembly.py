"""From finished items to constraints: alternatives add up, "in the morning" and "after ten" meet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from msgspec.structs import replace

from agent.when.constraints import DateRange, Moment, Problem, Span, TimeRange, When
from agent.when.grammar.anchoring import FARTHEST_CLOCK
from agent.when.grammar.clock_face import clock_within
from agent.when.grammar.engine import Item
from agent.when.grammar.intersections import intersect_days, intersect_hours, unique
from agent.when.grammar.pairing import Value, date_range, pair_days_with_hours, time_range
from agent.when.values import NOON, PAST, TOO_MUCH, Clock, Days, Hours
from agent.when.wording import reading_of

# Words that belong to the time they stand before: "on", "at", "around".
_LEADING = {"on", "at", "in", "around", "the", "by", "of", "from", "between", "during"}

_TOLD = ("DATE", "TIME")
_WANTED = {"DATE", "TIME", "HOURS", "WEEKDAYS", "NODAY", "NOTIME", "TOOMUCH"}

_COUNTED = {"DATE", "TIME", "HOURS", "WEEKDAYS", "NOT"}
# Days and hours nobody wants all of: every free time would be judged by each of them.
MOST_TOLD = 40

# Of a problem as much is quoted as names it.
LONGEST_WORDS = 60


def assemble_when(items: Sequence[Item], now: datetime, zone: str, text: str) -> When:
    """The constraints of all items of a sentence, and what is wrong with them in the words of the text."""
    items = _next_mornings(_settle_clocks(_drop_origin_of_move(items)))
    excluded = [item.value for item in items if item.kind == "NOT"]
    wanted = [item.value for item in items if item.kind in {"DATE", "TIME", "HOURS", "WEEKDAYS"}]
    has_time = any(isinstance(value, Clock) for value in wanted)
    days = [_due(value, has_time) for value in wanted if isinstance(value, Days)]
    dates = intersect_days(_ahead(days, now.date()))
    relatives = [item.value for item in items if item.kind == "RELATIVE"]
    return When(
        dates=dates,
        times=_times(items, dates, now),
        weekdays=_weekdays(wanted),
        not_dates=unique(date_range(value) for value in excluded if _is_dated(value)),
        not_weekdays=_weekdays(excluded) | _weekdays_to_avoid(excluded),
        not_times=unique(time_range(value) for value in excluded if isinstance(value, Clock | Hours)),
        moments=tuple(pair_days_with_hours(items)),
        not_moments=tuple(_not_moments(excluded)),
        soonest=any(item.kind == "SOONEST" for item in items),
        relative=relatives[-1] if relatives else None,
        spans=tuple(_spans(items)),
        zone=zone,
        problems=_problems(items, dates, now.date(), text),
    )


def _problems(
    items: Sequence[Item], dates: Sequence[DateRange], today: date, text: str
) -> tuple[Problem, ...]:
    """What is wrong with the days and times that are wanted; of what is not wanted it does not matter."""
    doubts = [doubt for item in items if item.kind in _WANTED for doubt in item.doubts]
    found = [Problem(doubt.kind, _words(text, doubt.start, doubt.end), doubt.days) for doubt in doubts]
    if dates and all(days.last is not None and days.last < today for days in dates):
        told = [item for item in items if item.kind == "DATE"]
        found.append(Problem(PAST, _words(text, told[0].start, told[-1].end) if told else ""))
    if sum(item.kind in _COUNTED for item in items) > MOST_TOLD:
        found.append(Problem(TOO_MUCH))
    return unique(found)


def _words(text: str, start: int, end: int) -> str:
    """What is quoted of a problem; a bracket that it opens, it closes."""
    words = text[start:end][:LONGEST_WORDS].strip()
    return f"{words})" if words.count("(") > words.count(")") else words


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


def _settle_clocks(items: Sequence[Item]) -> list[Item]:
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


def _next_mornings(items: Sequence[Item]) -> Sequence[Item]:
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


def _times(items: Sequence[Item], dates: Sequence[DateRange], now: datetime) -> tuple[TimeRange, ...]:
    clocks = [_clock_after_now(item.value, dates, now) for item in items if item.kind == "TIME"]
    ranges = [item.value for item in items if item.kind == "HOURS"]
    return unique([*map(time_range, clocks), *map(time_range, intersect_hours(ranges))])


def _clock_after_now(time: Clock, dates: Sequence[DateRange], now: datetime) -> Clock:
    """Said of today, a bare "at 9" that has passed is nine in the evening."""
    today = DateRange(now.date(), now.date())
    minute = time.guess()
    is_passed = minute <= now.hour * 60 + now.minute and not time.is_certain
    if list(dates) == [today] and is_passed and minute < NOON:
        return Clock(minute + NOON, is_certain=True)
    return time


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


def _not_moments(excluded: Iterable[Any]) -> Iterable[Moment]:
    """ "Not Wednesday afternoon" leaves its morning; a bare weekday is any such day."""
    for days, hours in (value for value in excluded if isinstance(value, tuple)):
        weekdays = days if isinstance(days, frozenset) else _weekdays_to_avoid([days])
        yield Moment(() if weekdays else (date_range(days),), weekdays, (time_range(hours),))


def _is_dated(value: Value) -> bool:
    return isinstance(value, Days) and not _is_of_any_week(value)


def _spans(items: Sequence[Item]) -> Iterable[Span]:
    finished = {"DATE", "TIME", "HOURS", "WEEKDAYS", "NOT", "SOONEST", "RELATIVE", "NODAY", "NOTIME", "said"}
    previous: tuple[int, int] | None = None
    for index, item in enumerate(items):
        if item.kind not in finished or (item.start, item.end) == previous:
            continue
        previous = (item.start, item.end)
        start = index
        while start > 0 and items[start - 1].kind in _LEADING:
            start -= 1
        yield Span(items[start].start, item.end, reading_of(item.kind, item.value))
