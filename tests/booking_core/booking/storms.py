"""Forging and letting loose: holds that never went through Redis, and many deeds at once."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, TypeVar

import psycopg
from sqlalchemy import event, insert, select
from sqlalchemy.engine import ExceptionContext

from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.organizations import Organization
from booking_core.errors import Refusal
from booking_core.holds.hold import BOOK, RESCHEDULE, Hold
from booking_core.storage.ids import new_id
from tests.cast import MONDAY, Visitor

T = TypeVar("T")
AT_ONCE = 64


PLAIN: dict[str, Any] = {"status": "held", "party_size": 1, "price": None, "currency": "EUR", "policy": {}}


def moments_of(start: datetime, lasts: timedelta, after: timedelta) -> dict[str, datetime]:
    return {
        "starts_at": start,
        "ends_at": start + lasts,
        "claims_from": start,
        "claims_to": start + lasts + after,
        "created_at": MONDAY,
        "expires_at": MONDAY + timedelta(minutes=10),
        "max_expires_at": MONDAY + timedelta(minutes=30),
    }


async def forge(
    visitor: Visitor,
    service: str,
    start: datetime,
    names: list[str],
    *,
    minutes: int = 60,
    after: int = 0,
    moving: Appointment | None = None,
    place: str | None = None,
) -> Hold:
    """A hold on these resources as if Redis had given it, whoever else may hold the same: so the next step is
    what is stormed."""
    salon, hold_id = visitor.salon, new_id("hold")
    revision = select(Organization.revision).where(Organization.id == salon.organization_id).scalar_subquery()
    row = {
        "id": hold_id,
        "organization_id": salon.organization_id,
        "owner": f"{visitor.actor.door}:{visitor.actor.id}",
        "purpose": RESCHEDULE if moving else BOOK,
        "reschedule_of": moving.id if moving else None,
        "service_id": salon.services[service],
        "location_id": place or salon.location_id,
        "resource_ids": [salon.resources[name] for name in names],
        "revision": revision,
        **moments_of(start, timedelta(minutes=minutes), timedelta(minutes=after)),
        **PLAIN,
    }
    async with visitor.core.sessions() as session, session.begin():
        await session.execute(insert(Hold).values(row))
        return await session.get_one(Hold, hold_id)


async def storm(deeds: list[Callable[[], Awaitable[T]]]) -> tuple[list[T], list[Refusal]]:
    """Do them all in random order, many at once. Anything but success and refusal is raised."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(deed: Callable[[], Awaitable[T]]) -> T | Refusal:
        async with gate:
            try:
                return await deed()
            except Refusal as refusal:
                return refusal

    outcomes = await asyncio.gather(*(one(deed) for deed in random.sample(deeds, len(deeds))))
    refused = [outcome for outcome in outcomes if isinstance(outcome, Refusal)]
    return [outcome for outcome in outcomes if not isinstance(outcome, Refusal)], refused


@contextmanager
def no_deadlock(engine: Any) -> Iterator[None]:
    """Visits repeat a deed that PostgreSQL had to break off; here not even one may be."""
    met: list[BaseException] = []

    def note(context: ExceptionContext) -> None:
        if isinstance(context.original_exception, psycopg.errors.DeadlockDetected):
            met.append(context.original_exception)

    event.listen(engine.sync_engine, "handle_error", note)
    try:
        yield
    finally:
        event.remove(engine.sync_engine, "handle_error", note)
    assert met == []
