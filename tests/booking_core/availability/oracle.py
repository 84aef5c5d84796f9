"""Availability once more, the slow and obvious way: one instant at a time, with the clock on the wall read
for each minute.

Shares nothing with the arithmetic it judges but the rows of the catalogue and the names of the rules.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from booking_core.availability import rules
from booking_core.availability.occupancy.busy import Busy, ClassBlock
from booking_core.availability.slots import Question
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.hours.opening_hours import Window
from booking_core.catalogue.resources import Resource

MINUTE = timedelta(minutes=1)
RULES = (
    rules.OFF_GRID,
    rules.UNQUALIFIED,
    rules.CLOSED,
    rules.AWAY,
    rules.NOTICE,
    rules.BEYOND_WINDOW,
    rules.FULLY_BOOKED,
    rules.HELD,
)


class Oracle:
    def __init__(self, catalogue: Catalogue, question: Question, busy: Busy, now: datetime) -> None:
        self.catalogue = catalogue
        self.question = question
        self.busy = busy
        self.now = now
        self.service = catalogue.service(question.service_id)
        self.location = catalogue.location(question.location_id or next(iter(catalogue.locations)))
        self.zone = ZoneInfo(self.location.time_zone)
        self.duration = (question.duration_min or self.service.duration_min) * MINUTE
        self._open: dict[tuple[str, datetime], bool] = {}

    def instants(self) -> Iterator[datetime]:
        """Every whole minute asked about."""
        moment = self.question.start.replace(second=0, microsecond=0)
        while moment < self.question.end:
            if moment >= self.question.start:
                yield moment
            moment += MINUTE

    def why_not(self, start: datetime) -> str | None:
        """The first rule against a start; None where it can be booked."""
        if self.joined(start) is not None:
            return None
        wall = self.wall(start)
        if (wall.hour * 60 + wall.minute) % self.service.slot_step_min:
            return rules.OFF_GRID
        if not self._qualified():
            return rules.UNQUALIFIED
        if not self._one_of_each(lambda one: self._is_open(one, start)):
            return rules.CLOSED
        if not self._one_of_each(lambda one: self._is_open(one, start) and self._is_there(one, start)):
            return rules.AWAY
        if not self._after_notice(start):
            return rules.NOTICE
        if not self._within_window(start):
            return rules.BEYOND_WINDOW
        if not self._one_of_each(lambda one: self._is_unclaimed(one, start)):
            return rules.FULLY_BOOKED
        if not self._one_of_each(lambda one: self._is_free(one, start)):
            return rules.HELD
        return None

    def empty_reason(self) -> str | None:
        """What stands against the start that got furthest."""
        reasons = [self.why_not(start) for start in self.instants()]
        if None in reasons:
            return None
        return max((reason for reason in reasons if reason), key=RULES.index, default=rules.OFF_GRID)

    def candidates(self, start: datetime) -> list[set[str]]:
        joined = self.joined(start)
        if joined is not None:
            return [{one} for one in sorted(joined.resource_ids)]
        return [{one.id for one in kind if self._is_free(one, start)} for kind in self._kinds()]

    def joined(self, start: datetime) -> ClassBlock | None:
        if not (self._after_notice(start) and self._within_window(start)):
            return None
        for block in self.busy.classes:
            if (
                block.start == start
                and block.duration_min * MINUTE == self.duration
                and block.seats_left >= self.question.party_size
                and self.question.staff_id in (None, *block.resource_ids)
            ):
                return block
        return None

    def wall(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone).replace(tzinfo=None, fold=0)

    def _linked(self) -> list[Resource]:
        linked = self.catalogue.resources_of[self.service.id]
        return [one for one in linked if one.location_id == self.location.id]

    def _qualified(self) -> bool:
        named = self.question.staff_id
        return bool(self._linked()) and named in (None, *(o.id for o in self._linked() if o.kind == "staff"))

    def _kinds(self) -> list[list[Resource]]:
        linked = self._linked()
        kinds = list(dict.fromkeys(one.kind for one in linked))
        return [[one for one in linked if one.kind == kind and self._wanted(one)] for kind in kinds]

    def _wanted(self, one: Resource) -> bool:
        return self.question.staff_id is None or one.kind != "staff" or one.id == self.question.staff_id

    def _one_of_each(self, allows) -> bool:  # type: ignore[no-untyped-def]
        return all(any(allows(one) for one in kind) for kind in self._kinds())

    def _is_open(self, one: Resource, start: datetime) -> bool:
        minutes = (start + minute * MINUTE for minute in range(self.duration // MINUTE))
        return all(self._open_at(self.location.id, m) and self._open_at(one.id, m) for m in minutes)

    def _open_at(self, owner: str, moment: datetime) -> bool:
        known = self._open.get((owner, moment))
        if known is None:
            wall = self.wall(moment)
            dates = (wall.date(), wall.date() - timedelta(days=1))
            known = any(_within(wall, day, window) for day in dates for window in self._windows(owner, day))
            self._open[owner, moment] = known
        return known

    def _windows(self, owner: str, day: date) -> list[Window]:
        is_resource = owner in self.catalogue.resources
        if is_resource and not (
            self.catalogue.has_own_hours(owner) or self.catalogue.has_override(owner, day)
        ):
            return [(0, 1440)]
        return list(self.catalogue.windows(owner, day))

    def _is_there(self, one: Resource, start: datetime) -> bool:
        return not _is_touched(self.catalogue.time_off.get(one.id, ()), start, start + self.duration)

    def _is_unclaimed(self, one: Resource, start: datetime) -> bool:
        return (
            self._is_open(one, start)
            and self._is_there(one, start)
            and not _is_touched(_moments(self.busy.claims.get(one.id, ())), *self._claimed(start))
        )

    def _is_free(self, one: Resource, start: datetime) -> bool:
        held = _moments(self.busy.holds.get(one.id, ()))
        return self._is_unclaimed(one, start) and not _is_touched(held, *self._claimed(start))

    def _claimed(self, start: datetime) -> tuple[datetime, datetime]:
        before = self.service.buffer_before_min * MINUTE
        return start - before, start + self.duration + self.service.buffer_after_min * MINUTE

    def _after_notice(self, start: datetime) -> bool:
        return start >= self.now + self.service.min_notice_min * MINUTE

    def _within_window(self, start: datetime) -> bool:
        last = self.wall(self.now).date() + timedelta(days=self.service.booking_window_days)
        return self.wall(start).date() <= last


def _within(wall: datetime, day: date, window: Window) -> bool:
    minutes = (wall - datetime.combine(day, time())) / MINUTE
    return window[0] <= minutes < window[1]


def _moments(spans) -> list[tuple[datetime, datetime]]:  # type: ignore[no-untyped-def]
    """Claims and holds are told in minutes since 1970."""
    return [
        (datetime.fromtimestamp(begins * 60, UTC), datetime.fromtimestamp(ends * 60, UTC))
        for begins, ends in spans
    ]


def _is_touched(spans, start: datetime, end: datetime) -> bool:  # type: ignore[no-untyped-def]
    return any(begins.astimezone(UTC) < end and start < ends.astimezone(UTC) for begins, ends in spans)
