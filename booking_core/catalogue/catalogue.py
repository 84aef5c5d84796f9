"""The catalogue of one organization: what changes rarely, put in order once for every question that follows.

Rows are detached and read-only here: whoever changes one loads it in a transaction of their own.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from copy import copy
from typing import Any, Protocol

from msgspec import Struct

from booking_core.catalogue.derived import Deriving
from booking_core.catalogue.locations import Location
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.service_places import ServicePlaces, find_row, places_by_service
from booking_core.catalogue.services.booking_questions import BookingQuestion
from booking_core.catalogue.services.categories import ServiceCategory
from booking_core.catalogue.services.prices import PriceList, ServicePrice
from booking_core.catalogue.services.services import Service, ServiceLocation, ServiceResource
from booking_core.catalogue.translations import Translatable, copy_with, language_chain, translate_row
from booking_core.catalogue.workplaces import ResourceLocation, TravelTime, Workplaces
from booking_core.storage.database import Base

# What is looked up by id.
LISTED: tuple[type[Base], ...] = (Location, Resource, Service)
# What a service asks of nobody who has agreed on a time already.
FREELY = {"slot_step_min": 1, "min_notice_min": 0, "booking_window_days": 3660, "requires_approval": False}


class Booked(Protocol):
    """An appointment, or a time that is kept."""

    @property
    def service_id(self) -> str: ...

    @property
    def duration_min(self) -> int: ...


class LettersWanted(Struct, frozen=True):
    """What the catalogue knows of letters."""

    has_server: bool = False
    has_text_provider: bool = False
    team_wishes: frozenset[str] = frozenset()


class Catalogue(Deriving, ServicePlaces):
    """One organization's catalogue as of one revision. ``locations``, ``resources`` and ``services`` are what
    is offered, by position; asked by id, what has been archived is found as well, for what was booked before.
    ``service_names`` and ``resource_names`` are their names in all languages, each with what it names.

    ``resources_of`` lists what each service may occupy, by position. ``announced`` are the kinds of event
    that some endpoint of another program wants to be told of, ``elsewhere`` the people who have claims at
    several places. ``has_mail_server`` says that letters go by a server of its own, ``has_text_provider``
    that somebody sends its text messages, ``team_wishes`` what anybody of the team wants letters of.
    """

    def __init__(
        self,
        organization: Organization,
        rows: dict[type[Base], Sequence[Any]],
        announced: frozenset[str] = frozenset(),
        elsewhere: frozenset[str] = frozenset(),
        letters: "LettersWanted | None" = None,
    ) -> None:
        self._every: dict[str, Any] = {row.id: row for table in LISTED for row in rows[table]}
        self.locations: dict[str, Location] = _on_offer(rows[Location])
        self.resources: dict[str, Resource] = {
            id_: row for id_, row in _on_offer(rows[Resource]).items() if row.location_id in self.locations
        }
        self._arrange_services(rows)
        self.announced = announced
        self.has_mail_server = letters is not None and letters.has_server
        self.has_text_provider = letters is not None and letters.has_text_provider
        self.team_wishes = letters.team_wishes if letters else frozenset[str]()
        self.workplaces = Workplaces(
            rows[Resource],
            (row for row in rows.get(ResourceLocation, ()) if row.location_id in self.locations),
            rows.get(TravelTime, ()),
            organization.travel_min,
            elsewhere,
        )
        super().__init__(organization, rows[Location], len(self.resources), rows)
        self._put_in_words()

    def _arrange_services(self, rows: dict[type[Base], Sequence[Any]]) -> None:
        """What is offered, what it costs, what it asks, who does it and where."""
        self.categories: dict[str, ServiceCategory] = {row.id: row for row in rows.get(ServiceCategory, ())}
        offered = self._by_category(_on_offer(rows[Service]).values())
        self.services: dict[str, Service] = {row.id: row for row in offered}
        self.resources_of = self._resources_by_service(rows)
        self.questions_of: dict[str, list[BookingQuestion]] = defaultdict(list)
        for question in rows.get(BookingQuestion, ()):
            self.questions_of[question.service_id].append(question)
        self.prices = PriceList(rows.get(ServicePrice, ()))
        self._places = places_by_service(rows.get(ServiceLocation, ()))
        self._begin_to_remember()

    def _put_in_words(self) -> None:
        self._list_names()
        self._owners = self
        self._by_language: dict[tuple[str, ...], Catalogue] = {}
        self.languages = frozenset(tag for row in self._rows() for tag in row.translations or ())

    def with_services(self, rows: dict[type[Base], Sequence[Any]]) -> "Catalogue":
        """The same with the services of these rows, and whatever belongs to them; places, people and hours
        stay as they are, worked out weeks included."""
        changed = copy(self)
        others = {id_: row for id_, row in self._every.items() if not isinstance(row, Service)}
        changed._every = others | {row.id: row for row in rows[Service]}
        changed._arrange_services(rows)
        changed._put_in_words()
        return changed

    def _resources_by_service(self, rows: dict[type[Base], Sequence[Any]]) -> dict[str, list[Resource]]:
        """Who and what can serve each service, in the order of the resources."""
        serving: dict[str, list[Resource]] = defaultdict(list)
        served: dict[str, list[str]] = defaultdict(list)
        for row in rows[ServiceResource]:
            served[row.resource_id].append(row.service_id)
        for resource in self.resources.values():
            for service_id in served[resource.id]:
                serving[service_id].append(resource)
        return serving

    def _by_category(self, services: Iterable[Service]) -> list[Service]:
        """Category by category, those of none last; within each in their own order."""
        at = {key: place for place, key in enumerate(self.categories)}
        return sorted(services, key=lambda one: at.get(one.category_id or "", len(at)))

    def every(self, table: type[Any]) -> list[Any]:
        """All of locations, resources or services in order, be they offered or not."""
        rows = [row for row in self._every.values() if isinstance(row, table)]
        return self._by_category(rows) if table is Service else rows

    def in_language(self, tag: str) -> "Catalogue":
        """The same catalogue in the words of a language (BCP 47), each field in the nearest language it has
        words in, else in the owner's. Made once for each language that has any."""
        owners = self._owners
        chain = tuple(one for one in language_chain(tag) if one in owners.languages)
        if not chain:
            return owners
        if chain not in owners._by_language:
            owners._by_language[chain] = owners._translate(chain)
        return owners._by_language[chain]

    def speaks(self, tag: str) -> bool:
        """Whether the owner has written something in this language, be it in their own."""
        chain = language_chain(tag)
        return chain[-1] == language_chain(self.organization.locale)[-1] or not self.languages.isdisjoint(
            chain
        )

    def as_agreed(self) -> "Catalogue":
        """The same for what people have agreed on elsewhere: neither grid, notice, booking window, approval
        nor questions stand against it."""
        freed = copy(self)
        freed._every = {
            key: copy_with(row, **FREELY) if isinstance(row, Service) else row
            for key, row in self._every.items()
        }
        freed.services = {key: freed._every[key] for key in self.services}
        freed.questions_of = defaultdict(list)
        freed._begin_to_remember()
        freed._list_names()
        freed._owners, freed._by_language = freed, {}
        return freed

    def _begin_to_remember(self) -> None:
        """What is worked out when it is first asked for."""
        self._serving: dict[tuple[str, str], Sequence[Resource]] = {}
        self._services_of: dict[str, list[Service]] = {}
        self.forget_derived()

    def _list_names(self) -> None:
        """Put together whatever customers may call what is offered, and what everybody is called."""
        self.service_names = [(name, one) for one in self.services.values() for name in one.spoken_names]
        self.resource_names = [(name, one) for one in self.resources.values() for name in one.all_names]

    def _rows(self) -> Iterable[Translatable]:
        yield self.organization
        yield from self._every.values()
        yield from self.categories.values()
        for questions in self.questions_of.values():
            yield from questions

    def _translate(self, chain: tuple[str, ...]) -> "Catalogue":
        """Hours and claims know rows by their ids, so that only what has words is made anew."""
        said = copy(self)
        said.organization = translate_row(self.organization, chain)
        # What is listed and what is found by its id are the same rows.
        said._every = {key: translate_row(row, chain) for key, row in self._every.items()}
        said.locations = {key: said._every[key] for key in self.locations}
        said.resources = {key: said._every[key] for key in self.resources}
        said.services = {key: said._every[key] for key in self.services}
        said.categories = {key: translate_row(row, chain) for key, row in self.categories.items()}
        said.resources_of = defaultdict(list)
        for key, linked in self.resources_of.items():
            said.resources_of[key] = [said.resources[one.id] for one in linked]
        said.questions_of = defaultdict(list)
        for key, asked in self.questions_of.items():
            said.questions_of[key] = [translate_row(one, chain) for one in asked]
        said._begin_to_remember()
        said._list_names()
        return said

    def service(self, service_id: str) -> Service:
        """Archived or not. Raises ``NotFound`` for what this organization never offered."""
        return find_row(self._every, service_id, Service, "service")

    def booked_name(self, booked: Booked) -> str:
        """What is booked or kept, as everybody is told of it: the service, and what its length is called."""
        return self.service(booked.service_id).name_for(booked.duration_min)

    def offered_service(self, service_id: str) -> Service:
        """Raises ``NotFound`` for what is not offered, or not any more."""
        return find_row(self.services, service_id, Service, "service")

    def services_of(self, resource_id: str) -> Sequence[Service]:
        """What is offered with this person or in this room."""
        if not self._services_of:
            for service in self.services.values():
                for one in self.resources_of[service.id]:
                    self._services_of.setdefault(one.id, []).append(service)
        return self._services_of.get(resource_id, ())

    def resource(self, resource_id: str) -> Resource:
        """Archived or not. Raises ``NotFound``."""
        return find_row(self._every, resource_id, Resource, "person or room")

    def resources_among(self, ids: Collection[str]) -> list[Resource]:
        """Those of these ids, archived or not, by position."""
        found = (self._every.get(id_) for id_ in set(ids))
        rows = [row for row in found if isinstance(row, Resource)]
        return sorted(rows, key=lambda row: (row.position, row.id))


def _on_offer(rows: Sequence[Any]) -> dict[str, Any]:
    return {row.id: row for row in rows if row.archived_at is None}
