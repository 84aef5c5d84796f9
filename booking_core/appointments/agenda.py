"""The agenda: appointments in the order they happen, by what they are looked for, a page at a time."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import ColumnElement, any_, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.appointments.appointment import PENDING, Appointment
from booking_core.context import OperationContext
from booking_core.customers.customer import Customer
from booking_core.time.timeline import Horizon

PAGE_SIZE, LARGEST_PAGE = 50, 200
A_WEEK = timedelta(days=7)
# More than these wait for nobody's answer any more.
MOST_REQUESTS = 200


class AppointmentFilter(Struct, frozen=True):
    """What to look for; None means any. Starts are from ``starts_from`` up to but not including
    ``starts_before`` (aware)."""

    booking_code: str | None = None
    starts_from: datetime | None = None
    starts_before: datetime | None = None
    status: str | None = None
    customer_id: str | None = None
    service_id: str | None = None
    location_id: str | None = None
    resource_id: str | None = None


class AgendaCursor(Struct, frozen=True):
    """Where a page ends: the start and the id of its last appointment."""

    starts_at: datetime
    id: str


class AgendaPage(Struct, frozen=True):
    """Some appointments, and where the next page goes on; None after the last one."""

    items: list[Appointment]
    next: AgendaCursor | None


async def page_of(
    context: OperationContext, wanted: AppointmentFilter, size: int, after: AgendaCursor | None
) -> AgendaPage:
    """The ``size`` appointments (at most 200) behind the cursor ``after``, by start and id."""
    size = max(1, min(size, LARGEST_PAGE))
    order = Appointment.starts_at, Appointment.id
    statement = (
        select(Appointment)
        .where(Appointment.organization_id == context.organization_id, *_conditions(wanted))
        .order_by(*order)
        .limit(size + 1)
    )
    if after is not None:
        statement = statement.where(tuple_(*order) > tuple_(after.starts_at, after.id))
    found = list((await context.session.scalars(statement)).all())
    items = found[:size]
    return AgendaPage(items, AgendaCursor(items[-1].starts_at, items[-1].id) if len(found) > size else None)


async def appointments_within(
    context: OperationContext, location_id: str, day: Horizon
) -> list[tuple[Appointment, Customer]]:
    """All of one location that touch the day, cancelled ones too, with their customers; earliest first."""
    statement = (
        select(Appointment, Customer)
        .join(Customer, Customer.id == Appointment.customer_id)
        .where(
            Appointment.organization_id == context.organization_id,
            Appointment.location_id == location_id,
            Appointment.starts_at < day.end,
            # Else an index by start would be read from the first appointment there ever was.
            Appointment.starts_at >= day.origin - _longest(context),
            Appointment.ends_at > day.origin,
        )
        .order_by(Appointment.starts_at, Appointment.created_at)
    )
    return [(row[0], row[1]) for row in await context.session.execute(statement)]


async def count_requests(session: AsyncSession, organization_id: str, resource_id: str | None = None) -> int:
    """How many requests wait for an answer; with ``resource_id`` only theirs."""
    waiting = select(func.count()).where(*_waiting_conditions(organization_id, resource_id))
    return await session.scalar(waiting) or 0


async def open_requests(
    context: OperationContext, resource_id: str | None = None
) -> list[tuple[Appointment, Customer]]:
    """Those that wait for an answer, also past their time, with their customers; earliest start first."""
    statement = (
        select(Appointment, Customer)
        .join(Customer, Customer.id == Appointment.customer_id)
        .where(*_waiting_conditions(context.organization_id, resource_id))
        .order_by(Appointment.starts_at, Appointment.id)
        .limit(MOST_REQUESTS)
    )
    return [(row[0], row[1]) for row in await context.session.execute(statement)]


def _waiting_conditions(organization_id: str, resource_id: str | None) -> Iterator[ColumnElement[bool]]:
    yield Appointment.organization_id == organization_id
    yield Appointment.status == PENDING
    if resource_id is not None:
        yield any_(Appointment.resource_ids) == resource_id


def _longest(context: OperationContext) -> timedelta:
    """No appointment lasts longer: a service may have been shortened since, but hardly any is longer than a
    week."""
    minutes = max((max(service.durations) for service in context.catalogue.services.values()), default=0)
    return max(A_WEEK, timedelta(minutes=minutes))


def _conditions(wanted: AppointmentFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.booking_code is not None:
        yield Appointment.code == wanted.booking_code.strip().upper()
    if wanted.starts_from is not None:
        yield Appointment.starts_at >= wanted.starts_from
    if wanted.starts_before is not None:
        yield Appointment.starts_at < wanted.starts_before
    for name in ("status", "customer_id", "service_id", "location_id"):
        if (value := getattr(wanted, name)) is not None:
            yield getattr(Appointment, name) == value
    if wanted.resource_id is not None:
        yield any_(Appointment.resource_ids) == wanted.resource_id
