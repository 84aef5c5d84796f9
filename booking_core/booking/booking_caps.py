"""Booking caps: how many appointments may be booked without the front desk, under each name a booking counts
as.

Contact, address and conversation of a customer count, or the API client; ``confirm.sql`` counts them in the
transaction of the booking, under a lock for each name, so that no number of bookings at once gets past a cap.
The front desk is never counted.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from msgspec import Struct
from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.settings.booking_rules import BookingRules
from booking_core.customers.contacts import ContactDetails, ways_to_reach
from booking_core.errors import TooMany
from booking_core.live_holds.quotas import ADDRESSES_OF_A_NETWORK
from booking_core.storage.database import Base

CONTACT, PROVEN_CONTACT, ADDRESS, NETWORK = "contact", "proven_contact", "address", "network"
UNKNOWN_ADDRESS = "unknown_address"
CONVERSATION, CLIENT, EVERYBODY = "conversation", "client", "everybody"
# Whoever proves that a mailbox is theirs is not counted under these any more.
ENDED_BY_PROOF = frozenset({CONTACT, UNKNOWN_ADDRESS})
# After a refusal: bookings come and go by the hour.
TRY_AGAIN_IN_S = 3600
A_DAY = timedelta(days=1)


class BookingCount(Base):
    """An appointment counted under one name (a hash, see ``CountedName``). Deleted when it counts no more."""

    __tablename__ = "booking_counts"
    __table_args__ = (
        Index("booking_counts_by_name", "name", "made_at"),
        Index("booking_counts_by_age", "made_at"),
    )

    appointment_id: Mapped[str] = mapped_column(
        ForeignKey("appointments.id", ondelete="CASCADE"), primary_key=True
    )
    name: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    organization_id: Mapped[str]
    made_at: Mapped[datetime]


class CountedName(Struct, frozen=True):
    """One name a booking counts as, with its caps; None is no cap."""

    kind: str
    name: bytes
    upcoming: int | None = None
    a_day: int | None = None


class Booker(Struct, frozen=True):
    """Who books without the front desk, as far as their door knows them.

    ``address`` and ``network`` are keyed hashes (of an IPv6 /64 and its /48). An API client has ``client_id``
    and its own cap, and nothing else counts. ``contact_is_proven``: a one-time code has shown that the
    mailbox is theirs.
    """

    conversation_id: str | None = None
    address: str | None = None
    network: str | None = None
    client_id: str | None = None
    client_a_day: int | None = None
    contact_is_proven: bool = False

    def names_to_count(self, organization: Organization, contact: ContactDetails) -> tuple[CountedName, ...]:
        """The names this booking counts as; ``contact`` is normalised."""
        rules = BookingRules.of(organization)
        return tuple(
            CountedName(kind, name_of(organization.id, kind, value), upcoming, a_day)
            for kind, value, upcoming, a_day in self._names(rules, contact)
        )

    def _names(
        self, rules: BookingRules, contact: ContactDetails
    ) -> Iterator[tuple[str, str, int | None, int | None]]:
        if self.client_id is not None:
            if self.client_a_day is not None:
                yield CLIENT, self.client_id, None, self.client_a_day
            return
        # Whoever has only named somebody's mailbox uses up nothing of its owner's.
        kind = PROVEN_CONTACT if self.contact_is_proven else CONTACT
        for way in ways_to_reach(contact):
            yield kind, way, rules.upcoming_per_contact, rules.per_contact_a_day
        if self.conversation_id is not None:
            yield CONVERSATION, self.conversation_id, rules.upcoming_per_conversation, None
        if self.address is not None:
            yield ADDRESS, self.address, rules.upcoming_per_address, rules.per_address_a_day
        elif not self.contact_is_proven:
            # Behind a proxy that does not say whom it speaks for is everybody: only a day's bookings of all
            # of them are limited.
            yield UNKNOWN_ADDRESS, "", None, rules.busy_day
        if self.network is not None:
            many = ADDRESSES_OF_A_NETWORK
            yield NETWORK, self.network, rules.upcoming_per_address * many, rules.per_address_a_day * many
        yield EVERYBODY, "", None, None


class BookingLimitReached(TooMany):
    """As many bookings as may be made without the front desk. ``limits`` are the kinds of names that are
    full; the hold is kept."""

    code = "booking_limit_reached"
    retryable = False

    def __init__(self, limits: frozenset[str]) -> None:
        detail = (
            "This client has made as many bookings today as it may."
            if CLIENT in limits
            else "No more appointments can be booked online."
            " Please contact us directly; this time is kept for you a little longer."
        )
        super().__init__(detail, retry_after_s=TRY_AGAIN_IN_S)
        self.limits = limits


def name_of(organization_id: str, kind: str, value: str) -> bytes:
    """The hash a booking is counted under: nobody reads a contact or an address from it."""
    return sha256("\n".join((organization_id, kind, value)).encode()).digest()[:16]


def locks_of(names: tuple[CountedName, ...]) -> list[str]:
    """What a booking locks besides its resources: two at the same moment see each other. Of everybody's only
    roughly how many matters."""
    return [f"booking cap:{one.name.hex()}" for one in names if one.kind != EVERYBODY]


def count_values(organization: Organization, names: tuple[CountedName, ...]) -> dict[str, Any]:
    """What ``confirm.sql`` asks for to count."""
    return {
        "names": [one.name for one in names],
        "kinds": [one.kind for one in names],
        "upcoming": [one.upcoming for one in names],
        "a_day": [one.a_day for one in names],
        "everybody": next((one.name for one in names if one.kind == EVERYBODY), None),
        "busy_day": BookingRules.of(organization).busy_day,
    }
