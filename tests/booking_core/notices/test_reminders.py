"""Reminders as a worker finds them, under a clock that is stepped: each once, none of what was moved,
cancelled or booked too late, at no time at night, and none twice, whoever dies when."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncEngine

from booking_core.appointments.by_link.reminders_stopped import stop_reminders
from booking_core.back_office.back_office import BackOffice
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices import reminders
from booking_core.notices.outbox import Mail
from booking_core.notices.reminders import REMINDER_LETTER, promise_reminders
from booking_core.storage.database import open_engine
from booking_core.time.clock import FrozenClock
from tests.cast import BERLIN, Visitor, at, owner_of, set_by_owner
from tests.places import TABLES, fresh_database
from web.embedded import EmbeddedServers

STEP, HOUR = timedelta(hours=2), timedelta(hours=1)
JOBS = text(
    "SELECT count(*) FROM procrastinate_jobs JOIN outbox ON outbox.id = args ->> 'mail_id'"
    " WHERE outbox.organization_id = :here AND outbox.kind = 'appointment_reminder'"
)


@pytest.fixture(scope="module")
async def engine(servers: EmbeddedServers) -> AsyncIterator[AsyncEngine]:
    """A worker looks through every business there is: here are those of this file, and no others."""
    engine = open_engine(fresh_database(servers.database_url, "reminders", template=TABLES))
    yield engine
    await engine.dispose()


async def remind(core: BookingCore, salon: DemoSalon) -> list[tuple[str, int]]:
    """When (on the salon's clock) customers were reminded, and how long before, in minutes."""
    theirs = select(Mail).where(Mail.organization_id == salon.organization_id, Mail.kind == REMINDER_LETTER)
    async with core.sessions() as session:
        found = list(await session.scalars(theirs.order_by(Mail.created_at)))
        promised = await session.scalar(JOBS, {"here": salon.organization_id})
    assert promised == len(found)
    return [(f"{one.created_at.astimezone(BERLIN):%m-%d %H:%M}", int(one.id.split("_")[-1])) for one in found]


async def steps_to(core: BookingCore, clock: FrozenClock, until: datetime, step: timedelta = STEP) -> None:
    """A worker looks every two hours."""
    while clock.now() < until:
        clock.advance(min(step, until - clock.now()))
        await promise_reminders(core)


async def test_each_goes_once_at_its_time(
    ada: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    await ada.books("Haircut", at(2, 14))
    await steps_to(core, clock, at(2, 16))
    assert await remind(core, salon) == [("11-24 14:00", 1440), ("11-25 12:00", 120)]


async def test_across_both_changes_of_clocks(
    ada: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    """The salon's clock goes back on 25 October 2026, forward on 28 March 2027; three days are 72 hours."""
    await set_by_owner(core, salon.organization_id, letters__reminders_min=[3 * 24 * 60, 120])
    for day in (datetime(2026, 10, 27, 9, 30, tzinfo=BERLIN), datetime(2027, 3, 30, 9, 30, tzinfo=BERLIN)):
        starts = day.astimezone(UTC)
        clock.advance(starts - timedelta(days=6) - clock.now())
        await ada.books("Haircut", starts)
        clock.advance(starts - timedelta(days=3, hours=3) - clock.now())
        await steps_to(core, clock, starts, timedelta(hours=1, minutes=30))
    assert await remind(core, salon) == [
        ("10-24 10:30", 4320),
        ("10-27 08:00", 120),
        ("03-27 08:30", 4320),
        ("03-30 08:00", 120),
    ]


async def test_what_is_booked_inside_the_window_is_not_reminded_of_by_it(
    ada: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    clock.advance(at(1, 16) - clock.now())
    await ada.books("Haircut", at(2, 14))
    await steps_to(core, clock, at(2, 13, 30))
    assert await remind(core, salon) == [("11-25 12:00", 120)]


async def test_what_is_moved_is_reminded_of_at_its_new_time_only(
    ada: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    booked = await ada.books("Haircut", at(2, 14))
    await steps_to(core, clock, at(0, 12))
    moved = await ada.moves(booked, at(3, 14))
    await steps_to(core, clock, at(3, 11, 30))
    assert await remind(core, salon) == [("11-25 14:00", 1440)]
    await ada.moves(moved, at(3, 17))
    await steps_to(core, clock, at(3, 18), HOUR / 2)
    # It was moved inside of the day, and before the two hours.
    assert await remind(core, salon) == [("11-25 14:00", 1440), ("11-26 15:00", 120)]


async def test_nobody_is_reminded_of_what_is_cancelled_or_only_asked_for(
    ada: Visitor, ben: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    await ada.cancels(await ada.books("Haircut", at(2, 14)))
    await ben.books("Bridal styling", at(2, 14))
    await steps_to(core, clock, at(2, 13))
    assert await remind(core, salon) == []


async def test_the_owner_says_when_and_a_service_may_say_otherwise(
    ada: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    await set_by_owner(core, salon.organization_id, letters__reminders_min=[240])
    await ada.books("Haircut", at(2, 14))
    await ada.books("Massage", at(2, 16))

    async def own(office: BackOffice) -> None:
        massage = salon.services["Massage"]
        await office.services.change(massage, {"reminders_min": [60]}, expected_version=1)

    await core.arrange(salon.organization_id, owner_of(salon.organization_id), own)
    await steps_to(core, clock, at(2, 15, 30), HOUR)
    assert await remind(core, salon) == [("11-25 10:00", 240), ("11-25 15:00", 60)]


async def test_with_no_times_nobody_is_reminded(
    ada: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    await set_by_owner(core, salon.organization_id, letters__reminders_min=[])
    await ada.books("Haircut", at(2, 14))
    await steps_to(core, clock, at(2, 13))
    assert await remind(core, salon) == []


async def test_whoever_wants_none_gets_none_under_whatever_name(
    ada: Visitor, core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, clock: FrozenClock
) -> None:
    booked = await ada.books("Haircut", at(2, 14))
    for _ in range(2):
        await ada.at_desk(lambda desk: stop_reminders(desk, booked.customer_id))
    ada.contact = type(ada.contact)(name="A. Byron", email=ada.contact.email)
    await ada.books("Haircut", at(2, 16))
    await Visitor(core, other_salon, "Ada").books("Haircut", at(2, 14))
    await steps_to(core, clock, at(2, 12))
    assert await remind(core, salon) == []
    assert len(await remind(core, other_salon)) == 2
    await ada.at_desk(lambda desk: stop_reminders(desk, booked.customer_id, stop=False))
    await steps_to(core, clock, at(2, 15), HOUR)
    assert [before for _, before in await remind(core, salon)] == [120, 120]


async def test_a_worker_that_was_away_is_late_or_silent_but_never_sends_two_at_once(
    ada: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    await ada.books("Haircut", at(2, 14))
    await ada.books("Haircut", at(3, 14))
    clock.advance(at(2, 13, 30) - clock.now())
    await promise_reminders(core)
    # Of today's it is too late for both; tomorrow's is half an hour from being due.
    assert await remind(core, salon) == []
    clock.advance(at(2, 20) - clock.now())
    await promise_reminders(core)
    assert await remind(core, salon) == [("11-25 20:00", 1440)]


async def test_five_workers_at_once_write_each_once(
    ada: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    await ada.books("Haircut", at(2, 14))
    clock.advance(at(1, 14) - clock.now())
    await asyncio.gather(*(promise_reminders(core) for _ in range(5)))
    assert await remind(core, salon) == [("11-24 14:00", 1440)]


class Dies(Exception):
    """The worker, here."""


@pytest.mark.parametrize("step", ["before the row", "before the promise", "after the promise", "at commit"])
async def test_a_worker_that_dies_at_any_step_leaves_each_to_the_next_once(
    ada: Visitor,
    core: BookingCore,
    salon: DemoSalon,
    clock: FrozenClock,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    await ada.books("Haircut", at(2, 14))
    clock.advance(at(1, 14) - clock.now())
    write, promise = reminders._write, reminders.defer

    async def dies_writing(*args: Any) -> int:
        if step == "before the row":
            raise Dies
        await write(*args)
        raise Dies

    async def dies_promising(*args: Any, **more: Any) -> None:
        if step == "before the promise":
            raise Dies
        await promise(*args, **more)
        raise Dies

    with monkeypatch.context() as patched:
        if step in ("before the row", "at commit"):
            patched.setattr(reminders, "_write", dies_writing)
        else:
            patched.setattr(reminders, "defer", dies_promising)
        with pytest.raises(Dies):
            await promise_reminders(core)
    assert await remind(core, salon) == []
    for _ in range(2):
        await promise_reminders(core)
    assert await remind(core, salon) == [("11-24 14:00", 1440)]
