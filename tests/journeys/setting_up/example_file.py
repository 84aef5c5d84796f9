"""A business of the examples as its file says it, on dates that are still to come."""

import re
from datetime import date, timedelta
from typing import Any

from booking_core.time.clock import SystemClock
from tests.booking_core.business_file.conftest import example
from web.commands.business.yaml_reader import read_yaml

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b")
# The first date that matters is this far ahead, or up to a week more: not today on any clock.
AHEAD = timedelta(days=3)
EVERY_SECOND = re.compile(r"(.+) every 2 weeks from (.+)")


def example_to_come(name: str, first: date) -> str:
    """The example with all dates moved by whole weeks, so that ``first`` is still to come."""
    today = SystemClock().now().date()
    moved = -((first - today - AHEAD) // timedelta(weeks=1)) * timedelta(weeks=1)
    return DATE.sub(lambda found: f"{date.fromisoformat(found[0]) + moved}", example(name))


def read_example(text: str) -> Any:
    return read_yaml(text.encode()).data


def usual_week(hours: dict[str, str]) -> dict[str, str]:
    """The hours of every week, by day: ``monday to friday`` is five."""
    return {
        day: text for days, text in hours.items() if not EVERY_SECOND.fullmatch(text) for day in _days(days)
    }


def every_second_week(hours: dict[str, str]) -> list[tuple[str, str, str]]:
    """Day, hours and the date from which weeks are counted."""
    lines = ((days, EVERY_SECOND.fullmatch(text)) for days, text in hours.items())
    return [(day, found[1], found[2]) for days, found in lines if found for day in _days(days)]


def _days(text: str) -> tuple[str, ...]:
    first, _, last = text.title().partition(" To ")
    return DAYS[DAYS.index(first) : DAYS.index(last or first) + 1]
