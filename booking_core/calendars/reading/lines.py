"""The lines of a calendar file that say when somebody is busy, and none of those that say what with.

What is left out is never parsed: summaries, notes and guests of other people are none of our business, and
half of what is wrong with calendar files is in them.
"""

import re
from collections.abc import Iterator

# A line that begins with a blank goes on with the one before (RFC 5545, 3.1).
FOLDED = re.compile(r"\r?\n[ \t]")
BREAK = re.compile(r"\r\n|\n|\r")
PROPERTY = re.compile(r"([A-Za-z0-9-]+)[;:]")
OF_CALENDAR = frozenset({"BEGIN", "END", "METHOD", "X-WR-TIMEZONE"})
OF_EVENT = frozenset(
    {
        "BEGIN",
        "END",
        "UID",
        "DTSTART",
        "DTEND",
        "DURATION",
        "RRULE",
        "RDATE",
        "EXDATE",
        "EXRULE",
        "RECURRENCE-ID",
        "SEQUENCE",
        "STATUS",
        "TRANSP",
        "X-MICROSOFT-CDO-BUSYSTATUS",
    }
)
ZONE_PARTS = ("VTIMEZONE", "STANDARD", "DAYLIGHT")


class NotACalendar(ValueError):
    """Something else than a whole calendar file."""


def text_of(body: bytes) -> str:
    """In UTF-8, or as old programs of the west wrote it; without what some put before the first line."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = body.decode("cp1252", errors="replace")
    return text.replace("\0", "").lstrip()


def telling_lines(text: str) -> Iterator[str]:
    """Unfolded, from the calendars' first line to their last. Raises ``NotACalendar`` for anything else and
    for a file that breaks off."""
    if not text[:20].upper().startswith("BEGIN:VCALENDAR"):
        raise NotACalendar("What was answered is no calendar.")
    within: list[str] = []
    for line in BREAK.split(FOLDED.sub("", text)):
        found = PROPERTY.match(line)
        if found is None:
            continue
        name = found[1].upper()
        if name == "BEGIN":
            within.append(line[6:].strip().upper())
        if _tells(name, within):
            yield line
        if name == "END" and within:
            within.pop()
    if within:
        raise NotACalendar("The calendar breaks off in the middle.")


def _tells(name: str, within: list[str]) -> bool:
    match within:
        case ["VCALENDAR"]:
            return name in OF_CALENDAR
        case ["VCALENDAR", "VEVENT"]:
            return name in OF_EVENT
        case ["VCALENDAR", *inner]:
            return bool(inner) and all(one in ZONE_PARTS for one in inner)
        case _:
            return False
