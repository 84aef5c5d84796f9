"""When a reminder is due, by the clock on the wall of the place. Pure.

Lengths before the start are lengths of time: across a change of clocks a day is 24 hours. Quiet hours are
what the clock shows, so they end at eight o'clock on the day of a change, too.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from msgspec import Struct

from booking_core.time.wall_clock import exists, zone

MINUTE = timedelta(minutes=1)
# What may not go at night goes this long before it begins, where the morning would be too late.
BEFORE_QUIET = timedelta(minutes=30)
# Whoever has just been told of a time needs no reminder of it.
STILL_KNOWN = timedelta(hours=3)


class QuietHours(Struct, frozen=True):
    """From when until when nobody is written to, on the clock of ``time_zone``; the same twice is never."""

    begins: time
    ends: time
    time_zone: str

    def holds_at(self, moment: datetime) -> bool:
        clock = moment.astimezone(zone(self.time_zone)).time()
        if self.begins <= self.ends:
            return self.begins <= clock < self.ends
        return clock >= self.begins or clock < self.ends

    def began(self, moment: datetime) -> datetime:
        """When the quiet hours in which a moment lies began (UTC)."""
        local = moment.astimezone(zone(self.time_zone))
        day = local.date() if local.time() >= self.begins else local.date() - timedelta(days=1)
        return self._at(datetime.combine(day, self.begins))

    def end_after(self, moment: datetime) -> datetime:
        """When they end (UTC)."""
        local = moment.astimezone(zone(self.time_zone))
        day = local.date() if local.time() < self.ends else local.date() + timedelta(days=1)
        return self._at(datetime.combine(day, self.ends))

    def _at(self, local: datetime) -> datetime:
        """A clock that is skipped is the first minute after the gap; of one that comes twice it is the
        first."""
        while not exists(local, self.time_zone):
            local += MINUTE
        return local.replace(tzinfo=zone(self.time_zone)).astimezone(UTC)


class Reminder(Struct, frozen=True):
    """``due`` is when it goes, ``latest`` until when it still makes sense (UTC)."""

    before_min: int
    due: datetime
    latest: datetime


def reminder_of(starts_at: datetime, before_min: int, quiet: QuietHours) -> Reminder:
    """One reminder of an appointment. It is no use once half of its time is over: what would go at night
    waits for the morning as long as that is in time, and else goes the evening before."""
    before = timedelta(minutes=before_min)
    due, latest = starts_at - before, starts_at - before / 2
    if quiet.holds_at(due):
        morning = quiet.end_after(due)
        due = morning if morning <= latest else quiet.began(due) - BEFORE_QUIET
    return Reminder(before_min, due, latest)


def reminder_at(
    now: datetime, starts_at: datetime, settled_at: datetime, before: Iterable[int], quiet: QuietHours
) -> Reminder | None:
    """The one that is to be sent now, if any: of several that are due the last, none in quiet hours, and none
    where the appointment was booked or moved (``settled_at``) once it was due, or so shortly before that
    nobody has forgotten it."""
    if quiet.holds_at(now) or now >= starts_at:
        return None
    due = [one for one in (reminder_of(starts_at, each, quiet) for each in before) if one.due <= now]
    last = max(due, key=lambda one: (one.due, -one.before_min), default=None)
    if last is None or now > last.latest:
        return None
    still_known = min(STILL_KNOWN, timedelta(minutes=last.before_min))
    return last if settled_at + still_known <= last.due else None
