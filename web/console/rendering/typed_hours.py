"""Hours as people type them: ``9-13, 14:00–18:30``, ``9am to 5pm``, ``22-2`` or ``22-26`` for a night."""

import re
import unicodedata
from collections.abc import Sequence

from booking_core.catalogue.hours.opening_hours import Window
from booking_core.time.wall_clock import DAY_MINUTES

HOUR = 60
NOON = 12 * HOUR
# What ends after midnight begins in the afternoon and ends by the morning; else somebody has mistyped.
LATEST_END, EARLIEST_START, LONGEST_NIGHT = 6 * HOUR, NOON, 14 * HOUR
BETWEEN = r"\s*(?:-|–|—|−|\bto\b|\bbis\b|à|\ba\b|\balle\b|\bjusqu’à\b|עד|إلى|حتى)\s*"
CLOCK = r"(\d{{1,2}})(?:[:.h](\d{{2}}))?\s*(?:h|uhr)?\s*(?P<{}>[ap]\.?m\.?)?"
WINDOW = re.compile(CLOCK.format("first") + BETWEEN + CLOCK.format("last"), re.IGNORECASE)
APART = re.compile(r"[,،;+&\n]|\band\b|\bund\b|\bet\b|\by\b|\be\b")


class UnreadableHours(Exception):
    """Something that is typed is no time of day."""


class BackwardsHours(Exception):
    """Something that is typed ends before it begins."""


def read_hours(text: str) -> list[Window]:
    """The windows of one day in minutes from midnight; none for an empty text. Raises ``UnreadableHours`` and
    ``BackwardsHours``."""
    parts = [part.strip() for part in APART.split(_plain(text))]
    return [_window(part) for part in parts if part]


def write_hours(windows: Sequence[Window]) -> str:
    """The same for ``read_hours``; past midnight on a longer day than the clock has, where nobody would take
    it for a night."""
    return ", ".join(
        f"{clock_text(opens)}–{clock_text(end_as_typed(opens, closes))}" for opens, closes in windows
    )


def end_as_typed(opens: int, closes: int) -> int:
    early = closes - DAY_MINUTES
    return early if early > 0 and _is_night(opens, early) else closes


def clock_text(minutes: int) -> str:
    return f"{minutes // HOUR:02}:{minutes % HOUR:02}"


def _window(text: str) -> Window:
    found = WINDOW.fullmatch(text)
    if found is None:
        raise UnreadableHours
    last = _minutes(found[4], found[5], found["last"])
    first = _minutes(found[1], found[2], found["first"])
    if found["last"] and not found["first"] and _can_be_afternoon(found[1]) and first + NOON < last:
        first += NOON
    if first >= DAY_MINUTES:
        raise UnreadableHours
    if last > first:
        return first, last
    if not _is_night(first, last):
        raise BackwardsHours
    return first, last + DAY_MINUTES


def _minutes(hour: str, minute: str | None, half: str | None) -> int:
    hours, minutes = int(hour), int(minute or 0)
    if half:
        if not 1 <= hours <= 12:
            raise UnreadableHours
        hours = hours % 12 + (12 if half[0].lower() == "p" else 0)
    total = hours * HOUR + minutes
    if minutes >= HOUR or total > 2 * DAY_MINUTES:
        raise UnreadableHours
    return total


def _can_be_afternoon(hour: str) -> bool:
    """``1-5pm`` begins after noon."""
    return 1 <= int(hour) < 12


def _is_night(first: int, last: int) -> bool:
    length = last + DAY_MINUTES - first
    return first >= EARLIEST_START and last <= LATEST_END and length <= LONGEST_NIGHT


def _plain(text: str) -> str:
    """With the digits of every script as ours."""
    return "".join(str(unicodedata.digit(one, one)) for one in text).strip()
