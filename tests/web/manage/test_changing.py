"""Cancelled and moved by its link: once, in time, by what was seen, and with other times where one is
gone."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from booking_core.appointments.appointment import CANCELLED, CONFIRMED, Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import Mail
from booking_core.storage.audit import AuditEntry
from booking_core.time.clock import FrozenClock
from tests.cast import Visitor, at
from tests.web.manage.conftest import Follows
from tests.web.manage.follower import links_in, words_of

STAMP = "%Y%m%dT%H%MZ"


async def now_of(core: BookingCore, one: Appointment) -> Appointment:
    async with core.sessions() as session:
        return await session.get_one(Appointment, one.id)


def stamp(moment: datetime) -> str:
    return moment.strftime(STAMP)


async def test_it_is_cancelled_once_however_often_it_is_pressed(
    follows: Follows, ada: Visitor, core: BookingCore
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    follower = follows(booked)
    asked = await follower.sees("/cancel")
    assert "Its time will be free for others at once" in words_of(asked.text)
    for _ in range(2):
        landed = await follower.lands(await follower.presses(asked, "/cancel"))
        assert "The appointment is cancelled." in landed
    assert (await now_of(core, booked)).status == CANCELLED
    entries = select(AuditEntry).where(
        AuditEntry.subject == booked.id, AuditEntry.action == "appointment.cancelled"
    )
    letters = select(Mail.change).where(
        Mail.appointment_id == booked.id, Mail.kind == "appointment_cancelled"
    )
    async with core.sessions() as session:
        (entry,) = await session.scalars(entries)
        (change,) = await session.scalars(letters)
    assert (entry.door, entry.proof) == ("page", "manage link")
    assert change["by"] == "customer"


async def test_a_request_is_withdrawn(follows: Follows, ada: Visitor, core: BookingCore) -> None:
    asked = await ada.books("Bridal styling", at(3, 10))
    follower = follows(asked)
    page = await follower.sees("/cancel")
    assert "Withdraw this request?" in page.text
    assert "The request is withdrawn." in await follower.lands(await follower.presses(page, "/cancel"))
    assert (await now_of(core, asked)).status == CANCELLED


async def test_after_the_cut_off_it_says_what_to_do_instead(
    follows: Follows, ada: Visitor, core: BookingCore, clock: FrozenClock
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    follower = follows(booked)
    in_time = await follower.sees("/cancel")
    check = await follower.sees(f"/move/{stamp(at(2, 11))}")
    clock.advance(booked.starts_at - clock.now() - timedelta(minutes=119))
    late = await follower.sees("/cancel")
    assert "It is too late to cancel here. Please contact us." in words_of(late.text)
    assert "<form" not in late.text
    assert "It is too late to choose another time here." in words_of((await follower.sees("/move")).text)
    for page, action, sentence in (
        (in_time, "/cancel", "It is too late to cancel here."),
        (check, "/move", "It is too late to choose another time here."),
    ):
        refused = await follower.presses(page, action)
        assert refused.status_code == 409
        assert sentence in words_of(refused.text)
    assert (await now_of(core, booked)).starts_at == booked.starts_at


async def test_what_was_is_not_changed(
    follows: Follows, ada: Visitor, core: BookingCore, clock: FrozenClock
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    follower = follows(booked)
    pages = [
        (await follower.sees("/cancel"), "/cancel"),
        (await follower.sees(f"/move/{stamp(at(2, 11))}"), "/move"),
    ]
    clock.advance(booked.ends_at - clock.now() + timedelta(days=2))
    for page, action in pages:
        refused = await follower.presses(page, action)
        assert refused.status_code == 409
        assert "it has begun or is over" in refused.text
    assert (await now_of(core, booked)).status == CONFIRMED


async def test_a_day_a_time_and_a_button_move_it(follows: Follows, ada: Visitor, core: BookingCore) -> None:
    booked = await ada.books("Haircut", at(1, 10), staff_id=ada.salon.resources["Dana"])
    follower = follows(booked)
    days = [link for link in links_in(await follower.sees("/move")) if "day=2026-11-2" in link]
    assert days
    times = await follower.http.get(days[1])
    checks = [link for link in links_in(times) if "/move/2026" in link]
    check = await follower.http.get(checks[3])
    assert "Move it to this time?" in words_of(check.text)
    landed = await follower.lands(await follower.presses(check, "/move"))
    assert "The appointment is moved." in landed
    moved = await now_of(core, booked)
    assert moved.starts_at.strftime(STAMP) in checks[3]
    assert (moved.code, moved.version) == (booked.code, 2)
    assert ada.salon.resources["Dana"] in moved.resource_ids


async def test_every_time_that_is_shown_can_be_had(follows: Follows, ada: Visitor) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    follower = follows(booked)
    shown = [
        link
        for link in links_in(await follower.sees("/move?who=any&first=2026-11-23"))
        if "/move/2026" in link
    ]
    free = await ada.looks("Haircut", at(0, 0), at(1, 0))
    first = [link for link in shown if "/move/20261123" in link]
    assert [link.split("/move/")[1][:14] for link in first] == [stamp(one.start) for one in free.slots]


async def test_pressing_twice_or_in_two_tabs_moves_once(
    follows: Follows, ada: Visitor, core: BookingCore
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    follower = follows(booked)
    one, other = [await follower.sees(f"/move/{stamp(at(2, hour))}") for hour in (11, 14)]
    cancel = await follower.sees("/cancel")
    for _ in range(2):
        assert "The appointment is moved." in await follower.lands(await follower.presses(one, "/move"))
    for page, action in ((other, "/move"), (cancel, "/cancel")):
        refused = await follower.presses(page, action)
        assert refused.status_code == 409
        assert "The appointment has changed in the meantime." in words_of(refused.text)
        assert "Wednesday, November 25, 2026, 11:00 AM" in words_of(refused.text)
    moved = await now_of(core, booked)
    assert (moved.starts_at, moved.version, moved.status) == (at(2, 11), 2, CONFIRMED)


async def test_a_time_that_has_gone_is_told_with_the_nearest(
    follows: Follows, ada: Visitor, ben: Visitor, core: BookingCore
) -> None:
    dana = ada.salon.resources["Dana"]
    booked = await ada.books("Haircut", at(1, 10), staff_id=dana)
    follower = follows(booked)
    check = await follower.sees(f"/move/{stamp(at(3, 11))}")
    await ben.books("Haircut", at(3, 11), staff_id=dana)
    refused = await follower.presses(check, "/move")
    assert refused.status_code == 409
    words = words_of(refused.text)
    assert "Free times nearby:" in words
    near = [link for link in links_in(refused) if "/move/20261126" in link]
    again = await follower.http.get(near[0])
    assert "The appointment is moved." in await follower.lands(await follower.presses(again, "/move"))
    assert (await now_of(core, booked)).starts_at.strftime(STAMP) in near[0]


async def test_nothing_outside_the_rules_is_had_by_an_address_made_up(
    follows: Follows, ada: Visitor, core: BookingCore
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    follower = follows(booked)
    for start in (at(2, 3), at(-3, 11), at(400, 11), at(2, 11, 7)):
        refused = await follower.sends("/move", start=stamp(start), version="1", who="any")
        assert refused.status_code in (409, 422), start
    for start in ("", "tomorrow", "99999999T9999Z", "20261125T1000Z\x00"):
        assert (await follower.sends("/move", start=start, version="1")).status_code == 404
    assert (await follower.sends("/move", start=stamp(at(2, 11)), version="")).status_code == 409
    for odd in ("?day=x&first=y&who=z", "?day=0001-01-01", "?first=9999-12-31", "?day=9999-12-31"):
        assert (await follower.sees(f"/move{odd}")).status_code == 200, odd
    assert (await now_of(core, booked)).version == 1


@pytest.mark.parametrize("door", ["api", "mcp", "console", "chat"])
async def test_every_booking_has_a_link_whatever_door_made_it(
    follows: Follows, core: BookingCore, salon: DemoSalon, door: str
) -> None:
    booked = await Visitor(core, salon, "Eve", door=door).books("Haircut", at(1, 10))
    assert (await follows(booked).sees()).status_code == 200


@pytest.mark.parametrize("written", ["99991231T2359Z", "00010101T0000Z", "22000101T0000Z"])
async def test_a_time_at_the_ends_of_time_is_none(
    follows: Follows, ada: Visitor, core: BookingCore, written: str
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    follower = follows(booked)
    looked, pressed = (
        await follower.sees(f"/move/{written}"),
        await follower.sends("/move", start=written, version="1"),
    )
    assert (looked.status_code, pressed.status_code) == (404, 404)
    assert (await now_of(core, booked)).starts_at == booked.starts_at
