"""A salon of any size: so many people at the chair, so many appointments around today, made by PostgreSQL
itself."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

from msgspec import Struct
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.schema import AddConstraint, DropConstraint

from bench.filling import SERVICE, fill, new_staff
from booking_core.maintenance.demo import DemoSalon, demo_salon
from booking_core.storage.database import Base
from booking_core.storage.ids import new_id

# A week's bookings over the coming months: what a look meets. Everything else is history, and far beyond the
# window.
COMING_DAYS = 62


class BigSalon(Struct, frozen=True):
    """The salon, the people of its benchmarked service, and how many appointments there are."""

    salon: DemoSalon
    people: list[str]
    appointments: int

    @property
    def service_id(self) -> str:
        return self.salon.services[SERVICE]


async def big_salons(
    session: AsyncSession, people: Sequence[int], appointments: int, today: datetime
) -> list[BigSalon]:
    """New salons with so many appointments each, one for each number of people. ``today`` is a local midnight
    in UTC. The caller commits.

    At most 20 appointments a person and week are to come (200 a week with ten people); all others are
    history, packed hour by hour.
    """
    await session.execute(text("SET LOCAL statement_timeout = 0"))
    await session.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
    async with overlaps_looked_for_in_the_end(session):
        return [await _big_salon(session, many, appointments, today) for many in people]


@asynccontextmanager
async def overlaps_looked_for_in_the_end(session: AsyncSession) -> AsyncIterator[None]:
    """All at once, when the claims are there: each by itself, a million took more than seven minutes."""
    claims = Base.metadata.tables["claims"]
    apart = next(one for one in claims.constraints if one.name == "claims_never_overlap")
    await session.execute(DropConstraint(apart, isolate_from_table=False))
    yield
    await session.execute(text("SET LOCAL maintenance_work_mem = '512MB'"))
    await session.execute(AddConstraint(apart, isolate_from_table=False))


async def _big_salon(session: AsyncSession, people: int, appointments: int, today: datetime) -> BigSalon:
    salon = await demo_salon(session, name=f"Big {new_id('salon')}")
    alone = {"id": salon.services[SERVICE]}
    await session.execute(text("DELETE FROM service_resources WHERE service_id = :id"), alone)
    staff = await new_staff(session, salon, SERVICE, people, closes=17 * 60)
    each = appointments // people
    coming = min(each, COMING_DAYS * 20 // 7)
    if each:
        await fill(session, salon, staff, coming, each - coming, today)
    return BigSalon(salon, staff, each * people)
