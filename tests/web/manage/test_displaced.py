"""A time the business cannot keep: its customer gets others by letter, and one press moves the appointment,
past any cut-off, once; what is gone meanwhile is answered with the next. Nobody but the business asks for it,
and nothing moves by looking."""

import re
from datetime import timedelta

import pytest

from booking_core.appointments.appointment import CANCELLED, Appointment
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import Conflict, NotAllowed, Refusal
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import SUPERSEDED
from booking_core.notices.reminders import REMINDER_LETTER, promise_reminders
from booking_core.time.clock import FrozenClock
from tests.agent.letters.post_office import LINK, deliver_all, manager_of
from tests.agent.letters.test_appointment_letters import parts_of
from tests.booking_core.notices.mailbox import mailbox
from tests.cast import Visitor, at
from tests.web.manage.conftest import Follows
from tests.web.manage.follower import words_of
from tests.web.manage.test_changing import now_of
from web.manage.free_times import start_in

OFFERED = re.compile(rf'href="{LINK}(/move/[0-9TZ]+)\?who=any"')


async def displaces(core: BookingCore, salon: DemoSalon, one: Appointment, why: str | None = None) -> None:
    async def act(desk: Desk) -> None:
        await desk.displace(one.id, expected_version=one.version, reason=why)

    await manager_of(core, salon).at_desk(act)


async def test_the_letter_offers_times_and_one_press_moves_past_any_cut_off(
    follows: Follows, ada: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    clock.advance(booked.starts_at - clock.now() - timedelta(minutes=30))
    async with mailbox() as box:
        await deliver_all(core, salon, box)
        for _ in range(2):
            await displaces(core, salon, booked, "Dana is ill.")
        await deliver_all(core, salon, box)
    told = box.letters[-1]
    assert str(told["Subject"]).startswith("Please choose another time: Haircut")
    parts = parts_of(told)
    assert set(parts) == {"plain", "html"}
    assert "Dana is ill." in parts["plain"]
    assert "These times are free:" in parts["plain"]
    offered = OFFERED.findall(parts["html"])
    assert len(offered) == 4
    follower = follows(booked)
    page = await follower.sees()
    assert "we cannot keep this time" in words_of(page.text)
    assert "Dana is ill." in words_of(page.text)
    assert "Another time needed" in words_of(page.text)
    assert not re.search(r"I’m coming|Booked|calendar", words_of(page.text))
    file = (await follower.sees("/appointment.ics")).text
    assert "STATUS:TENTATIVE" in file
    assert "BEGIN:VALARM" not in file
    check = await follower.sees(f"{offered[0]}?who=any")
    assert (await now_of(core, booked)).starts_at == booked.starts_at
    for _ in range(2):
        landed = await follower.lands(await follower.presses(check, "/move"))
        assert "we cannot keep this time" not in landed
    moved = await now_of(core, booked)
    assert (moved.displaced_at, moved.version) == (None, booked.version + 2)
    assert moved.starts_at != booked.starts_at


async def test_a_time_that_is_gone_is_answered_with_the_next_ones(
    follows: Follows, ada: Visitor, ben: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    booked = await ada.books("Massage", at(2, 16))
    await displaces(core, salon, booked)
    async with mailbox() as box:
        await deliver_all(core, salon, box)
    first = OFFERED.findall(parts_of(box.letters[-1])["html"])[0]
    follower = follows(booked)
    check = await follower.sees(f"{first}?who=any")
    start = start_in(first.rpartition("/")[2])
    assert start is not None
    with pytest.raises(Refusal):
        # Until everybody who could serve it then is taken.
        for _ in range(5):
            await ben.books("Massage", start)
    answer = await follower.presses(check, "/move")
    assert answer.status_code in (409, 422)
    assert "/move/" in answer.text
    kept = await now_of(core, booked)
    assert (kept.starts_at, kept.displaced_at is not None) == (booked.starts_at, True)


async def test_whoever_chose_or_cancelled_first_is_not_asked(
    follows: Follows, ada: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    booked = await ada.books("Haircut", at(2, 14))
    await displaces(core, salon, booked)
    clock.advance(at(1, 14) - clock.now())
    await promise_reminders(core)
    assert not [one for one in await deliver_all(core, salon) if one.kind == REMINDER_LETTER]
    clock.advance(at(2, 13, 30) - clock.now())
    follower = follows(booked)
    asked = await follower.sees("/cancel")
    await follower.presses(asked, "/cancel")
    assert (await now_of(core, booked)).status == CANCELLED
    async with mailbox() as box:
        kept = await deliver_all(core, salon, box)
    assert [one.failure for one in kept] == [SUPERSEDED, SUPERSEDED, None]


async def test_only_the_business_asks_and_by_what_it_has_seen(
    ada: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    booked = await ada.books("Haircut", at(1, 10))

    async def act(desk: Desk) -> None:
        await desk.displace(booked.id)

    with pytest.raises(NotAllowed):
        await ada.at_desk(act)
    await ada.moves(booked, at(1, 14))
    with pytest.raises(Conflict):
        await displaces(core, salon, booked)
    clock.advance(at(1, 15) - clock.now())
    with pytest.raises(Conflict):
        await manager_of(core, salon).at_desk(act)
