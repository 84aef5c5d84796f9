"""The events of a calendar file that keep somebody busy, ready to be repeated."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from icalendar import Calendar, Component, Event

from booking_core.calendars.reading.lines import NotACalendar, telling_lines, text_of

# As many appointments as a large business has in ten years.
MOST_EVENTS = 50_000
FREE = "FREE"
# Nobody is busy each second of a year: such rules are made to be worked on without an end.
TOO_FINE = frozenset({"SECONDLY", "MINUTELY"})
MOST_OF_FINE = 1000


def calendars_of(body: bytes) -> list[Component]:
    """Mostly one. Raises ``NotACalendar``."""
    text = "\r\n".join(telling_lines(text_of(body)))
    try:
        return list(Calendar.from_ical(text, multiple=True))
    except (ValueError, IndexError, KeyError, AttributeError) as error:
        raise NotACalendar("What was answered is no calendar.") from error


def series_of(calendar: Component) -> tuple[list[list[Event]], int]:
    """Events with their exceptions, each series by itself; and how many events could not be understood.
    Raises ``NotACalendar`` for more than we read."""
    events: list[Any] = list(calendar.walk("VEVENT"))
    if len(events) > MOST_EVENTS:
        raise NotACalendar("The calendar holds too many events.")
    if str(calendar.get("METHOD", "")).upper() == "CANCEL":
        return [], 0
    together: dict[str, list[Event]] = defaultdict(list)
    skipped = 0
    for number, event in enumerate(events):
        if not _can_be_read(event):
            skipped += 1
            continue
        uid = str(event.get("UID", "")).strip()
        # Events without a name, and several under one, are not one event.
        key = uid or f"nameless {number}"
        if uid and any(_is_another(one, event) for one in together[uid]):
            key = f"{uid} {number}"
        event["UID"] = key
        together[key].append(event)
    return list(together.values()), skipped


def is_busy(event: Component) -> bool:
    """Whether an event keeps its owner busy: not when it is cancelled, or shown as free."""
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return False
    if str(event.get("TRANSP", "OPAQUE")).upper() == "TRANSPARENT":
        return False
    return str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper() != FREE


def _is_another(known: Any, event: Any) -> bool:
    """Two events that programs wrote under one name, rather than an event and its newer version."""
    if "RECURRENCE-ID" in known or "RECURRENCE-ID" in event:
        return False
    return bool(
        known.get("SEQUENCE", 0) == event.get("SEQUENCE", 0) and known["DTSTART"].dt != event["DTSTART"].dt
    )


def _can_be_read(event: Any) -> bool:
    if event.errors or not isinstance(getattr(event.get("DTSTART"), "dt", None), date | datetime):
        return False
    return all(_ends(rule) for rule in _rules(event))


def _rules(event: Any) -> Iterator[dict[str, list[object]]]:
    for name in ("RRULE", "EXRULE"):
        rules = event.get(name, [])
        yield from rules if isinstance(rules, list) else [rules]


def _ends(rule: dict[str, list[object]]) -> bool:
    """Whether a rule can be worked out in a time that anybody would wait."""
    intervals = [one for one in rule.get("INTERVAL", []) if not isinstance(one, int) or one < 1]
    fine = TOO_FINE & {str(one).upper() for one in rule.get("FREQ", [])}
    counts = [one for one in rule.get("COUNT", []) if isinstance(one, int)]
    return not intervals and (not fine or any(0 < one <= MOST_OF_FINE for one in counts))
