"""Changes of smaller tables of the catalogue are noticed as well."""

import re

import pytest
from sqlalchemy import text

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.booking_core.catalogue.revisions import revision
from tests.cast import second_location

NEW_ROWS = {
    "service_categories": "SELECT :n, :o, 'Hair', '{}'::jsonb, 0",
    "service_prices": "SELECT :n, :o, :s, :l, :r, 45, 62",
    "repeated_time_off": "SELECT :n, :o, :r, 1, 540, 600, 2, '2026-11-23', NULL, ''",
    "resource_locations": "SELECT :r, :l, :o",
    "travel_times": "SELECT :l, :b, :o, 20",
}


@pytest.mark.parametrize("table", NEW_ROWS)
async def test_what_is_made_changed_and_deleted_in_a_smaller_table_is_noticed(
    core: BookingCore, salon: DemoSalon, table: str
) -> None:
    branch = await second_location(core, salon, name="Branch", address="", time_zone="Europe/Berlin")
    values = {
        "n": new_id("new"),
        "o": salon.organization_id,
        "s": salon.services["Haircut"],
        "l": salon.location_id,
        "b": branch,
        "r": salon.resources["Dana"],
    }
    made = f"INSERT INTO {table} {NEW_ROWS[table]}"
    async with core.sessions() as session:
        for statement in (
            made,
            f"UPDATE {table} SET organization_id = organization_id WHERE organization_id = :o",
            f"DELETE FROM {table} WHERE organization_id = :o",
        ):
            before = await revision(session, salon)
            used = {name: value for name, value in values.items() if re.search(rf":{name}\b", statement)}
            await session.execute(text(statement), used)
            assert await revision(session, salon) > before, statement
        await session.rollback()
