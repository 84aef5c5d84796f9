"""Where the services of one catalogue are done, and by whom there."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from booking_core.catalogue.hours.hours_kept import HoursKept
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services.services import ServiceLocation
from booking_core.catalogue.workplaces import Margin, Workplaces
from booking_core.errors import LocationNeeded, NotFound
from booking_core.storage.database import Base

R = TypeVar("R", bound=Base)


class ServicePlaces(HoursKept):
    """A catalogue as far as places go; ``Catalogue`` says what its fields hold."""

    locations: dict[str, Location]
    resources: dict[str, Resource]
    resources_of: dict[str, list[Resource]]
    workplaces: Workplaces
    _every: dict[str, Any]
    _places: dict[str, set[str]]
    _serving: dict[tuple[str, str], Sequence[Resource]]

    def location(self, location_id: str) -> Location:
        """Archived or not. Raises ``NotFound``. There is no location for who names none: the first of several
        is nobody's choice."""
        return find_row(self._every, location_id, Location, "location")

    def locations_of(self, service_id: str) -> list[Location]:
        """Where a service is offered, by position."""
        at = self._places.get(service_id) or {
            place for one in self.resources_of.get(service_id, ()) for place in self.workplaces.of(one.id)
        }
        return [location for location in self.locations.values() if location.id in at]

    def location_for(self, service_id: str, location_id: str | None, staff_id: str | None) -> Location:
        """Where an appointment would be: the location named, else the named person's, else the only one that
        offers the service.

        Raises ``NotFound`` for a location that is none of ours, and ``LocationNeeded`` where there are
        several to choose from.
        """
        if location_id is None:
            offering = self.locations_of(service_id)
            if staff_id in self.resources:
                # Where they do it; if they do it nowhere, it is refused for that at their own place.
                offering = self.places_with(service_id, staff_id) or [
                    self.location(self.resources[staff_id].location_id)
                ]
            # Where nobody does it, nobody need choose it.
            staffed = [one for one in offering if self.who_serves(service_id, one.id)] or offering
            if len(staffed) > 1:
                raise LocationNeeded([(one.id, one.name) for one in staffed])
            # A service of nowhere is refused for that, on whatever clock.
            location_id = next((one.id for one in (staffed or self.locations.values())), "")
        return self.location(location_id)

    def places_with(self, service_id: str, staff_id: str) -> list[Location]:
        """Where a service is done by somebody, by position."""
        return [
            place
            for place in self.locations_of(service_id)
            if any(one.id == staff_id for one in self.who_serves(service_id, place.id))
        ]

    def is_served(self, service_id: str) -> bool:
        """Whether anybody or anything serves it anywhere: it cannot be booked otherwise."""
        return any(self.who_serves(service_id, place.id) for place in self.locations_of(service_id))

    def place_of_move(self, location_id: str, staff_id: str | None) -> str | None:
        """Where an appointment is once somebody else does it: at its own place if they are there, else
        unsaid."""
        is_there = staff_id is None or (
            staff_id in self.resources and self.workplaces.is_at(staff_id, location_id)
        )
        return location_id if is_there else None

    def margins(self, resource_ids: Iterable[str], location_id: str) -> dict[str, dict[str, Margin]]:
        """Of those who travel, how long the ways between this place and each other take."""
        return self.workplaces.margins(resource_ids, location_id, self.locations)

    def who_serves(self, service_id: str, location_id: str) -> Sequence[Resource]:
        """Who and what can serve at a location, by position; nobody where the service is not offered."""
        known = self._serving.get((service_id, location_id))
        if known is None:
            offered = not self._places.get(service_id) or location_id in self._places[service_id]
            everybody = self.resources_of.get(service_id, ()) if offered else ()
            known = [one for one in everybody if location_id in self.workplaces.of(one.id)]
            self._serving[service_id, location_id] = known
        return known


def find_row(things: dict[str, Any], thing_id: str, table: type[R], noun: str) -> R:
    """The row of this id. Raises ``NotFound`` where there is none, or one of another table."""
    found = things.get(thing_id)
    if not isinstance(found, table):
        raise NotFound(f"There is no such {noun}.")
    return found


def places_by_service(rows: Iterable[ServiceLocation]) -> dict[str, set[str]]:
    """The ids of the places each service names; one that names none is not in it."""
    places: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        places[row.service_id].add(row.location_id)
    return places
