"""Hours as people type them: ``9-13, 14:00–18:30``, ``9am to 5pm``, ``von 9 Uhr bis 13 Uhr``, ``22-2`` or
``22-26`` for a night, ``closed`` for none."""

import re
import unicodedata
from collections.abc import Sequence

from booking_core.catalogue.hours.opening_hours import Window
from booking_core.time.wall_clock import DAY_MINUTES

HOUR = 60
NOON = 12 * HOUR
# What ends after midnight begins in the afternoon and ends by the morning; else somebody has mistyped.
LATEST_END, EARLIEST_START, LONGEST_NIGHT = 6 * HOUR, NOON, 14 * HOUR
FROM = r"(?:(?:from|von|de|dalle|da|desde|من|משעה|מ|מ-)\s*(?:las?\s+)?)?"
BETWEEN = (
    r"\s*(?:-|–|—|−|\bto\b|\buntil\b|\btill\b|\bbis\b|à|\ba(?:\s+las?)?\b|\balle\b|\bhasta\b"
    r"|\bjusqu[’']à\b|עד|إلى|حتى)\s*"
)
CLOCK = r"(\d{{1,2}})(?:[:.h](\d{{2}}))?\s*(?:h(?:eures?|oras?)?|uhr|o[’']clock)?\s*(?P<{}>[ap]\.?m\.?)?"
WINDOW = re.compile(FROM + CLOCK.format("first") + BETWEEN + CLOCK.format("last"), re.IGNORECASE)
# What people write for a day without any.
CLOSED = re.compile(r"closed|geschlossen|zu|ruhetag|fermée?|ferme|cerrado|chiuso|סגור|مغلق|[-–—]")
APART = re.compile(r"[,،;+&\n]|\band\b|\bund\b|\bet\b|\by\b|\be\b")


class UnreadableHours(Exception):
    """Something that is typed is no time of day."""


class BackwardsHours(Exception):
    """Something that is typed ends before it begins."""


def read_hours(text: str) -> list[Window]:
    """The windows of one day in minutes from midnight; none for an empty text. Raises ``UnreadableHours`` and
    ``BackwardsHours``."""
    plain = western_digits(text)
    if CLOSED.fullmatch(plain.casefold()):
        return []
    parts = [part.strip() for part in APART.split(plain)]
    return [_window(found) for part in parts if part for found in _windows_in(part)]


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


def _windows_in(text: str) -> list[re.Match[str]]:
    """One after the other, with blanks between them."""
    found: list[re.Match[str]] = []
    begin = 0
    while begin < len(text):
        one = WINDOW.match(text, begin)
        if one is None or not (one.end() == len(text) or text[one.end()].isspace() or one[0][-1].isspace()):
            raise UnreadableHours
        found.append(one)
        rest = text[one.end() :].lstrip()
        begin = len(text) - len(rest)
    return found


def _window(found: re.Match[str]) -> Window:
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


def western_digits(text: str) -> str:
    """With the digits of every script as ours, and no marks of direction. Superscripts are digits too, and
    no number: they stay."""
    kept = (one for one in text if unicodedata.category(one) != "Cf")
    return "".join(str(unicodedata.decimal(one, one)) for one in kept).strip()
