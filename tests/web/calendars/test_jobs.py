"""The jobs of calendars: what is due is looked at, once."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from booking_core.calendars.external.arrange import calendars_of
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.jobs import CALENDARS, defer, job_connector, jobs
from booking_core.time.clock import FrozenClock
from tests.booking_core.calendars.owner import Owner, busy, calendar
from tests.calendar_server import Answer, CalendarServer, calendar_server
from tests.calendars import joins
from tests.cast import at
from web.embedded import EmbeddedServers
from web.jobs.calendars import SYNC


@pytest.fixture
async def server() -> AsyncIterator[CalendarServer]:
    async with calendar_server() as running:
        yield running


async def test_a_worker_looks_at_what_is_due_and_at_nothing_else(
    core: BookingCore, salon: DemoSalon, server: CalendarServer, servers: EmbeddedServers, clock: FrozenClock
) -> None:
    owner = Owner(core, salon, await joins(core, salon), server)
    await owner.connects()
    server.answers["/cal.ics"] = Answer(calendar(busy(at(1, 10))))
    with jobs.replace_connector(job_connector(servers.database_url, 2)) as app:
        async with app.open_async():
            for minutes, asked in ((0, 1), (1, 1), (15, 2)):
                clock.advance(timedelta(minutes=minutes))
                # Twice at once, as where two workers find the minute has come.
                async with core.sessions() as session, session.begin():
                    for _ in range(2):
                        await defer(session, "look_at_calendars", queue=CALENDARS, timestamp=0)
                # What the first hands out, the second does: neither waits for what is not there yet.
                for _ in range(2):
                    await app.run_worker_async(
                        queues=[CALENDARS],
                        wait=False,
                        install_signal_handlers=False,
                        additional_context={SYNC: owner.sync},
                        concurrency=2,
                        delete_jobs="always",
                    )
                assert len(server.requests) == asked
    [listed] = await owner.does(calendars_of)
    assert listed.ahead == 1
