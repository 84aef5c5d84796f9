"""What breaks a promise in the tables is in the log the next morning, without a word of whose it is."""

import pytest
from sqlalchemy import text

from booking_core.core import BookingCore
from booking_core.storage.jobs import USUAL
from tests.cast import Visitor, at
from tests.operations.databases import Installation
from web.embedded import EmbeddedServers
from web.jobs.invariants import check_invariants
from web.worker.worker import check_nightly


async def test_a_broken_promise_is_in_the_log_and_whose_it_is_is_not(
    core: BookingCore, servers: EmbeddedServers, ada: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    spoil = text("UPDATE appointments SET party_size = :seats WHERE id = :id")
    async with core.sessions() as session, session.begin():
        await session.execute(spoil, {"id": booked.id, "seats": 2})
    name = "I2 an appointment has a seat for everybody, in its own block"
    try:
        assert (await check_invariants(servers.database_url))[name] == 1
    finally:
        async with core.sessions() as session, session.begin():
            await session.execute(spoil, {"id": booked.id, "seats": 1})
    [line] = [record for record in caplog.records if name in record.getMessage()]
    assert (line.levelname, line.getMessage()) == ("ERROR", f"broken invariant: {name} (rows: 1)")
    assert booked.id not in caplog.text


async def test_where_all_is_well_the_log_says_so(
    migrated: Installation, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    assert not await check_invariants(migrated.database_url)
    assert "every invariant holds" in caplog.text


def test_it_is_a_job_of_every_night() -> None:
    [due] = [
        one
        for one in check_nightly.blueprint.periodic_registry.periodic_tasks.values()
        if one.task is check_nightly
    ]
    assert (due.cron, check_nightly.queue) == ("47 3 * * *", USUAL)
