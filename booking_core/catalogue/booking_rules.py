"""Booking rules: how much may be booked without the front desk, as the owner has set it; ``booking_caps``
counts by them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

from msgspec import Meta, Struct, ValidationError, convert, structs
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.catalogue.organizations import Organization
from booking_core.storage.audit import Actor, AuditEntry

Cap = Annotated[int, Meta(ge=1, le=10_000)]


class BookingRules(Struct, frozen=True):
    """``organizations.booking_rules``. ``upcoming_…`` counts appointments still to come, ``…_a_day`` bookings
    of the last 24 hours whatever became of them.

    From ``busy_day`` bookings of everybody together within 24 hours on, a quarter of each other cap is left:
    nobody is turned away who has nothing booked yet. ``verify_contact`` wants a one-time code from the
    customer's mailbox first.
    """

    upcoming_per_contact: Cap = 5
    upcoming_per_conversation: Cap = 5
    upcoming_per_address: Cap = 10
    per_contact_a_day: Cap = 10
    per_address_a_day: Cap = 20
    busy_day: Cap = 100
    verify_contact: bool = False

    @classmethod
    def of(cls, organization: Organization) -> "BookingRules":
        """What the owner has set; the default for each that cannot be read."""
        return cls(
            **{name: value for name, value in organization.booking_rules.items() if _fits(name, value)}
        )


async def change_booking_rules(
    session: AsyncSession,
    organization_id: str,
    changed: Mapping[str, int | bool],
    actor: Actor,
    now: datetime,
) -> BookingRules:
    """From this commit on; the caller commits. Raises ``msgspec.ValidationError`` for what is no rule."""
    organization = await session.get_one(Organization, organization_id, with_for_update=True)
    rules = convert(structs.asdict(BookingRules.of(organization)) | dict(changed), BookingRules)
    organization.booking_rules = structs.asdict(rules)
    session.add(
        AuditEntry.of(actor, organization_id, "booking_rules_changed", organization_id, now, **changed)
    )
    return rules


def _fits(name: str, value: Any) -> bool:
    try:
        convert({name: value}, BookingRules)
    except ValidationError:
        return False
    return name in BookingRules.__struct_fields__
