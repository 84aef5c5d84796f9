"""When locations are open, and people and rooms are there: weekly hours, dates that differ, days off."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from booking_core.catalogue.hours.open_weeks import OpenWeeks
from booking_core.catalogue.hours.opening_hours import (
    OpeningOverride,
    OpeningWindow,
    RepeatedTimeOff,
    TimeOff,
    Window,
    open_bits,
)
from booking_core.catalogue.locations import Location
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.workplaces import hours_key
from booking_core.storage.database import Base
from booking_core.time.public_holidays import public_holiday
from booking_core.time.timeline import Horizon
from booking_core.time.wall_clock import DAY_MINUTES

ALL_DAY: Sequence[Window] = ((0, DAY_MINUTES),)


class HoursKept:
    """The hours of one organization. An *owner* is a location's id, a resource's, or that of a person at a
    further place (``hours_key``)."""

    def __init__(
        self,
        organization: Organization,
        locations: Sequence[Location],
        resources: int,
        rows: Mapping[type[Base], Sequence[Any]],
    ) -> None:
        self.organization = organization
        self._clocks = {row.id: row.time_zone for row in locations}
        self._closing = {
            row.id: row for row in locations if row.closed_on_public_holidays and row.archived_at is None
        }
        self.time_off: dict[str, list[tuple[datetime, datetime]]] = defaultdict(list)
        for off in rows[TimeOff]:
            self.time_off[off.resource_id].append((off.starts_at, off.ends_at))
        self._repeated_off: dict[str, list[RepeatedTimeOff]] = defaultdict(list)
        for rule in rows.get(RepeatedTimeOff, ()):
            self._repeated_off[rule.resource_id].append(rule)
        self._weekly: dict[tuple[str, int], list[OpeningWindow]] = defaultdict(list)
        for window in rows[OpeningWindow]:
            self._weekly[_owner(window), window.weekday].append(window)
        self._keeps_hours = {owner for owner, _ in self._weekly}
        self._overrides: dict[tuple[str, date], list[Window]] = {
            (_owner(row), row.day): [(opens, closes) for opens, closes in row.windows]
            for row in rows[OpeningOverride]
        }
        # Twice: where everybody is open, and where they are off.
        self.open_weeks = OpenWeeks(owners=2 * resources)

    def has_own_hours(self, resource_id: str) -> bool:
        """Whether a resource keeps weekly hours of its own; one that keeps none is there whenever its
        location is open."""
        return resource_id in self._keeps_hours

    def hours_of(self, resource: Resource, location_id: str) -> str | None:
        """Whose windows say when somebody is at a place: None where they are there whenever it is open."""
        if location_id != resource.location_id:
            return hours_key(resource.id, location_id)
        return resource.id if self.has_own_hours(resource.id) else None

    def windows_at(self, resource: Resource, location_id: str, day: date) -> Sequence[Window]:
        """When somebody or something is at a place of theirs on a local date, whatever hours the place
        has."""
        owner = self.hours_of(resource, location_id)
        if owner is None and self.has_override(resource.id, day):
            owner = resource.id
        return ALL_DAY if owner is None else self.windows(owner, day)

    def weekly(self, owner: str, weekday: int) -> Sequence[Window]:
        """The usual windows of a weekday, Monday being 0; those of every second week among them."""
        return [(row.opens, row.closes) for row in self._weekly.get((owner, weekday), ())]

    def windows(self, owner: str, day: date) -> Sequence[Window]:
        """The opening windows of a location or a resource on a local date, in minutes from midnight."""
        override = self._overrides.get((owner, day))
        if override is not None:
            return override
        if self.holiday(owner, day):
            return ()
        kept = self._weekly.get((owner, day.weekday()), ())
        return [(row.opens, row.closes) for row in kept if row.holds_on(day)]

    def away(self, horizon: Horizon, resource: Resource, location_id: str) -> int:
        """The minutes of a horizon at which days off keep somebody from a place of theirs.

        Repeated ones are read on the clock of the place they belong to. On a date that has other hours than
        the usual ones at the place in question, those hold instead.
        """
        once = self.time_off.get(resource.id)
        bits = horizon.bits_of(once) if once else 0
        if resource.id in self._repeated_off:
            owner = (f"off {location_id}", resource.id)
            bits |= self.open_weeks.over(
                horizon, owner, lambda week: self._repeatedly_away(week, resource, location_id)
            )
        return bits

    def _repeatedly_away(self, horizon: Horizon, resource: Resource, location_id: str) -> int:
        at_place = resource.id if location_id == resource.location_id else hours_key(resource.id, location_id)

        def off_on(day: date) -> Sequence[Window]:
            if self.has_override(at_place, day):
                return ()
            return [(row.starts, row.ends) for row in self._repeated_off[resource.id] if row.holds_on(day)]

        return open_bits(horizon, self._clocks[resource.location_id], off_on)

    def holiday(self, owner: str, day: date) -> str | None:
        """The public holiday that closes a location on a local date, unless an override of that date says
        otherwise."""
        location = self._closing.get(owner)
        country = location and (location.country or self.organization.country)
        return public_holiday(country, location.subdivision, day) if location and country else None

    def has_override(self, owner: str, day: date) -> bool:
        """Whether other hours than the weekly ones hold on a local date."""
        return (owner, day) in self._overrides


def _owner(row: OpeningWindow | OpeningOverride) -> str:
    if row.location_id and row.resource_id:
        return hours_key(row.resource_id, row.location_id)
    return row.location_id or row.resource_id or ""
