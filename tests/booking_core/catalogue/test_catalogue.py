"""The catalogue in hand is always the newest, whoever changed it; and the demo is built once."""

import asyncio

import pytest
from sqlalchemy import func, select, text

from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon, demo_salon
from booking_core.storage.ids import new_id
from tests.booking_core.catalogue.revisions import revision
from tests.cast import Visitor, at

# In an order in which rows can be deleted.
TABLES = (
    "service_resources",
    "opening_windows",
    "opening_overrides",
    "time_off",
    "services",
    "resources",
    "locations",
)


@pytest.fixture
async def full(core: BookingCore, salon: DemoSalon) -> DemoSalon:
    """The demo with something in every table of the catalogue."""
    whose = {"o": salon.organization_id, "r": salon.resources["Dana"], "l": salon.location_id}
    async with core.sessions() as session, session.begin():
        await session.execute(
            text(
                "INSERT INTO time_off (id, organization_id, resource_id, starts_at, ends_at)"
                f" VALUES ('{new_id('off')}', :o, :r, '2026-12-24', '2026-12-27')"
            ),
            {key: whose[key] for key in "or"},
        )
        await session.execute(
            text(
                "INSERT INTO opening_overrides (id, organization_id, location_id, day, windows)"
                f" VALUES ('{new_id('ovr')}', :o, :l, '2026-12-31', '[[600, 720]]')"
            ),
            {key: whose[key] for key in "ol"},
        )
    return salon


async def test_every_change_of_every_table_of_the_catalogue_is_noticed(
    core: BookingCore, full: DemoSalon
) -> None:
    async with core.sessions() as session:
        for deed in ("UPDATE {} SET organization_id = organization_id", "DELETE FROM {}"):
            for table in TABLES:
                before = await revision(session, full)
                statement = text(deed.format(table) + " WHERE organization_id = :o")
                await session.execute(statement, {"o": full.organization_id})
                assert await revision(session, full) > before, (deed, table)
        await session.rollback()


async def test_something_new_in_the_catalogue_is_noticed(core: BookingCore, full: DemoSalon) -> None:
    """A copy of a row of each table, and a link that was not there."""
    link = {"service_id": full.services["Beard trim"], "resource_id": full.resources["Jonas"]}
    async with core.sessions() as session:
        for table in reversed(TABLES):
            before = await revision(session, full)
            names = link if table == "service_resources" else {"id": new_id("new")}
            if table == "opening_overrides":
                names["day"] = "2027-01-01"
            changes = ", ".join(f"'{name}', '{value}'" for name, value in names.items())
            row = f"jsonb_populate_record(t, jsonb_build_object({changes}))"
            await session.execute(
                text(
                    f"INSERT INTO {table} SELECT ({row}).* FROM {table} AS t WHERE organization_id = "
                    f":o LIMIT 1"
                ),
                {"o": full.organization_id},
            )
            assert await revision(session, full) > before, table
        await session.rollback()


async def test_a_change_of_hours_by_somebody_else_is_seen_at_the_next_visit(
    core: BookingCore, ada: Visitor, salon: DemoSalon
) -> None:
    assert (await ada.looks("Haircut", at(1, 0), at(2, 0))).slots
    elsewhere = BookingCore(core.engine, core.redis, core.clock)
    async with elsewhere.sessions() as session, session.begin():
        closed = "INSERT INTO opening_overrides (id, organization_id, location_id, day, windows)"
        await session.execute(
            text(f"{closed} VALUES ('{new_id('ovr')}', :o, :l, '2026-11-24', '[]')"),
            {"o": salon.organization_id, "l": salon.location_id},
        )
    times = await ada.looks("Haircut", at(1, 0), at(2, 0))
    assert (times.slots, times.empty_reason) == ([], "closed")
    assert times.next_available is not None
    assert times.next_available.start == at(2, 9)


async def test_a_change_that_was_undone_is_never_seen(
    core: BookingCore, ada: Visitor, salon: DemoSalon
) -> None:
    before = (await ada.looks("Haircut", at(1, 0), at(2, 0))).slots
    async with core.sessions() as session:
        await session.execute(
            text("DELETE FROM opening_windows WHERE organization_id = :o"), {"o": salon.organization_id}
        )
        assert (await ada.looks("Haircut", at(1, 0), at(2, 0))).slots == before
        await session.rollback()
    assert (await ada.looks("Haircut", at(1, 0), at(2, 0))).slots == before


async def test_the_demo_is_built_once(core: BookingCore) -> None:
    name = f"Salon {new_id('test')}"

    async def seed() -> DemoSalon:
        async with core.sessions() as session, session.begin():
            return await demo_salon(session, name=name)

    first, *others = await asyncio.gather(*(seed() for _ in range(4)))
    assert all(other == first for other in [*others, await seed()])
    async with core.sessions() as session, session.begin():
        assert await session.scalar(select(func.count()).where(Organization.name == name)) == 1
