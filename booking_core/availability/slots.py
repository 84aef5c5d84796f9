"""What is asked of availability and what it answers: a question, and the slots that can be booked."""

from datetime import datetime

from msgspec import Struct

from booking_core.catalogue.services.money import Money
from booking_core.time.timeline import minutes_between


class Question(Struct, frozen=True):
    """When can this service start, from ``start`` up to but not including ``end`` (aware, UTC)?"""

    service_id: str
    start: datetime
    end: datetime
    location_id: str | None = None
    duration_min: int | None = None
    staff_id: str | None = None
    party_size: int = 1


class Slot(Struct, frozen=True):
    """A time that can be booked. ``staff_ids`` are those who could do it; moments are UTC, ``time_zone`` is
    the location's.

    ``price`` is with whoever of ``staff_ids`` costs least; ``price_is_from`` where another of them costs
    more, or its business says "from".
    """

    start: datetime
    end: datetime
    service_id: str
    location_id: str
    time_zone: str
    staff_ids: tuple[str, ...]
    seats_left: int
    price: Money | None
    price_is_from: bool = False

    @property
    def duration_min(self) -> int:
        return minutes_between(self.start, self.end)
