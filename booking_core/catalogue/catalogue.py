"""The catalogue: everything of an organization that changes rarely, read once and kept by its revision.

Services, locations, resources, hours, dates that differ and time off. One query a transaction asks whether the copy in hand is still the
newest; the rest is arithmetic on values. Rows are detached and read-only here: whoever changes one loads it in a transaction of their own.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.catalogue.booking_questions import BookingQuestion
from booking_core.catalogue.locations import Location
from booking_core.catalogue.open_weeks import OpenWeeks
from booking_core.catalogue.opening_hours import OpeningOverride, OpeningWindow, TimeOff, Window
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services import Service, ServiceLocation, ServiceResource
from booking_core.errors import LocationNeeded, NotFound
from booking_core.storage.database import Base
from booking_core.storage.statements import Statement
from booking_core.time.public_holidays import public_holiday

# Organizations whose catalogue one process keeps at hand; the least recently used goes first.
KEPT = 512
# Asked at every transaction, so it is asked plainly.
REVISION = Statement("SELECT revision FROM organizations WHERE id = :id")
# Asked by the table's name: which endpoints there are is webhooks' own knowledge, which stands above this.
ANNOUNCED = text(
    "SELECT DISTINCT unnest(events) FROM webhook_endpoints WHERE organization_id = :organization_id AND disabled_at IS NULL"
)
R = TypeVar("R", bound=Base)
# Made once: to make a statement takes as long as to run one.
READ: dict[type[Base], Select[Any]] = {
    table: select(table)
    .where(table.__table__.c.organization_id == bindparam("organization_id"))
    .order_by(*order)
    for table, order in (
        (Location, (Location.position, Location.id)),
        (Resource, (Resource.position, Resource.id)),
        (Service, (Service.position, Service.id)),
        (ServiceResource, ()),
        (ServiceLocation, ()),
        (BookingQuestion, (BookingQuestion.position,)),
        (OpeningWindow, (OpeningWindow.opens,)),
        (OpeningOverride, (OpeningOverride.day,)),
        (TimeOff, (TimeOff.starts_at,)),
    )
}


class Catalogue:
    """One organization's catalogue as of one revision. ``resources_of`` lists what each service may occupy, by position.

    ``announced`` are the kinds of event that some endpoint of another program wants to be told of.
    """

    def __init__(
        self,
        organization: Organization,
        rows: dict[type[Base], Sequence[Any]],
        announced: frozenset[str] = frozenset(),
    ) -> None:
        self.organization = organization
        self.locations: dict[str, Location] = {row.id: row for row in rows[Location]}
        self.resources: dict[str, Resource] = {row.id: row for row in rows[Resource]}
        self.services: dict[str, Service] = {row.id: row for row in rows[Service]}
        self.resources_of: dict[str, list[Resource]] = defaultdict(list)
        linked = {(row.service_id, row.resource_id) for row in rows[ServiceResource]}
        for resource in self.resources.values():
            for service_id in self.services:
                if (service_id, resource.id) in linked:
                    self.resources_of[service_id].append(resource)
        self.questions_of: dict[str, list[BookingQuestion]] = defaultdict(list)
        for question in rows.get(BookingQuestion, ()):
            self.questions_of[question.service_id].append(question)
        self.announced = announced
        self._places: dict[str, set[str]] = defaultdict(set)
        for place in rows.get(ServiceLocation, ()):
            self._places[place.service_id].add(place.location_id)
        self._serving: dict[tuple[str, str], Sequence[Resource]] = {}
        self._weekly: dict[tuple[str, int], list[Window]] = defaultdict(list)
        self._keeps_hours: set[str] = set()
        for window in rows[OpeningWindow]:
            owner = window.location_id or window.resource_id
            self._weekly[owner, window.weekday].append((window.opens, window.closes))
            self._keeps_hours.add(owner)
        self._overrides: dict[tuple[str, date], list[Window]] = {
            (row.location_id or row.resource_id, row.day): [(opens, closes) for opens, closes in row.windows]
            for row in rows[OpeningOverride]
        }
        self.time_off: dict[str, list[tuple[datetime, datetime]]] = defaultdict(list)
        for off in rows[TimeOff]:
            self.time_off[off.resource_id].append((off.starts_at, off.ends_at))
        self.open_weeks = OpenWeeks(owners=len(self.resources))

    def service(self, service_id: str) -> Service:
        """Raises ``NotFound`` for what this organization does not offer."""
        return _find(self.services, service_id, "service")

    def location(self, location_id: str) -> Location:
        """Raises ``NotFound``. There is no location for who names none: the first of several is nobody's choice."""
        return _find(self.locations, location_id, "location")

    def locations_of(self, service_id: str) -> list[Location]:
        """Where a service is offered, by position."""
        at = self._places.get(service_id) or {
            one.location_id for one in self.resources_of.get(service_id, ())
        }
        return [location for location in self.locations.values() if location.id in at]

    def location_for(self, service_id: str, location_id: str | None, staff_id: str | None) -> Location:
        """Where an appointment would be: the location named, else the named person's, else the only one that offers the service.

        Raises ``NotFound`` for a location that is none of ours, and ``LocationNeeded`` where there are several to choose from.
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
        return _find(self.resources, resource_id, "person or room")

    def has_own_hours(self, resource_id: str) -> bool:
        """Whether a resource keeps weekly hours of its own; one that keeps none is there whenever its location is open."""
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
        """The public holiday that closes a location on a local date, unless an override of that date says otherwise."""
        location = self.locations.get(owner)
        country = (
            location
            and location.closed_on_public_holidays
            and (location.country or self.organization.country)
        )
        return public_holiday(country, location.subdivision, day) if location and country else None

    def has_override(self, owner: str, day: date) -> bool:
        return (owner, day) in self._overrides


class Catalogues:
    """The catalogues one process has in hand."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[int, Catalogue]] = OrderedDict()

    async def of(
        self, session: AsyncSession, organization_id: str, now: datetime, revision: int | None = None
    ) -> Catalogue:
        """The newest catalogue: one query when the copy in hand is still true, none for who has just been told the ``revision``.

        Raises ``NotFound``.
        """
        if revision is None:
            revision = await session.scalar(REVISION.text, {"id": organization_id})
        if revision is None:
            raise NotFound("There is no such organization.")
        kept = self.peek(organization_id, revision)
        if kept is None:
            kept = await _load(session, organization_id, now)
            self._kept[organization_id] = (revision, kept)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return kept

    def peek(self, organization_id: str, revision: int | None) -> Catalogue | None:
        """The copy in hand, where it is of this revision."""
        number, kept = self._kept.get(organization_id, (None, None))
        if revision is None or number != revision:
            return None
        self._kept.move_to_end(organization_id)
        return kept


async def _load(session: AsyncSession, organization_id: str, now: datetime) -> Catalogue:
    organization = await session.get_one(Organization, organization_id, populate_existing=True)
    # A catalogue lives as long as its revision: what is long past when it is read is never asked for again.
    past = now - timedelta(days=7)
    told, fresh = {"organization_id": organization_id}, {"populate_existing": True}
    rows: dict[type[Base], Sequence[Any]] = {
        table: (await session.scalars(read, told, execution_options=fresh)).all()
        for table, read in READ.items()
    }
    rows[OpeningOverride] = [row for row in rows[OpeningOverride] if row.day >= past.date()]
    rows[TimeOff] = [row for row in rows[TimeOff] if row.ends_at > past]
    for row in (organization, *(row for table in rows.values() for row in table)):
        session.expunge(row)
    announced = frozenset(await session.scalars(ANNOUNCED, told))
    return Catalogue(organization, rows, announced)


def _find(things: dict[str, R], thing_id: str, noun: str) -> R:
    found = things.get(thing_id)
    if found is None:
        raise NotFound(f"There is no such {noun}.")
    return found
