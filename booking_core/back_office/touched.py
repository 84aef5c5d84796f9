"""What a change touches: appointments still to come whose own time it forbids."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import exists, select

from booking_core.access.roles import require_role
from booking_core.appointments.appointment import CONFIRMED, PENDING, Appointment
from booking_core.appointments.kept import KeptAppointment
from booking_core.availability.standing import broken_rules
from booking_core.catalogue.catalogue import Catalogue
from booking_core.context import OperationContext
from booking_core.customers.customer import Customer
from booking_core.errors import Conflict
from booking_core.storage.audit import AppointmentEvent
from booking_core.storage.events import MOVED_EVENT

AHEAD = (
    Appointment.id,
    Appointment.code,
    Appointment.version,
    Appointment.service_id,
    Appointment.location_id,
    Appointment.resource_ids,
    Appointment.starts_at,
    Appointment.ends_at,
)

BOOKED = (
    Appointment.id,
    Appointment.location_id,
    Appointment.ends_at,
    Appointment.resource_ids,
    Appointment.party_size,
    Customer.name,
    Customer.phone,
    Customer.email,
)


class Touched(Struct, frozen=True):
    """One appointment, and the rules (``closed res_…``) that the change makes it break."""

    appointment_id: str
    code: str
    version: int
    service_id: str
    starts_at: datetime
    broken_rules: tuple[str, ...]


class TouchedBooking(Struct, frozen=True):
    """Where a touched appointment takes place, until when (UTC), with and for whom: for the eyes of who
    arranges the business. ``time_zone`` is that of the place."""

    location_id: str
    time_zone: str
    ends_at: datetime
    resource_ids: list[str]
    party_size: int
    customer_name: str
    phone: str | None
    email: str | None


class AppointmentsTouched(Conflict):
    """The change touches appointments that nobody has decided about. ``details`` names them, and ``seen``,
    which says that the decisions are about this list. ``after`` is the catalogue as the change makes it."""

    code = "appointments_touched"

    def __init__(self, touched: Sequence[Touched], after: Catalogue) -> None:
        told = {"seen": digest_seen(touched), "appointments": msgspec.to_builtins(list(touched))}
        super().__init__("Some appointments could not take place any more.", details=told)
        self.touched = tuple(touched)
        self.after = after


def digest_seen(touched: Sequence[Touched]) -> str:
    """A digest of the list: another appointment, version or rule makes another one."""
    listed = [(one.appointment_id, one.version, one.broken_rules) for one in touched]
    return sha256(msgspec.json.encode(listed)).hexdigest()[:32]


async def find_touched(context: OperationContext, before: Catalogue, after: Catalogue) -> list[Touched]:
    """The appointments that break a rule by the catalogue ``after`` which they kept by the one ``before``,
    and which nobody has agreed to overlook; by start."""
    kept = await overlooked_rules(context)
    found = []
    for row in await _ahead(context):
        broken = broken_rules(after, row)
        # Most appointments stand: what was before is worked out for the others only.
        if broken := broken and broken - broken_rules(before, row):
            rules = {f"{rule} {resource_id}" for rule, resource_id in broken}
            if rules := rules - kept.get(row.id, set()):
                found.append(
                    Touched(
                        row.id, row.code, row.version, row.service_id, row.starts_at, tuple(sorted(rules))
                    )
                )
    return found


async def bookings_of(context: OperationContext, appointment_ids: Sequence[str]) -> dict[str, TouchedBooking]:
    """Of appointments of this organization, by id."""
    require_role(context.actor.role, "appointment.import")
    rows = await context.session.execute(
        select(*BOOKED)
        .join(Customer, Customer.id == Appointment.customer_id)
        .where(
            Appointment.organization_id == context.organization_id,
            Customer.organization_id == context.organization_id,
            Appointment.id.in_(appointment_ids),
        )
    )
    return {row.id: _booking(context.catalogue, row) for row in rows}


def _booking(catalogue: Catalogue, row: Any) -> TouchedBooking:
    return TouchedBooking(
        location_id=row.location_id,
        time_zone=catalogue.location(row.location_id).time_zone,
        ends_at=row.ends_at,
        resource_ids=row.resource_ids,
        party_size=row.party_size,
        customer_name=row.name,
        phone=row.phone,
        email=row.email,
    )


async def _ahead(context: OperationContext) -> Sequence[Any]:
    rows = await context.session.execute(
        select(*AHEAD)
        .where(
            Appointment.organization_id == context.organization_id,
            Appointment.status.in_((CONFIRMED, PENDING)),
            Appointment.starts_at > context.clock.now(),
        )
        .order_by(Appointment.starts_at, Appointment.id)
    )
    return rows.all()


async def overlooked_rules(context: OperationContext) -> dict[str, set[str]]:
    """Which rules no longer count against an appointment, by its id, as long as it stays where it is."""
    moved_since = exists().where(
        AppointmentEvent.appointment_id == KeptAppointment.appointment_id,
        AppointmentEvent.kind == MOVED_EVENT,
        AppointmentEvent.version > KeptAppointment.version,
    )
    rows = await context.session.execute(
        select(KeptAppointment.appointment_id, KeptAppointment.broken_rules)
        .join(Appointment, Appointment.id == KeptAppointment.appointment_id)
        .where(
            KeptAppointment.organization_id == context.organization_id,
            Appointment.starts_at > context.clock.now(),
            ~moved_since,
        )
    )
    return {row.appointment_id: set(row.broken_rules) for row in rows}
