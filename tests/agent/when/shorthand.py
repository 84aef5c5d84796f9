"""A reading in one line, so that tables of sentences stay readable.

"2026-06-10 15:00.." is that day from three o'clock on; "|" separates alternatives, "!" what does not suit.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from agent.when import DateRange, TimeRange, When, read

LONDON = ZoneInfo("Europe/London")

# A Tuesday in June, ten in the morning.
TUESDAY = datetime(2026, 6, 9, 10, 0, tzinfo=LONDON)

_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def said(text: str, language: str = "en", now: datetime = TUESDAY) -> str:
    """The reading of a sentence spoken in London on that Tuesday, in shorthand."""
    return shorthand(read(text, now, LONDON, language))


def table(name: str) -> list[list[str]]:
    """The rows of a file of ``tables/``: sentences with their readings; "" is nothing about time."""
    lines = (Path(__file__).parent / "tables" / f"{name}.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines]


def shorthand(when: When) -> str:
    parts = [
        _alternatives(map(_days, when.dates)),
        ",".join(_NAMES[day] for day in sorted(when.weekdays)),
        _alternatives(map(_hours, when.times)),
        *(f"!{_days(one)}" for one in when.not_dates),
        *(f"!{_NAMES[day]}" for day in sorted(when.not_weekdays)),
        *(f"!{_hours(one)}" for one in when.not_times),
        "soonest" if when.soonest else "",
        when.relative or "",
    ]
    return " ".join(part for part in parts if part)


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(words)


def _days(one: DateRange) -> str:
    return _range(_iso(one.first), _iso(one.last))


def _hours(one: TimeRange) -> str:
    return _range(_clock(one.first), _clock(one.last))


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}..{last}"


def _iso(day: date | None) -> str:
    return day.isoformat()[5:] if day and day.year == TUESDAY.year else day.isoformat() if day else ""


def _clock(minute: int | None) -> str:
    return "" if minute is None else f"{minute // 60}:{minute % 60:02}"
