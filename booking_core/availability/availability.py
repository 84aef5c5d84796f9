"""Availability: when a service can start. One reading makes the list, the check at hold and the explanation.

Pure arithmetic over a catalogue, what is busy and the present moment; every set of minutes is a timeline (see
``timeline``). The rules stand in one order (``rules``), and a start is offered exactly when all of them hold,
so an offered slot is never refused by other sums.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import cached_property, reduce
from operator import and_, or_

from booking_core.availability.joinable_classes import JoinableClasses
from booking_core.availability.occupancy.busy import Busy, ClassBlock
from booking_core.availability.rules import (
    AWAY,
    BEYOND_WINDOW,
    CLOSED,
    FULLY_BOOKED,
    HELD,
    NOTICE,
    OFF_GRID,
    UNQUALIFIED,
    Calendar,
)
from booking_core.availability.slot_prices import SlotPrices
from booking_core.availability.slots import Question, Slot
from booking_core.availability.starts import Starts
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import STAFF, Resource
from booking_core.catalogue.services.services import Service
from booking_core.time.timeline import MINUTE, Horizon, minutes_of, spread


class AvailabilityResult:
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
        before, after = self.service.claim_offsets(self.duration)
        self.horizon = Horizon.between(question.start - before, question.end + after)
        self._prices = SlotPrices(catalogue.prices, self.service, self.location, self.duration)
        self._lasts = self.duration * MINUTE
        self._occupied = (before + after) // MINUTE
        self._calendar = Calendar(question, self.service, self.location, self.horizon)
        self._of = Starts(
            catalogue,
            self.location,
            self.horizon,
            busy,
            duration=self.duration,
            before=before // MINUTE,
            occupied=self._occupied,
        )

    @property
    def starts(self) -> int:
        """The bookable starts, new ones and those of classes, as minutes of the horizon."""
        return self._new_starts | self._classes.starts

    def slots(self, limit: int | None = None, wanted: Callable[[datetime], bool] | None = None) -> list[Slot]:
        """The bookable starts, earliest first; where only some are ``wanted``, those."""
        found: list[Slot] = []
        for minute in minutes_of(self.starts):
            if limit is not None and len(found) >= limit:
                break
            if wanted is None or wanted(self.horizon.moment_of(minute)):
                found.append(self._slot(minute))
        return found

    def nearest(self, start: datetime, limit: int) -> list[Slot]:
        """The bookable starts closest to a moment, earliest first."""
        minute_wanted = self.horizon.minute_of(start)
        closest = sorted(minutes_of(self.starts), key=lambda minute: abs(minute - minute_wanted))[:limit]
        return [self._slot(minute) for minute in sorted(closest)]

    def candidates(self, start: datetime) -> tuple[tuple[str, ...], ...]:
        """For a bookable start, the resources of each kind that could serve, one of each to be taken. An
        existing class first."""
        joined = self.class_at(start)
        if joined is not None:
            return tuple((resource_id,) for resource_id in sorted(joined.resource_ids))
        minute = self.horizon.minute_of(start)
        return tuple(
            tuple(resource.id for resource in kind if self._of.free(resource) >> minute & 1)
            for kind in self._kinds.values()
        )

    def class_at(self, start: datetime) -> ClassBlock | None:
        """The class that somebody asking for this start would join."""
        return self._classes.at(start)

    def fillable(self) -> dict[str, int]:
        """For each resource, how many minutes of what was asked about appointments like this could still
        fill, holds apart."""
        asked = self._calendar.window
        return {
            resource.id: spread(asked & self._of.bookable(resource), self._occupied).bit_count()
            for kind in self._kinds.values()
            for resource in kind
        }

    def empty_reason(self) -> str | None:
        """Why nothing is offered: the first rule after which no start is left; None where something is."""
        if self.starts:
            return None
        return next((rule for rule, left in self._narrow() if not left), HELD)

    def blocks(self, start: datetime) -> str | None:
        """The first rule that forbids this very start; None where it can be booked."""
        minute = self.horizon.minute_of(start)
        if self.horizon.moment_of(minute) != start:
            return OFF_GRID
        if self.starts >> minute & 1:
            return None
        return next((rule for rule, left in self._narrow() if not left >> minute & 1), HELD)

    @property
    def relevant_resources(self) -> list[Resource]:
        """Everybody and everything the start depends on; a person asked for by name even if they do not do
        this."""
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
        """In the order of ``_narrow``."""
        yield OFF_GRID, self._calendar.on_grid
        yield UNQUALIFIED, self.horizon.all if resource in self._kinds.get(resource.kind, ()) else 0
        yield CLOSED, self._of.open(resource)
        yield AWAY, self._of.there(resource)
        yield NOTICE, self._after_notice
        yield BEYOND_WINDOW, self._within_window
        yield FULLY_BOOKED, self._of.clear_of_claims(resource)
        yield HELD, self._of.clear_of_holds(resource)

    def _narrow(self) -> Iterator[tuple[str, int]]:
        """What is left after each rule, the earlier rules included."""
        yield OFF_GRID, (ruled := self._calendar.on_grid)
        yield UNQUALIFIED, ruled if self._is_staffed else 0
        yield CLOSED, (ruled := ruled & self._any(self._of.open))
        yield AWAY, (ruled := ruled & self._any(self._of.present))
        yield NOTICE, (ruled := ruled & self._after_notice)
        yield BEYOND_WINDOW, (ruled := ruled & self._within_window)
        yield FULLY_BOOKED, ruled & self._any(self._of.bookable)

    @cached_property
    def _new_starts(self) -> int:
        allowed = self._calendar.on_grid & self._after_notice & self._within_window
        return allowed & self._any(self._of.free) if allowed and self._is_staffed else 0

    @cached_property
    def _classes(self) -> JoinableClasses:
        blocks = self.busy.classes
        allowed = self._calendar.window & self._after_notice & self._within_window if blocks else 0
        return JoinableClasses(blocks, self.question, self.duration, self.horizon, allowed)

    @cached_property
    def _serving(self) -> Sequence[Resource]:
        return self.catalogue.who_serves(self.service.id, self.location.id)

    @cached_property
    def _kinds(self) -> dict[str, list[Resource]]:
        """The linked resources at this location by kind; a named person is the only one of theirs."""
        kinds: dict[str, list[Resource]] = defaultdict(list)
        named = self.question.staff_id
        for resource in self._serving:
            if named is None or resource.kind != STAFF or resource.id == named:
                kinds[resource.kind].append(resource)
        return kinds

    @property
    def _is_staffed(self) -> bool:
        linked = {resource.kind for resource in self._serving}
        needed = linked if self.question.staff_id is None else linked | {STAFF}
        return bool(linked) and needed == set(self._kinds)

    def _any(self, starts: Callable[[Resource], int]) -> int:
        """Starts at which one of every kind allows it."""
        return reduce(
            and_,
            (reduce(or_, (starts(resource) for resource in kind), 0) for kind in self._kinds.values()),
            self.horizon.all,
        )

    @cached_property
    def _after_notice(self) -> int:
        return self._calendar.after_notice(self.now)

    @cached_property
    def _within_window(self) -> int:
        return self._calendar.within_window(self.now)

    def _slot(self, minute: int) -> Slot:
        start = self.horizon.moment_of(minute)
        joined = self.class_at(start) if self.busy.classes else None
        service_id, location_id, time_zone, seats = self._alike
        staff_ids = self._staff_at(minute, joined)
        quote = self._prices.of(staff_ids)
        return Slot(
            start=start,
            end=start + self._lasts,
            service_id=service_id,
            location_id=location_id,
            time_zone=time_zone,
            staff_ids=staff_ids,
            seats_left=joined.seats_left if joined else seats,
            price=quote.money,
            price_is_from=quote.is_from,
        )

    def _staff_at(self, minute: int, joined: ClassBlock | None) -> tuple[str, ...]:
        if joined is not None:
            return tuple(one for one, _ in self._staff if one in joined.resource_ids)
        byte, bit = minute >> 3, minute & 7
        return tuple([one for one, free in self._staff if free[byte] >> bit & 1])

    @cached_property
    def _staff(self) -> list[tuple[str, bytes]]:
        """Everybody who could serve, and the starts at which they are free: as bytes, to look at one minute
        without moving all."""
        length = self.horizon.minutes // 8 + 1
        return [(one.id, self._of.free(one).to_bytes(length, "little")) for one in self._kinds.get(STAFF, ())]

    @cached_property
    def _alike(self) -> tuple[str, str, str, int]:
        """What all slots have in common: read once, since a row's attribute takes longer to read than a slot
        to make."""
        service, location = self.service, self.location
        return service.id, location.id, location.time_zone, service.capacity
