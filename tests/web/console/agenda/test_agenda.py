"""The agenda: a day at one location, on its own clock, clock changes included."""

import re
from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from booking_core.access.roles import Role
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.memberships import Membership
from booking_core.time.clock import FrozenClock
from tests.cast import Visitor, at
from tests.web.console.agenda.agendas import agenda, column
from tests.web.console.scene import ada_books_a_haircut
from tests.web.console.stage import Browser, operator_of


async def test_a_member_who_serves_sees_their_own_customers_only(core: BookingCore, salon: DemoSalon) -> None:
    await Visitor(core, salon, "Ada").books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])
    await Visitor(core, salon, "Ben").books("Haircut", at(1, 10), staff_id=salon.resources["Miriam"])
    for role, resource, sees in (
        (Role.MEMBER, "Dana", {"Ada"}),
        (Role.MEMBER, None, {"Ada", "Ben"}),
        (Role.MANAGER, "Dana", {"Ada", "Ben"}),
    ):
        who = await operator_of(core, salon, role)
        if resource:
            async with core.sessions() as session, session.begin():
                mine = await session.scalar(select(Membership).where(Membership.account_id == who.id))
                assert mine is not None
                mine.resource_id = salon.resources[resource]
        async with Browser(core) as browser:
            await browser.enter(who)
            page = (await browser.see("/console/agenda?day=2026-11-24")).text
        assert {name for name in ("Ada", "Ben") if name in page} == sees, (role, resource)


async def test_an_appointment_stands_in_its_column_at_its_time(core: BookingCore, salon: DemoSalon) -> None:
    await ada_books_a_haircut(core, salon)
    text = await agenda(core, salon, "?day=2026-11-24")
    dana = column(text, "Dana")
    assert "Tuesday, 24 November 2026" in text
    # The salon opens at nine, so ten o'clock is twelve rows of five minutes further down.
    assert re.search(r'class="entry confirmed[^"]* from-12 for-9"', dana)
    for word in (
        "10:00",
        "Haircut",
        "Ada Lovelace",
        "Chat",
        f"/console/{salon.organization_id}/appointments/apt_",
    ):
        assert word in dana
    assert "Ada" not in column(text, "Miriam")


async def test_a_massage_stands_with_the_person_and_with_the_room(ada: Visitor, salon: DemoSalon) -> None:
    massage = await ada.books("Massage", at(0, 10))
    text = await agenda(ada.core, salon, "?day=2026-11-23")
    for name in ("Jonas", "Treatment room"):
        assert massage.code in column(text, name)


async def test_what_no_chat_booked_leads_to_no_conversation(core: BookingCore, salon: DemoSalon) -> None:
    caller = Visitor(core, salon, "Carl", door="api")
    await caller.books("Haircut", at(1, 12))
    text = await agenda(core, salon, "?day=2026-11-24")
    assert ">API<" in text
    assert "/conversations/" not in text


async def test_a_class_is_one_card_with_everybody_in_it(core: BookingCore, salon: DemoSalon) -> None:
    for name in ("Ada", "Ben", "Cleo"):
        await Visitor(core, salon, name).books("Yoga class", at(0, 12))
    jonas = column(await agenda(core, salon, "?day=2026-11-23"), "Jonas")
    assert jonas.count("<article") == 1
    assert "Places: 3/6" in jonas
    assert all(name in jonas for name in ("Ada", "Ben", "Cleo"))


async def test_a_cancelled_appointment_is_struck_out_below(ada: Visitor, salon: DemoSalon) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    await ada.cancels(booked)
    text = await agenda(ada.core, salon, "?day=2026-11-24")
    assert "<article" not in text
    assert booked.code in text.split('id="cancelled"')[1]


async def test_a_day_with_a_clock_change_shows_its_hours_as_the_wall_does(
    ada: Visitor, salon: DemoSalon
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    # 25 October 2026, 02:30 the second time round: an hour after 02:30 the first time.
    start = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    async with ada.core.sessions() as session, session.begin():
        moved = {"starts_at": start, "ends_at": start + timedelta(minutes=45)}
        await session.execute(update(Appointment).where(Appointment.id == booked.id).values(**moved))
    text = await agenda(ada.core, salon, "?day=2026-10-25")
    assert "02:30 (UTC+0100)" in column(text, "Dana")
    assert re.search(r'class="hour from-0 [^"]*">02:00 \(UTC\+0100\)<', text)
    assert "for-9" in column(text, "Dana")


async def test_a_held_time_is_drawn_without_a_name_until_it_ends(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    ada = Visitor(core, salon, "Ada")
    hold = await ada.holds("Haircut", at(1, 10), staff_id=salon.resources["Dana"])
    page = await agenda(core, salon, "?day=2026-11-24")
    assert [name for name in ("Dana", "Miriam") if "Being booked now" in column(page, name)] == ["Dana"]
    assert "Ada" not in page
    assert "Being booked now" not in await agenda(core, salon, "?day=2026-11-25")
    await ada.confirms(hold)
    assert "Being booked now" not in await agenda(core, salon, "?day=2026-11-24")
    await ada.holds("Haircut", at(1, 12), staff_id=salon.resources["Dana"])
    clock.advance(timedelta(minutes=11))
    assert "Being booked now" not in await agenda(core, salon, "?day=2026-11-24")
