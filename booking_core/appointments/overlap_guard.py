"""The overlap guard: where the business says so, nobody is booked for two things at once.

A customer is known by name together with an e-mail address or a phone number, so that a parent may book for
two children.
"""

from datetime import datetime

from msgspec import Struct
from sqlalchemy import text

from booking_core.context import OperationContext
from booking_core.customers.contacts import ContactDetails
from booking_core.customers.customer import Customer
from booking_core.errors import Conflict

ELSEWHERE = text(
    """
    SELECT EXISTS (
        SELECT FROM customers
        JOIN appointments ON appointments.customer_id = customers.id
        WHERE customers.organization_id = :organization
          AND (customers.email = CAST(:email AS text) OR customers.phone = CAST(:phone AS text))
          AND lower(normalize(customers.name, NFC)) = lower(:name)
          AND appointments.status <> 'cancelled'
          AND appointments.id IS DISTINCT FROM CAST(:besides AS text)
          AND appointments.starts_at < :end AND appointments.ends_at > :start
    )
    """
)


class OverlapGuard(Struct, frozen=True):
    """Keeps one customer (contacts normalised) from two appointments at once."""

    name: str
    email: str | None
    phone: str | None

    @property
    def locks(self) -> list[str]:
        """What a booking locks beside its resources, so that two at the same moment see each other."""
        return [f"customer:{way}" for way in (self.email, self.phone) if way]

    async def must_be_free(
        self, context: OperationContext, start: datetime, end: datetime, *, besides: str | None = None
    ) -> None:
        """Raises ``Conflict`` (``customer_overlap``) where another appointment than ``besides`` is in [start,
        end)."""
        given = {"organization": context.organization_id, "start": start, "end": end, "besides": besides}
        whose = {"name": self.name, "email": self.email, "phone": self.phone}
        if await context.session.scalar(ELSEWHERE, given | whose):
            raise Conflict(
                "There is already an appointment in this name at that time.", code="customer_overlap"
            )


def overlap_guard_for(context: OperationContext, contact: ContactDetails) -> OverlapGuard | None:
    """The guard of somebody who is about to book (normalised); None where the business does not ask."""
    if not context.catalogue.organization.one_appointment_at_a_time:
        return None
    return OverlapGuard(contact.name, contact.email, contact.phone)


async def overlap_guard_of(context: OperationContext, customer_id: str) -> OverlapGuard | None:
    """The guard of a customer we know; None where the business does not ask."""
    if not context.catalogue.organization.one_appointment_at_a_time:
        return None
    customer = await context.session.get_one(Customer, customer_id)
    return OverlapGuard(customer.name, customer.email, customer.phone)
