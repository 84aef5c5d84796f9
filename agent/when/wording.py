"""A reading said back: as an English sentence and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from agent.when.constraints import DateRange, HoursOfDays, TimeRange, When, WhenProblem
from agent.when.values import (
    DAY_OR_HOUR,
    DAYS_DIFFER,
    NO_SUCH_DAY,
    NO_SUCH_TIME,
    PAST,
    TOO_MUCH,
    WHICH_ORDER,
    ClockTime,
    Days,
    Hours,
)

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def explain(when: When) -> str:
    """The reading as a sentence people understand, e.g. "on Friday 8 March 2019, at 16:30"."""
    if when.is_empty:
        return "nothing about time"
    if when.moments:
        wanted = [_any_of(map(_moment_words, when.moments))]
    else:
        wanted = [
            _any_of(day_words(one) for one in when.dates),
            f"on {_weekday_words(when.weekdays)}" if when.weekdays else "",
            _any_of(hour_words(one) for one in when.times),
        ]
    said = [
        *wanted,
        "not " + _any_of(day_words(one) for one in when.not_dates) if when.not_dates else "",
        f"not on {_weekday_words(when.not_weekdays)}" if when.not_weekdays else "",
        "not " + _any_of(hour_words(one) for one in when.not_times) if when.not_times else "",
        *(f"not {_moment_words(one)}" for one in when.not_moments),
        "as soon as possible" if when.soonest else "",
        f"{when.relative} than offered" if when.relative else "",
    ]
    told = ", ".join(part for part in said if part)
    return "; ".join(filter(None, (told, *map(problem_words, when.problems))))


def problem_words(problem: WhenProblem) -> str:
    """What is wrong, e.g. "there is no day “30 February”: Sunday 28 February 2027 or Monday 1 March
    2027?"."""
    said = {
        NO_SUCH_DAY: "there is no day “{words}”",
        NO_SUCH_TIME: "there is no time “{words}”",
        DAYS_DIFFER: "weekday and date of “{words}” differ",
        WHICH_ORDER: "“{words}” may be day first or month first",
        DAY_OR_HOUR: "“{words}” may be a day or an hour",
        PAST: "“{words}” is past",
        TOO_MUCH: "that is more than can be read at once",
    }[problem.kind].format(words=problem.words)
    return f"{said}: {_any_of(map(_date_words, problem.days))}?" if problem.days else said


def _moment_words(moment: HoursOfDays) -> str:
    days = [
        *map(day_words, moment.dates),
        *([f"on {_weekday_words(moment.weekdays)}"] if moment.weekdays else []),
    ]
    return f"{_any_of(days)} {_any_of(map(hour_words, moment.times))}".strip()


def day_words(days: DateRange) -> str:
    """Days in English, as the command line shows them."""
    first, last = _date_words(days.first), _date_words(days.last)
    if days.first == days.last:
        return f"on {first}"
    if days.first is None:
        return f"until {last}"
    return f"from {first}" + (f" to {last}" if days.last else " on")


def hour_words(hours: TimeRange) -> str:
    """Hours in English, as the command line shows them."""
    first, last = clock_words(hours.first), clock_words(hours.last)
    if hours.first == hours.last and first:
        return f"at {first}"
    if first is None:
        return f"{'before' if hours.excludes_last else 'until'} {last}"
    return f"from {first}" + (f" to {last}" if last else " on")


def clock_words(minute: int | None) -> str | None:
    """HH:MM of a minute of the day, None for None."""
    return None if minute is None else f"{minute // 60 % 24:02}:{minute % 60:02}"


def reading_of(kind: str, value: Any) -> str:
    """One item as words."""
    if isinstance(value, tuple):
        words = " ".join(reading_of("", part) for part in value)
    elif isinstance(value, Days):
        words = day_words(DateRange(value.first, value.last))
    elif isinstance(value, ClockTime):
        words = hour_words(TimeRange(value.guess(), value.guess()))
    elif isinstance(value, Hours):
        words = hour_words(TimeRange(value.first, value.last, value.excludes_last))
    elif isinstance(value, frozenset):
        words = f"on {_weekday_words(value)}"
    else:
        named = {
            "SOONEST": "as soon as possible",
            "RELATIVE": f"{value} than offered",
            "NODAY": "no such day",
            "NOTIME": "no such time",
        }
        words = named.get(kind, "said already")
    return f"not {words}" if kind == "NOT" else words


def _date_words(day: Any) -> str:
    return "" if day is None else f"{WEEKDAYS[day.weekday()]} {day.day} {day:%B %Y}"


def iso(day: Any) -> str | None:
    return None if day is None else str(day.isoformat())


def _weekday_words(weekdays: Iterable[int]) -> str:
    named: Sequence[str] = [f"{WEEKDAYS[day]}s" for day in sorted(weekdays)]
    return " or ".join(named)


def _any_of(words: Iterable[str]) -> str:
    return " or ".join(words)
