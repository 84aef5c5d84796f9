"""The catalogue of one organization: what changes rarely, put in order once for every question that follows.

Rows are detached and read-only here: whoever changes one loads it in a transaction of their own.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from booking_core.catalogue.booking_questions import BookingQuestion
from booking_core.catalogue.locations import Location
from booking_core.catalogue.open_weeks import OpenWeeks
from booking_core.catalogue.opening_hours import OpeningOverride, OpeningWindow, TimeOff, Window
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services import Service, ServiceLocation, ServiceResource
from booking_core.errors import LocationNeeded, NotFound
from booking_core.storage.database import Base
from booking_core.time.public_holidays import public_holiday

R = TypeVar("R", bound=Base)
# What is looked up by id.
LISTED: tuple[type[Base], ...] = (Location, Resource, Service)


class Catalogue:
    """One organization's catalogue as of one revision. ``locations``, ``resources`` and ``services`` are what
    is offered, by position; asked by id, what has been archived is found as well, for what was booked before.

    ``resources_of`` lists what each service may occupy, by position. ``announced`` are the kinds of event
    that some endpoint of another program wants to be told of.
    """

    def __init__(
        self,
        organization: Organization,
        rows: dict[type[Base], Sequence[Any]],
        announced: frozenset[str] = frozenset(),
    ) -> None:
        self.organization = organization
        self._every: dict[str, Any] = {row.id: row for table in LISTED for row in rows[table]}
        self.locations: dict[str, Location] = _offered(rows[Location])
        self.resources: dict[str, Resource] = {
            id_: row for id_, row in _offered(rows[Resource]).items() if row.location_id in self.locations
        }
        self.services: dict[str, Service] = _offered(rows[Service])
        self.resources_of: dict[str, list[Resource]] = defaultdict(list)
        linked = {(row.service_id, row.resource_id) for row in rows[ServiceResource]}
        for resource in self.resources.values():
            for service in rows[Service]:
                if (service.id, resource.id) in linked:
                    self.resources_of[service.id].append(resource)
        self.questions_of: dict[str, list[BookingQuestion]] = defaultdict(list)
        for question in rows.get(BookingQuestion, ()):
            self.questions_of[question.service_id].append(question)
        self.announced = announced
        self._places: dict[str, set[str]] = defaultdict(set)
        for place in rows.get(ServiceLocation, ()):
            self._places[place.service_id].add(place.location_id)
        self._serving: dict[tuple[str, str], Sequence[Resource]] = {}
        self.time_off: dict[str, list[tuple[datetime, datetime]]] = defaultdict(list)
        for off in rows[TimeOff]:
            self.time_off[off.resource_id].append((off.starts_at, off.ends_at))
        self._set_hours(rows[OpeningWindow], rows[OpeningOverride])

    def _set_hours(self, windows: Sequence[OpeningWindow], overrides: Sequence[OpeningOverride]) -> None:
        self._weekly: dict[tuple[str, int], list[Window]] = defaultdict(list)
        for window in windows:
            self._weekly[_owner(window), window.weekday].append((window.opens, window.closes))
        self._keeps_hours = {_owner(window) for window in windows}
        self._overrides: dict[tuple[str, date], list[Window]] = {
            (_owner(row), row.day): [(opens, closes) for opens, closes in row.windows] for row in overrides
        }
        self.open_weeks = OpenWeeks(owners=len(self.resources))

    def service(self, service_id: str) -> Service:
        """Archived or not. Raises ``NotFound`` for what this organization never offered."""
        return _find(self._every, service_id, Service, "service")

    def offered_service(self, service_id: str) -> Service:
        """Raises ``NotFound`` for what is not offered, or not any more."""
        return _find(self.services, service_id, Service, "service")

    def location(self, location_id: str) -> Location:
        """Archived or not. Raises ``NotFound``. There is no location for who names none: the first of several
        is nobody's choice."""
        return _find(self._every, location_id, Location, "location")

    def locations_of(self, service_id: str) -> list[Location]:
        """Where a service is offered, by position."""
        at = self._places.get(service_id) or {
            one.location_id for one in self.resources_of.get(service_id, ())
        }
        return [location for location in self.locations.values() if location.id in at]

    def location_for(self, service_id: str, location_id: str | None, staff_id: str | None) -> Location:
        """Where an appointment would be: the location named, else the named person's, else the only one that
        offers the service.

        Raises ``NotFound`` for a location that is none of ours, and ``LocationNeeded`` where there are
        several to choose from.
        """
        if location_id is None and staff_id in self.resources:
            location_id = self.resources[staff_id].location_id
        if location_id is None:
            offering = self.locations_of(service_id)
            # Where nobody does it, nobody need choose it.
            staffed = [one for one in offering if self.serving(service_id, one.id)] or offering
            if len(staffed) > 1:
                raise LocationNeeded([(one.id, one.name) for one in staffed])
            # A service of nowhere is refused for that, on whatever clock.
            location_id = next((one.id for one in (staffed or self.locations.values())), "")
        return self.location(location_id)

    def serving(self, service_id: str, location_id: str) -> Sequence[Resource]:
        """Who and what can serve at a location, by position; nobody where the service is not offered."""
        known = self._serving.get((service_id, location_id))
        if known is None:
            offered = not self._places.get(service_id) or location_id in self._places[service_id]
            everybody = self.resources_of.get(service_id, ()) if offered else ()
            known = [one for one in everybody if one.location_id == location_id]
            self._serving[service_id, location_id] = known
        return known

    def resource(self, resource_id: str) -> Resource:
        """Archived or not. Raises ``NotFound``."""
        return _find(self._every, resource_id, Resource, "person or room")

    def resources_among(self, ids: Collection[str]) -> list[Resource]:
        """Those of these ids, archived or not, by position."""
        return [row for row in self._every.values() if row.id in ids and isinstance(row, Resource)]

    def has_own_hours(self, resource_id: str) -> bool:
        """Whether a resource keeps weekly hours of its own; one that keeps none is there whenever its
        location is open."""
        return resource_id in self._keeps_hours

    def weekly(self, owner: str, weekday: int) -> Sequence[Window]:
        """The usual windows of a weekday, Monday being 0."""
        return self._weekly.get((owner, weekday), ())

    def windows(self, owner: str, day: date) -> Sequence[Window]:
        """The opening windows of a location or a resource on a local date, in minutes from midnight."""
        override = self._overrides.get((owner, day))
        if override is not None:
            return override
        return () if self.holiday(owner, day) else self.weekly(owner, day.weekday())

    def holiday(self, owner: str, day: date) -> str | None:
        """The public holiday that closes a location on a local date, unless an override of that date says
        otherwise."""
        location = self.locations.get(owner)
        country = (
            location
            and location.closed_on_public_holidays
            and (location.country or self.organization.country)
        )
        return public_holiday(country, location.subdivision, day) if location and country else None

    def has_override(self, owner: str, day: date) -> bool:
        """Whether other hours than the weekly ones hold on a local date."""
        return (owner, day) in self._overrides


def _offered(rows: Sequence[Any]) -> dict[str, Any]:
    return {row.id: row for row in rows if row.archived_at is None}


def _find(things: dict[str, Any], thing_id: str, table: type[R], noun: str) -> R:
    found = things.get(thing_id)
    if not isinstance(found, table):
        raise NotFound(f"There is no such {noun}.")
    return found


def _owner(row: OpeningWindow | OpeningOverride) -> str:
    return row.location_id or row.resource_id or ""
