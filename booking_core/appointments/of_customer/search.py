"""Customers by what somebody says on the phone: a name, a number, an address, a booking code. Each is looked
for by its own index."""

import re
from collections.abc import Sequence
from contextlib import suppress

from msgspec import Struct
from sqlalchemy import ColumnElement, Select, any_, func, select

from booking_core.appointments.appointment import Appointment
from booking_core.context import OperationContext
from booking_core.customers.contacts import normalise_email
from booking_core.customers.customer import Customer
from booking_core.customers.phones import normalise_phone
from booking_core.errors import InvalidField
from booking_core.input.clean_text import clean_text

# Whoever has more of either types more letters.
MOST_CUSTOMERS, MOST_APPOINTMENTS = 20, 100
SHORTEST_NAME = 2


class FoundCustomer(Struct, frozen=True):
    """With their appointments, the newest first."""

    customer: Customer
    appointments: Sequence[Appointment]


async def find_customers(
    context: OperationContext, text: str, only: str | None = None
) -> list[FoundCustomer]:
    """By name. Where ``only`` one resource's are seen, customers of theirs alone, with those appointments.
    Raises ``NotAllowed``."""
    context.require("customer.find")
    wanted = " ".join(clean_text(text).split())
    if len(wanted) < SHORTEST_NAME:
        return []
    ids: list[str] = []
    for condition in _conditions(context, wanted):
        mine = select(Customer.id).where(Customer.organization_id == context.organization_id, condition)
        if only is not None:
            mine = mine.where(Customer.id.in_(_served_by(context, only)))
        ids += await context.session.scalars(mine.order_by(Customer.name).limit(MOST_CUSTOMERS))
    return await _with_appointments(context, list(dict.fromkeys(ids))[:MOST_CUSTOMERS], only)


def _conditions(context: OperationContext, wanted: str) -> list[ColumnElement[bool]]:
    """Those that the words may be; whatever is none of them is looked for as a name."""
    escaped = re.sub(r"([\\%_])", r"\\\1", wanted)
    found: list[ColumnElement[bool]] = [Customer.name.ilike(f"%{escaped}%")]
    with suppress(InvalidField):
        found.append(Customer.email == normalise_email(wanted))
    with suppress(InvalidField):
        country = context.catalogue.organization.country
        found.append(Customer.phone == normalise_phone(wanted, country or ""))
    coded = select(Appointment.customer_id).where(
        Appointment.organization_id == context.organization_id, Appointment.code == wanted.upper()
    )
    return [*found, Customer.id.in_(coded)]


def _served_by(context: OperationContext, resource_id: str) -> Select[str]:
    return select(Appointment.customer_id).where(
        Appointment.organization_id == context.organization_id,
        any_(Appointment.resource_ids) == resource_id,
    )


async def _with_appointments(
    context: OperationContext, customer_ids: Sequence[str], only: str | None
) -> list[FoundCustomer]:
    here = context.organization_id
    rows = select(Customer).where(Customer.organization_id == here, Customer.id.in_(customer_ids))
    theirs = (
        select(Appointment)
        .where(Appointment.organization_id == here, Appointment.customer_id.in_(customer_ids))
        .order_by(Appointment.starts_at.desc(), Appointment.id)
        .limit(MOST_APPOINTMENTS)
    )
    if only is not None:
        theirs = theirs.where(any_(Appointment.resource_ids) == only)
    customers = await context.session.scalars(rows.order_by(func.lower(Customer.name), Customer.id))
    appointments = list(await context.session.scalars(theirs))
    return [
        FoundCustomer(one, [each for each in appointments if each.customer_id == one.id]) for one in customers
    ]
