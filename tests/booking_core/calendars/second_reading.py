"""A second library's reading of a calendar file, by which ours is judged."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import vobject
from dateutil.tz import gettz
from vobject.icalendar import registerTzid  # type: ignore[import-untyped]

from booking_core.calendars.external.busy_times import Stretch

NEVER = frozenset({"CANCELLED", "TRANSPARENT"})


def second_reading(body: bytes, start: datetime, end: datetime, local: ZoneInfo) -> list[Stretch]:
    # Its zones are one table for the whole process: a file read before may have told another history.
    registerTzid(str(local), gettz(str(local)))
    found = []
    for calendar in vobject.readComponents(body.decode()):
        events = list(calendar.contents.get("vevent", ()))
        instead = {_at(one.recurrence_id.value, local) for one in events if hasattr(one, "recurrence_id")}
        for event in events:
            if NEVER & {
                str(getattr(event, name).value).upper()
                for name in ("status", "transp")
                if hasattr(event, name)
            }:
                continue
            own = hasattr(event, "recurrence_id")
            for begins, ends in _occurrences(event, end, local):
                if begins < ends and ends > start and begins < end and (own or begins not in instead):
                    found.append((begins, ends))
    return found


def _occurrences(event: Any, end: datetime, local: ZoneInfo) -> Iterator[Stretch]:
    first = event.dtstart.value
    lasts = _length(event, first)
    rules = event.getrruleset(addRDate=True)
    if rules is None:
        yield _at(first, local), _at(first + lasts, local)
        return
    for one in rules:
        if _at(one, local) > end:
            return
        begins = one if isinstance(first, datetime) else one.date()
        yield _at(begins, local), _at(begins + lasts, local)


def _length(event: Any, first: date) -> timedelta:
    if hasattr(event, "dtend"):
        return timedelta(seconds=(event.dtend.value - first).total_seconds())
    if hasattr(event, "duration"):
        return timedelta(seconds=event.duration.value.total_seconds())
    return timedelta(0) if isinstance(first, datetime) else timedelta(days=1)


def _at(value: date, local: ZoneInfo) -> datetime:
    if not isinstance(value, datetime):
        value = datetime.combine(value, time())
    return (value.replace(tzinfo=local) if value.tzinfo is None else value).astimezone(UTC)
