"""People who work at several places, and how long it takes from one to another.

A person belongs to one place (``resources.location_id``): its clock is that of their days off. Hours of their
own there are theirs alone; at a further place they are there in the hours they keep there, and in no others.
"""

from collections.abc import Iterable, Mapping

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.catalogue.resources import STAFF, Resource
from booking_core.errors import InvalidField
from booking_core.storage.database import Base

LONGEST_TRAVEL_MIN = 1440
# Minutes that must be free before and after what stands at another place.
Margin = tuple[int, int]


class ResourceLocation(Base):
    """A further place of a person's work."""

    __tablename__ = "resource_locations"

    resource_id: Mapped[str] = mapped_column(ForeignKey("resources.id", ondelete="CASCADE"), primary_key=True)
    location_id: Mapped[str] = mapped_column(
        ForeignKey("locations.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)


class TravelTime(Base):
    """How many minutes it takes from one place to another; the way back takes as long where nothing else is
    said of it."""

    __tablename__ = "travel_times"
    __table_args__ = (
        CheckConstraint("minutes BETWEEN 0 AND 1440", name="travel_times_within_a_day"),
        CheckConstraint("from_location_id <> to_location_id", name="travel_times_lead_elsewhere"),
    )

    from_location_id: Mapped[str] = mapped_column(
        ForeignKey("locations.id", ondelete="CASCADE"), primary_key=True
    )
    to_location_id: Mapped[str] = mapped_column(
        ForeignKey("locations.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    minutes: Mapped[int]


class Workplaces:
    """Who works where. ``elsewhere`` are the people of whom claims at several places are kept, wherever they
    work now."""

    def __init__(
        self,
        resources: Iterable[Resource],
        further: Iterable[ResourceLocation],
        travel: Iterable[TravelTime],
        usual_travel_min: int,
        elsewhere: Iterable[str] = (),
    ) -> None:
        self._of: dict[str, tuple[str, ...]] = {one.id: (one.location_id,) for one in resources}
        for row in further:
            self._of[row.resource_id] = tuple(dict.fromkeys((*self._of[row.resource_id], row.location_id)))
        self._travelling = {*elsewhere, *(one for one, places in self._of.items() if len(places) > 1)}
        self._minutes = {(row.from_location_id, row.to_location_id): row.minutes for row in travel}
        self._usual = usual_travel_min

    def of(self, resource_id: str) -> tuple[str, ...]:
        """The places of somebody or something, their own first."""
        return self._of[resource_id]

    def is_at(self, resource_id: str, location_id: str) -> bool:
        """Whether somebody or something is at a place at all."""
        return location_id in self._of[resource_id]

    def travel_min(self, origin: str, destination: str) -> int:
        """How many minutes it takes from one place to another."""
        if origin == destination:
            return 0
        way, back = (origin, destination), (destination, origin)
        return self._minutes.get(way, self._minutes.get(back, self._usual))

    def margins(
        self, resource_ids: Iterable[str], location_id: str, places: Iterable[str]
    ) -> dict[str, dict[str, Margin]]:
        """Of those who travel, for each other place: how long before something there one must have left this
        place, and how long after it one can be here."""
        way = {
            place: (self.travel_min(location_id, place), self.travel_min(place, location_id))
            for place in places
            if place != location_id
        }
        return {one: way for one in resource_ids if one in self._travelling}


def furthest(margins: Mapping[str, Mapping[str, Margin]]) -> int:
    """The longest of all these ways, in minutes."""
    return max((max(way) for ways in margins.values() for way in ways.values()), default=0)


def hours_key(resource_id: str, location_id: str) -> str:
    """Whose hours are kept by a person at a further place."""
    return f"{resource_id}@{location_id}"


def check_workplaces(kind: str, own_location_id: str, further: Iterable[str]) -> list[str]:
    """The further places of somebody as they are kept. Raises ``InvalidField`` for a room or a device, which
    stays where it is."""
    places = [one for one in dict.fromkeys(further) if one != own_location_id]
    if places and kind != STAFF:
        raise InvalidField("further_location_ids", "Only people work at several places.")
    return places
