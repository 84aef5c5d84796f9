"""The demo is played by the real desk and the real receptionist, on a clock of its own, and again without
anything happening twice."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.demo.conftest import NOW, new_life
from tests.web.demo.records import count, records_of, wrongs
from web.demo.play import DemoLife, play
from web.demo.played_salon import Servers


async def test_its_days_have_bookings_conversations_and_letters(core: BookingCore, played: DemoLife) -> None:
    found = await records_of(core, played)
    states = Counter(row.status for row in found.appointments)
    assert states["completed"] > 3
    assert states["confirmed"] > 10
    assert states["pending_approval"] == 1
    assert [row.status for row in found.conversations].count("waiting") == 1
    assert len(found.conversations) >= 4
    assert "person_wanted" in {row.kind for row in found.letters}
    assert await wrongs(core, played) == []


async def test_at_full_size_it_has_all_outcomes_in_seven_languages(
    core: BookingCore, played: DemoLife, full: bool
) -> None:
    if not full:
        pytest.skip("its full size is played by `make attack`")
    found = await records_of(core, played)
    assert 45 <= len(found.conversations) <= 60
    assert {row.outcome for row in found.conversations} == {
        "booked",
        "moved",
        "cancelled",
        "handed_over",
        None,
    }
    assert {row.locale[:2] for row in found.conversations} == {"ar", "de", "en", "es", "fr", "he", "it"}
    states = Counter(row.status for row in found.appointments)
    assert states["no_show"] > 5
    assert states["cancelled"] > 10
    assert 450 < len(found.appointments) < 650
    assert {row.kind for row in found.letters} >= {
        "team_requested",
        "person_wanted",
        "verification_code",
        "appointment_confirmed",
        "appointment_requested",
        "appointment_moved",
        "appointment_cancelled",
    }


async def test_nobody_is_told_of_any_of_it(core: BookingCore, played: DemoLife) -> None:
    found = await records_of(core, played)
    assert {row.sent_at for row in found.letters} == {None}
    mails = "SELECT count(*) FROM procrastinate_jobs, outbox WHERE outbox.organization_id = :here AND "
    here = {"here": played.salon.organization_id}
    assert await count(core, f"{mails} CAST(args AS text) LIKE '%' || outbox.id || '%'", **here) == 0
    cards = (
        "SELECT count(*) FROM procrastinate_jobs, appointments WHERE appointments.organization_id = :here AND"
    )
    assert await count(core, f"{cards} CAST(args AS text) LIKE '%' || appointments.id || '%'", **here) == 0
    waiting = "SELECT count(*) FROM waiting_turns JOIN conversations ON id = conversation_id"
    assert await count(core, f"{waiting} WHERE organization_id = :here", **here) == 0


async def test_everything_happened_at_its_own_time(core: BookingCore, played: DemoLife) -> None:
    found = await records_of(core, played)
    began = NOW - timedelta(days=played.days_behind + played.booked_ahead + 3)
    for row in found.conversations:
        assert began < row.created_at <= row.last_message_at <= NOW
    assert all(began < row.created_at <= NOW for row in (*found.messages, *found.appointments))
    at = "SELECT count(*) FROM audit WHERE organization_id = :here AND (at > :now OR at < :began)"
    here = {"here": played.salon.organization_id, "now": NOW, "began": began}
    assert await count(core, at, **here) == 0
    steps = "SELECT count(*) FROM steps WHERE organization_id = :here AND (at > :now OR at < :began)"
    assert await count(core, steps, **here) == 0
    runs = "SELECT count(*) FROM runs WHERE organization_id = :here AND NOT created_at <= started_at"
    assert await count(core, runs, here=played.salon.organization_id) == 0


async def test_played_again_nothing_happens_twice(
    core: BookingCore, played_on: Servers, played: DemoLife
) -> None:
    before = await records_of(core, played)
    assert await play(played_on, played, NOW)
    assert await records_of(core, played) == before


async def test_interrupted_twice_it_goes_on_where_it_was(
    core: BookingCore, played_on: Servers, played: DemoLife
) -> None:
    life = await new_life(core, played.days_behind, played.booked_ahead)
    wanted = (await records_of(core, played)).at_the_desk
    for some in (len(wanted) // 3, 2 * len(wanted) // 3):
        playing = asyncio.create_task(play(played_on, life, NOW))
        while len((await records_of(core, life)).appointments) < some:
            assert not playing.done()
            await asyncio.sleep(0.02)
        # Meanwhile nobody else plays it.
        assert not await play(played_on, life, NOW)
        playing.cancel()
        await asyncio.wait((playing,))
    await play(played_on, life, NOW)
    found = await records_of(core, life)
    # Who chats may have chosen another time, which then is not free at the desk.
    assert len(found.at_the_desk ^ wanted) <= len(wanted) // 10
    keys = [row.address_hash for row in found.conversations]
    assert len(keys) == len(set(keys))
    assert await wrongs(core, life) == []


async def test_days_later_it_has_its_coming_days_again(
    core: BookingCore, played_on: Servers, life: DemoLife
) -> None:
    await play(played_on, life, NOW)
    before = await records_of(core, life)
    later = NOW + timedelta(days=2)
    await play(played_on, life, later)
    found = await records_of(core, life)
    assert before.at_the_desk < found.at_the_desk
    assert max(row.created_at for row in found.appointments) > NOW
    over = [row for row in found.appointments if row.starts_at < NOW]
    assert {row.status for row in over} <= {"completed", "no_show", "cancelled"}
    waiting = [row for row in found.conversations if row.status == "waiting"]
    assert [row.created_at > NOW + timedelta(days=1) for row in waiting] == [True]


async def test_nothing_is_played_for_anybody_else(
    core: BookingCore, played_on: Servers, played: DemoLife, other_salon: DemoSalon
) -> None:
    await play(played_on, played, NOW + timedelta(hours=1))
    other = other_salon.organization_id
    for table in ("appointments", "conversations", "audit", "outbox", "customers", "memberships", "time_off"):
        assert await count(core, f"SELECT count(*) FROM {table} WHERE organization_id = :id", id=other) == 0
