"""Availability: when a service can start. One reading makes the list, the check at hold and the explanation.

Pure arithmetic over a catalogue, what is busy and the present moment; every set of minutes is a timeline (see ``timeline``). The
rules stand in one order, and a start is offered exactly when all of them hold, so an offered slot is never refused by other sums.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property, reduce
from operator import and_, or_

from msgspec import Struct

from booking_core.catalogue import Catalogue
from booking_core.locations import Location
from booking_core.money import Money
from booking_core.opening_hours import Window, open_bits
from booking_core.resources import STAFF, Resource
from booking_core.services import Service
from booking_core.timeline import Horizon, minutes_of, span, spread, starts_of_runs
from booking_core.wall_clock import DAY_MINUTES, Stretch, midnight, stretches, zone

# The rules in the order they are told to people: what no waiting will change comes first.
OFF_GRID, CLOSED, AWAY, NOTICE, BEYOND_WINDOW, UNQUALIFIED, FULLY_BOOKED, HELD = (
    "off_grid",
    "closed",
    "time_off",
    "notice",
    "beyond_window",
    "no_qualified_staff",
    "fully_booked",
    "all_held",
)
Span = tuple[datetime, datetime]
StartsOf = Callable[[Resource], int]


class Question(Struct, frozen=True):
    """When can this service start, from ``start`` up to but not including ``end`` (aware, UTC)?"""

    service_id: str
    start: datetime
    end: datetime
    location_id: str | None = None
    duration_min: int | None = None
    staff_id: str | None = None
    party_size: int = 1


class ClassBlock(Struct, frozen=True):
    """A class that is already booked or being held by somebody: who joins it sits in the same room with the same person.

    ``taken`` seats are booked, by way of the holds ``seated``.
    """

    start: datetime
    duration_min: int
    resource_ids: frozenset[str]
    seats_left: int
    taken: int = 0
    seated: frozenset[str] = frozenset()


class Busy(Struct, frozen=True):
    """What is occupied, buffers included: ``claims`` by appointments, ``holds`` by people who are making up their minds.

    A block that is about to be left, for a move, does not count: ``leaving``.
    """

    claims: Mapping[str, Sequence[Span]] = {}
    holds: Mapping[str, Sequence[Span]] = {}
    classes: Sequence[ClassBlock] = ()
    leaving: str | None = None


class Slot(Struct, frozen=True):
    """A time that can be booked. ``staff_ids`` are those who could do it; moments are UTC, ``time_zone`` is the location's."""

    start: datetime
    end: datetime
    service_id: str
    location_id: str
    time_zone: str
    staff_ids: tuple[str, ...]
    seats_left: int
    price: Money | None


class Reading:
    """The answer to one question, as timelines. ``starts`` are the minutes at which everything allows it."""

    def __init__(self, catalogue: Catalogue, question: Question, busy: Busy, now: datetime) -> None:
        self.catalogue = catalogue
        self.question = question
        self.busy = busy
        self.now = now
        self.service: Service = catalogue.service(question.service_id)
        self.location: Location = catalogue.location_for(
            self.service.id, question.location_id, question.staff_id
        )
        self.duration = question.duration_min or self.service.duration_min
        before, after = self.service.claimed(self.duration)
        self.horizon = Horizon.between(question.start - before, question.end + after)
        self._before, self._occupied = before, before + after

    @property
    def starts(self) -> int:
        return self._fresh | self._joined

    def slots(self, limit: int | None = None) -> list[Slot]:
        """The bookable starts, earliest first."""
        found: list[Slot] = []
        for minute in minutes_of(self.starts):
            if limit is not None and len(found) >= limit:
                break
            found.append(self._slot(minute))
        return found

    def nearest(self, start: datetime, limit: int) -> list[Slot]:
        """The bookable starts closest to a moment, earliest first."""
        wanted = self.horizon.minute_of(start)
        closest = sorted(minutes_of(self.starts), key=lambda minute: abs(minute - wanted))[:limit]
        return [self._slot(minute) for minute in sorted(closest)]

    def candidates(self, start: datetime) -> tuple[tuple[str, ...], ...]:
        """For a bookable start, the resources of each kind that could serve, one of each to be taken. An existing class first."""
        joined = self.class_at(start)
        if joined is not None:
            return tuple((resource_id,) for resource_id in sorted(joined.resource_ids))
        minute = self.horizon.minute_of(start)
        return tuple(
            tuple(resource.id for resource in kind if self._free(resource) >> minute & 1)
            for kind in self._kinds.values()
        )

    def class_at(self, start: datetime) -> ClassBlock | None:
        """The class that somebody asking for this start would join."""
        return next((block for block in self._joinable if block.start == start), None)

    def fillable(self) -> dict[str, int]:
        """For each resource, how many minutes of what was asked about appointments like this could still fill, holds apart."""
        length = _minutes(self._occupied)
        return {
            resource.id: spread(self._asked & self._unbooked_starts(resource), length).bit_count()
            for kind in self._kinds.values()
            for resource in kind
        }

    def empty_reason(self) -> str | None:
        """Why nothing is offered: the first rule after which no start is left; None where something is."""
        if self.starts:
            return None
        return next((rule for rule, left in self._narrowing() if not left), HELD)

    def blocks(self, start: datetime) -> str | None:
        """The first rule that forbids this very start; None where it can be booked."""
        minute = self.horizon.minute_of(start)
        if self.horizon.moment_of(minute) != start:
            return OFF_GRID
        if self.starts >> minute & 1:
            return None
        return next((rule for rule, left in self._narrowing() if not left >> minute & 1), HELD)

    @property
    def concerned(self) -> list[Resource]:
        """Everybody and everything the start depends on; a person asked for by name even if they do not do this."""
        serving = [one for kind in self._kinds.values() for one in kind]
        named = self.catalogue.resources.get(self.question.staff_id or "")
        return serving if named is None or named in serving else [named, *serving]

    def rule_against(self, resource: Resource, start: datetime) -> str | None:
        """The first rule that forbids one resource this very start; None where it could serve."""
        minute = self.horizon.minute_of(start)
        joined = self.class_at(start)
        if joined is not None and resource.id in joined.resource_ids:
            return None
        if self.horizon.moment_of(minute) != start:
            return OFF_GRID
        return next((rule for rule, allowed in self._rules_of(resource) if not allowed >> minute & 1), None)

    def _rules_of(self, resource: Resource) -> Iterator[tuple[str, int]]:
        """In the order of ``_narrowing``."""
        yield OFF_GRID, self._asked & self._grid
        yield UNQUALIFIED, self.horizon.all if resource in self._kinds.get(resource.kind, ()) else 0
        yield CLOSED, self._open_starts(resource)
        yield AWAY, self._there_starts(resource)
        yield NOTICE, self._after_notice
        yield BEYOND_WINDOW, self._within_window
        yield FULLY_BOOKED, self._unclaimed_starts(resource)
        yield HELD, self._unheld_starts(resource)

    def _narrowing(self) -> Iterator[tuple[str, int]]:
        """What is left after each rule, the earlier rules included."""
        yield OFF_GRID, (ruled := self._asked & self._grid)
        yield UNQUALIFIED, ruled if self._qualified else 0
        yield CLOSED, (ruled := ruled & self._any(self._open_starts))
        yield AWAY, (ruled := ruled & self._any(lambda r: self._open_starts(r) & self._there_starts(r)))
        yield NOTICE, (ruled := ruled & self._after_notice)
        yield BEYOND_WINDOW, (ruled := ruled & self._within_window)
        yield FULLY_BOOKED, ruled & self._any(self._unbooked_starts)

    @cached_property
    def _fresh(self) -> int:
        allowed = self._asked & self._grid & self._after_notice & self._within_window
        return allowed & self._any(self._free) if allowed and self._qualified else 0

    @cached_property
    def _joined(self) -> int:
        minutes = (self.horizon.minute_of(block.start) for block in self._joinable)
        return reduce(or_, (1 << minute for minute in minutes if minute >= 0), 0)

    @cached_property
    def _joinable(self) -> list[ClassBlock]:
        allowed = self._asked & self._after_notice & self._within_window
        return [
            block
            for block in self.busy.classes
            if block.duration_min == self.duration
            and block.seats_left >= self.question.party_size
            and (self.question.staff_id is None or self.question.staff_id in block.resource_ids)
            and (minute := self.horizon.minute_of(block.start)) >= 0
            and allowed >> minute & 1
        ]

    @cached_property
    def _kinds(self) -> dict[str, list[Resource]]:
        """The linked resources at this location by kind; a named person is the only one of theirs."""
        kinds: dict[str, list[Resource]] = defaultdict(list)
        for resource in self.catalogue.serving(self.service.id, self.location.id):
            if self._wanted(resource):
                kinds[resource.kind].append(resource)
        return kinds

    @property
    def _qualified(self) -> bool:
        linked = {resource.kind for resource in self.catalogue.serving(self.service.id, self.location.id)}
        needed = linked if self.question.staff_id is None else linked | {STAFF}
        return bool(linked) and needed == set(self._kinds)

    def _wanted(self, resource: Resource) -> bool:
        return resource.kind != STAFF or self.question.staff_id in (None, resource.id)

    def _any(self, starts: StartsOf) -> int:
        """Starts at which one of every kind allows it."""
        return reduce(
            and_,
            (reduce(or_, (starts(resource) for resource in kind), 0) for kind in self._kinds.values()),
            self.horizon.all,
        )

    def _free(self, resource: Resource) -> int:
        return self._unbooked_starts(resource) & self._unheld_starts(resource)

    def _unbooked_starts(self, resource: Resource) -> int:
        return self._open_starts(resource) & self._there_starts(resource) & self._unclaimed_starts(resource)

    def _open_starts(self, resource: Resource) -> int:
        return self._kept("open", resource, lambda: starts_of_runs(self._open(resource), self.duration))

    def _there_starts(self, resource: Resource) -> int:
        away = self.catalogue.time_off.get(resource.id, ())
        return self._kept("there", resource, lambda: self._clear(away, self.duration, 0))

    def _unclaimed_starts(self, resource: Resource) -> int:
        return self._kept(
            "claims", resource, lambda: self._clear_of_buffers(self.busy.claims.get(resource.id, ()))
        )

    def _unheld_starts(self, resource: Resource) -> int:
        return self._kept(
            "holds", resource, lambda: self._clear_of_buffers(self.busy.holds.get(resource.id, ()))
        )

    def _clear_of_buffers(self, spans: Sequence[Span]) -> int:
        return self._clear(spans, _minutes(self._occupied), _minutes(self._before))

    def _clear(self, spans: Sequence[Span], length: int, lead: int) -> int:
        """Starts from which, beginning ``lead`` minutes earlier, ``length`` minutes touch none of the spans."""
        if not spans:
            return self.horizon.all
        busy = self.horizon.bits_of(spans)
        return starts_of_runs(self.horizon.all & ~busy, length) << lead

    def _kept(self, rule: str, resource: Resource, work: Callable[[], int]) -> int:
        key = (rule, resource.id)
        if key not in self._memory:
            self._memory[key] = work()
        return self._memory[key]

    @cached_property
    def _memory(self) -> dict[tuple[str, str], int]:
        return {}

    def _open(self, resource: Resource) -> int:
        return self._location_open & open_bits(
            self.horizon, self.location.time_zone, lambda day: self._windows(resource, day)
        )

    def _windows(self, resource: Resource, day: date) -> Sequence[Window]:
        if self.catalogue.has_own_hours(resource.id) or self.catalogue.overridden(resource.id, day):
            return self.catalogue.windows(resource.id, day)
        return ((0, DAY_MINUTES),)

    @cached_property
    def _location_open(self) -> int:
        return open_bits(
            self.horizon, self.location.time_zone, lambda day: self.catalogue.windows(self.location.id, day)
        )

    @cached_property
    def _asked(self) -> int:
        first, last = (
            self.horizon.first_minute_from(moment) for moment in (self.question.start, self.question.end)
        )
        return span(first, last)

    @cached_property
    def _grid(self) -> int:
        """Every multiple of the service's step from local midnight, so that people's starts align."""
        step, time_zone = self.service.slot_step_min, self.location.time_zone
        if DAY_MINUTES % step:
            marks = [(minute, minute + 1) for minute in range(0, DAY_MINUTES, step)]
            return open_bits(self.horizon, time_zone, lambda _: marks)
        # Days of whole steps: one pattern as long as the clock does not change, counted from what the wall shows.
        return reduce(or_, (self._every(step, stretch) for stretch in stretches(self.horizon, time_zone)))

    def _every(self, step: int, stretch: Stretch) -> int:
        begins = stretch.wall(stretch.start)
        first, last = self.horizon.minute_of(stretch.start), self.horizon.minute_of(stretch.end)
        to_first_mark = -(begins.hour * 60 + begins.minute) % step
        return (_comb(step, last - first) << (first + to_first_mark)) & span(first, last)

    @cached_property
    def _after_notice(self) -> int:
        earliest = self.now + timedelta(minutes=self.service.min_notice_min)
        return span(self.horizon.first_minute_from(earliest), self.horizon.minutes)

    @cached_property
    def _within_window(self) -> int:
        """Up to the end of the last local date of the booking window, today being the first."""
        today = self.now.astimezone(zone(self.location.time_zone)).date()
        closes = midnight(
            today + timedelta(days=self.service.booking_window_days + 1), self.location.time_zone
        )
        return span(0, min(self.horizon.minute_of(closes), self.horizon.minutes))

    def _slot(self, minute: int) -> Slot:
        start = self.horizon.moment_of(minute)
        joined = self.class_at(start)
        return Slot(
            start=start,
            end=start + timedelta(minutes=self.duration),
            service_id=self.service.id,
            location_id=self.location.id,
            time_zone=self.location.time_zone,
            staff_ids=tuple(
                staff_id
                for staff_id, free in self._staff
                if (staff_id in joined.resource_ids if joined else free >> minute & 1)
            ),
            seats_left=joined.seats_left if joined else self.service.capacity,
            price=self.service.money_for(self.duration),
        )

    @cached_property
    def _staff(self) -> list[tuple[str, int]]:
        """Everybody who could serve, and the starts at which they are free."""
        return [(resource.id, self._free(resource)) for resource in self._kinds.get(STAFF, ())]


def _comb(step: int, length: int) -> int:
    """Bit 0 and one bit each ``step`` minutes, for at least ``length`` minutes, by doubling."""
    bits, filled = 1, step
    while filled < length:
        bits |= bits << filled
        filled *= 2
    return bits


def _minutes(length: timedelta) -> int:
    return length // timedelta(minutes=1)
