"""A wish to hold a time, and the hold it names: a repeat with the same key is the same hold."""

import hashlib
from datetime import datetime, timedelta

from msgspec import Struct

from booking_core.availability.slots import Question
from booking_core.context import OperationContext
from booking_core.errors import InvalidField
from booking_core.live_holds.lifetimes import HOLD_LASTS, LONGEST_HOLD, SHORTEST_HOLD
from booking_core.live_holds.quotas import Quota


class HoldRequest(Struct, frozen=True):
    """A wish to hold one start (aware, UTC). ``key`` makes a repeat the same hold; ``quotas`` cap who asks.

    ``ttl`` is how long, from 60 to 900 seconds; ten minutes where it is not said.
    """

    service_id: str
    start: datetime
    key: str
    staff_id: str | None = None
    location_id: str | None = None
    duration_min: int | None = None
    party_size: int = 1
    replaces_hold_id: str | None = None
    reschedule_of: str | None = None
    quotas: tuple[Quota, ...] = ()
    ttl: timedelta | None = None

    @property
    def leaves_half_a_day(self) -> bool:
        """Whether it is one customer's, who keeps no more than half of what is left of a day; the front desk
        and programs that book for many keep what they need."""
        return any(not quota.is_for_many for quota in self.quotas)

    @property
    def lasts(self) -> timedelta:
        """Raises ``InvalidField`` for a time nobody is given."""
        if self.ttl is not None and not SHORTEST_HOLD <= self.ttl <= LONGEST_HOLD:
            raise InvalidField("ttl_s", "A time is kept for 60 to 900 seconds.")
        return self.ttl or HOLD_LASTS

    @property
    def question(self) -> Question:
        """Whether its start can be had."""
        return Question(
            service_id=self.service_id,
            start=self.start,
            end=self.start + timedelta(minutes=1),
            location_id=self.location_id,
            duration_min=self.duration_min,
            staff_id=self.staff_id,
            party_size=self.party_size,
        )


def hold_id_of(context: OperationContext, key: str) -> str:
    """Derived, so that a repeat is the same hold; opaque, so that nobody guesses another's."""
    text = "\n".join((context.organization_id, context.owner, key))
    return f"hold_{hashlib.sha256(text.encode()).hexdigest()[:32]}"
