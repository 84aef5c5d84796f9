"""Each query of the invariants finds the row it is there for: an invariant that cannot fail proves
nothing."""

import re
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import CursorResult, text
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.maintenance.invariants import queries, violations
from tests.booking_core.maintenance.spoilt import REFUSED_BY, SPOILT
from tests.cast import Visitor, at, second_location, works_at


@pytest.fixture
async def busy(core: BookingCore, salon: DemoSalon, ada: Visitor, ben: Visitor) -> DemoSalon:
    """Whose Miriam works at a second place as well."""
    branch = await second_location(core, salon, name="Branch", address="", time_zone="Europe/Berlin")
    await works_at(core, salon, "Miriam", branch)
    miriam = {"location_id": salon.location_id, "staff_id": salon.resources["Miriam"]}
    await ada.moves(await ada.books("Haircut", at(1, 10), **miriam), at(1, 12), **miriam)
    await ada.cancels(await ada.books("Haircut", at(2, 10), **miriam))
    for guest in (ada, ben):
        await guest.books("Yoga class", at(0, 12))
    await ben.holds("Haircut", at(3, 10), **miriam)
    return salon


@pytest.fixture
async def lawless(core: BookingCore) -> AsyncIterator[AsyncSession]:
    """A transaction in which the tables allow everything, and of which nothing remains."""
    async with core.sessions() as session:
        await session.execute(text("SET LOCAL session_replication_role = replica"))
        for table, constraints in REFUSED_BY.items():
            for name in constraints:
                await session.execute(text(f"ALTER TABLE {table} DROP CONSTRAINT {name} CASCADE"))
        yield session
        await session.rollback()


async def test_a_busy_salon_breaks_no_invariant(core: BookingCore, busy: DemoSalon) -> None:
    async with core.sessions() as session, session.begin():
        assert await violations(session, busy.organization_id) == []


async def test_every_violation_is_found(
    busy: DemoSalon, other_salon: DemoSalon, lawless: AsyncSession
) -> None:
    whose = {"o": busy.organization_id, "f": other_salon.organization_id}
    for name, deed in [(name, deed) for name, deeds in SPOILT.items() for deed in deeds]:
        async with lawless.begin_nested() as savepoint:
            named = {key: value for key, value in whose.items() if re.search(rf":{key}\b", deed)}
            changed = await lawless.execute(text(deed), named)
            assert isinstance(changed, CursorResult)
            assert changed.rowcount > 0, deed
            # Of all invariants the one it breaks: each of the others is broken by a deed of its own.
            found = await lawless.execute(text(queries()[name]))
            assert {row.organization_id for row in found} & set(whose.values()), deed
            await savepoint.rollback()


async def test_a_violation_is_told_by_its_name_whether_one_is_asked_about_or_all(
    busy: DemoSalon, other_salon: DemoSalon, lawless: AsyncSession
) -> None:
    here, name = {"o": busy.organization_id}, "I9 nobody keeps a time for longer than half an hour"
    await lawless.execute(text(SPOILT[name][0]), here)
    for found in (await violations(lawless, busy.organization_id), await violations(lawless)):
        told = [one for one in found if one.organization_id == busy.organization_id]
        assert {one.invariant for one in told} == {name}
    assert await violations(lawless, other_salon.organization_id) == []


def test_every_invariant_has_been_seen_to_fail() -> None:
    assert set(queries()) == set(SPOILT)
