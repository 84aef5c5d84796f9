"""Find appointments of the organization, and lock them where they are about to change."""

from collections.abc import Collection
from typing import TypeVar, cast

from sqlalchemy import ColumnElement, select

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.time_blocks import sits_alone
from booking_core.context import OperationContext
from booking_core.customers.contacts import normalise_email
from booking_core.customers.customer import Customer
from booking_core.customers.phones import normalise_phone
from booking_core.errors import InvalidField, NotFound
from booking_core.storage.database import Base

R = TypeVar("R", bound=Base)


async def find_appointment(
    context: OperationContext, appointment_id: str, *, for_update: bool = False
) -> Appointment:
    """Raises ``NotFound`` for an unknown id and for another organization's alike."""
    return await find_row(context, Appointment, appointment_id, "appointment", for_update=for_update)


async def find_appointment_by_code(context: OperationContext, code: str, contact: str | None) -> Appointment:
    """By its booking code, in capitals or not; with ``contact`` (an e-mail address or a phone number) only if
    it is its customer's.

    Raises ``NotFound`` alike for an unknown code and for another's.
    """
    found = await _find_one(context, Appointment, Appointment.code == code.strip().upper(), "appointment")
    if contact is not None and not await _is_reached_by(context, found.customer_id, contact):
        raise NotFound("There is no such appointment.")
    return found


async def block_left_by(context: OperationContext, appointment_id: str | None) -> str | None:
    """The block that would be free if the appointment went; None where others sit in it too."""
    if appointment_id is None:
        return None
    block_id = (await find_appointment(context, appointment_id)).block_id
    if block_id is None or not await sits_alone(context.session, block_id, appointment_id):
        return None
    return block_id


async def customers_by_id(context: OperationContext, customer_ids: Collection[str]) -> dict[str, Customer]:
    """Customers of the organization, read together; who is none of its customers is left out."""
    if not customer_ids:
        return {}
    found = await context.session.scalars(
        select(Customer).where(
            Customer.organization_id == context.organization_id, Customer.id.in_(customer_ids)
        )
    )
    return {customer.id: customer for customer in found}


async def find_row(
    context: OperationContext, table: type[R], row_id: str, noun: str, *, for_update: bool = False
) -> R:
    """The organization's row with this id; the one in hand where this transaction has locked it. Raises
    ``NotFound``."""
    if (locked := context.locked.get(row_id)) is not None:
        return cast(R, locked)
    found = await _find_one(context, table, table.__table__.c.id == row_id, noun, for_update=for_update)
    if for_update:
        context.locked[row_id] = found
    return found


async def _find_one(
    context: OperationContext,
    table: type[R],
    condition: ColumnElement[bool],
    noun: str,
    *,
    for_update: bool = False,
) -> R:
    statement = select(table).where(table.__table__.c.organization_id == context.organization_id, condition)
    if for_update:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    found = await context.session.scalar(statement)
    if found is None:
        raise NotFound(f"There is no such {noun}.")
    return found


async def _is_reached_by(context: OperationContext, customer_id: str, contact: str) -> bool:
    """Whether an e-mail address or a phone number, however it is written, is this customer's own."""
    country = context.catalogue.organization.country
    try:
        wanted = normalise_email(contact) if "@" in contact else normalise_phone(contact, country)
    except InvalidField:
        return False
    customer = await context.session.get_one(Customer, customer_id)
    return wanted in (customer.email, customer.phone)
