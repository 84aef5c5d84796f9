"""A reading as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from agent.when.constraints import DateRange, HoursOfDays, TimeRange, When
from agent.when.wording import WEEKDAYS, clock_words, iso


def as_json(when: When) -> dict[str, Any]:
    """Everything that was read, as JSON: ISO dates inclusive, HH:MM, weekdays "mon" to "sun", None for an
    open end.

    "dates" and "times" are always there; the others where something was said: "weekdays"; "not_dates",
    "not_times" and "not_weekdays", what does not suit; "moments" and "not_moments", days with hours of their
    own; "soonest"; "relative"; "problems", each with its "kind", "words" and the "days" that may be meant.
    """
    told = {
        "weekdays": _weekdays_json(when.weekdays),
        "not_dates": _days_json(when.not_dates),
        "not_times": _hours_json(when.not_times),
        "not_weekdays": _weekdays_json(when.not_weekdays),
        "moments": [_moment_json(one) for one in when.moments],
        "not_moments": [_moment_json(one) for one in when.not_moments],
        "soonest": when.soonest,
        "relative": when.relative,
        "problems": [
            {"kind": one.kind, "words": one.words, "days": [day.isoformat() for day in one.days]}
            for one in when.problems
        ],
    }
    said = {name: value for name, value in told.items() if value}
    return {"dates": _days_json(when.dates), "times": _hours_json(when.times), **said}


def _days_json(dates: Iterable[DateRange]) -> list[dict[str, str | None]]:
    return [{"from": iso(one.first), "to": iso(one.last)} for one in dates]


def _hours_json(times: Iterable[TimeRange]) -> list[dict[str, str | None]]:
    return [{"from": clock_words(one.first), "to": clock_words(one.last)} for one in times]


def _weekdays_json(weekdays: Iterable[int]) -> list[str]:
    return [WEEKDAYS[day][:3].lower() for day in sorted(weekdays)]


def _moment_json(moment: HoursOfDays) -> dict[str, Any]:
    return {
        "dates": _days_json(moment.dates),
        "times": _hours_json(moment.times),
        "weekdays": _weekdays_json(moment.weekdays),
    }
