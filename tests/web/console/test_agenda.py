"""The agenda: a day at one location, on its own clock, clock changes included."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec import structs
from sqlalchemy import select, update

from booking_core.access.roles import Role
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from booking_core.team.memberships import Membership
from tests.cast import BERLIN, Visitor, at
from tests.web.console.scene import ada_books_a_haircut
from tests.web.console.stage import Browser, operator_of, stored
from web.console.agenda.day_plan import Rows, closed_rows, day_of, plan_of
from web.console.rendering.formatting import LocalFormat


async def agenda(core: BookingCore, salon: DemoSalon, query: str = "") -> str:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.sign_in(olive.email)
        answer = await browser.see(f"/console/agenda{query}")
    assert answer.status_code == 200
    return answer.text


def column(text: str, name: str) -> str:
    return next(part for part in text.split('<section class="column"') if f">{name}</span>" in part[:900])


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
            await browser.sign_in(who.email)
            page = (await browser.see("/console/agenda?day=2026-11-24")).text
        assert {name for name in ("Ada", "Ben") if name in page} == sees, (role, resource)


async def test_an_appointment_stands_in_its_column_at_its_time(core: BookingCore, salon: DemoSalon) -> None:
    chat = await ada_books_a_haircut(core, salon)
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
        f"/console/{salon.organization_id}/conversations/{chat.id}",
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
    assert 'class="whole"' not in text


async def test_a_class_is_one_card_with_everybody_in_it(core: BookingCore, salon: DemoSalon) -> None:
    for name in ("Ada", "Ben", "Cleo"):
        await Visitor(core, salon, name).books("Yoga class", at(0, 12))
    jonas = column(await agenda(core, salon, "?day=2026-11-23"), "Jonas")
    assert jonas.count("<article") == 1
    assert "3 of 6 places" in jonas
    assert all(name in jonas for name in ("Ada", "Ben", "Cleo"))


async def test_a_cancelled_appointment_is_struck_out_below(ada: Visitor, salon: DemoSalon) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    await ada.cancels(booked)
    text = await agenda(ada.core, salon, "?day=2026-11-24")
    assert "<article" not in text
    assert booked.code in text.split('id="cancelled"')[1]


async def test_without_a_day_it_is_today_and_the_days_beside_it_are_a_step_away(
    core: BookingCore, salon: DemoSalon
) -> None:
    text = await agenda(core, salon)
    assert "Monday, 23 November 2026" in text
    assert "day=2026-11-22" in text
    assert "day=2026-11-24" in text
    assert 'aria-current="date"' in text


async def test_today_is_today_on_the_locations_clock(core: BookingCore, salon: DemoSalon) -> None:
    core.clock.advance(timedelta(hours=15, minutes=30))  # type: ignore[attr-defined] # tests have a frozen clock
    assert "Monday, 23 November 2026" in await agenda(core, salon)
    core.clock.advance(timedelta(minutes=40))  # type: ignore[attr-defined]
    assert "Tuesday, 24 November 2026" in await agenda(core, salon)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1999-12-31", "2200-01-01"])
async def test_days_at_the_ends_of_the_calendar_are_pages_too(
    core: BookingCore, salon: DemoSalon, day: str
) -> None:
    await agenda(core, salon, f"?day={day}")


@pytest.mark.parametrize(
    "query", ["day=2026-02-30", "day=tomorrow", "day=", "day=2026-11-23%00", "location=loc_x"]
)
async def test_an_address_that_makes_no_sense_is_refused_politely(
    core: BookingCore, salon: DemoSalon, query: str
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.sign_in(olive.email)
        answer = await browser.see(f"/console/agenda?{query}")
    assert answer.status_code in (400, 404)
    assert "text/html" in answer.headers["content-type"]


async def test_an_organization_without_a_location_is_told_what_is_missing(
    core: BookingCore, salon: DemoSalon
) -> None:
    bare = Organization(
        id=new_id("o"), name="Bare", time_zone="UTC", locale="en", currency="EUR", country="IE", chat={}
    )
    await stored(core, bare)
    assert "No location yet" in await agenda(core, structs.replace(salon, organization_id=bare.id))


async def test_another_organizations_location_and_appointments_are_not_there(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    await ada_books_a_haircut(core, other_salon)
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.sign_in(olive.email)
        assert (await browser.see(f"/console/agenda?location={other_salon.location_id}")).status_code == 404
        assert "Ada" not in (await browser.see("/console/agenda?day=2026-11-24")).text


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


def test_a_long_day_has_twenty_five_hours_and_one_of_them_twice() -> None:
    day = day_of(date(2026, 10, 25), "Europe/Berlin")
    wall = LocalFormat("Europe/Berlin", "en_DE")
    plan = plan_of(day, day.all, [])
    labels = [wall.time(moment) for _, moment in plan.hours()]
    assert len(labels) == 25
    assert labels[2:4] == ["02:00 (UTC+0200)", "02:00 (UTC+0100)"]


def test_a_short_day_has_twenty_three_hours_and_no_half_past_two() -> None:
    day = day_of(date(2026, 3, 29), "Europe/Berlin")
    plan = plan_of(day, day.all, [])
    wall = LocalFormat("Europe/Berlin", "en_DE")
    assert [wall.time(moment) for _, moment in plan.hours()][1:3] == ["01:00", "03:00"]
    three = datetime(2026, 3, 29, 3, tzinfo=BERLIN)
    assert plan.place(three, three + timedelta(minutes=30)) == Rows(24, 6)


def test_a_day_is_drawn_from_the_first_hour_that_matters_to_the_last() -> None:
    day = day_of(date(2026, 11, 23), "Europe/Berlin")
    opened = day.bits_between(at(0, 9, 30), at(0, 17, 15))
    plan = plan_of(day, opened, [(at(0, 7, 50), at(0, 8, 20))])
    assert (plan.start, plan.end) == (at(0, 7), at(0, 18))


def test_an_empty_day_is_drawn_from_nine_to_five() -> None:
    day = day_of(date(2026, 11, 23), "Europe/Berlin")
    plan = plan_of(day, 0, [])
    assert (plan.start, plan.end) == (at(0, 9), at(0, 17))
    assert closed_rows(plan, day, 0) == [Rows(0, 96)]


def test_the_hours_somebody_is_away_are_the_rest_of_the_day() -> None:
    day = day_of(date(2026, 11, 23), "Europe/Berlin")
    plan = plan_of(day, day.bits_between(at(0, 9), at(0, 19)), [])
    there = day.bits_between(at(0, 10), at(0, 12)) | day.bits_between(at(0, 13), at(0, 19))
    assert closed_rows(plan, day, there) == [Rows(0, 12), Rows(36, 12)]


def test_what_begins_before_the_day_is_cut_to_it() -> None:
    day = day_of(date(2026, 11, 24), "Europe/Berlin")
    night = (at(0, 23), at(1, 1))
    plan = plan_of(day, 0, [night])
    assert plan.place(*night) == Rows(0, 12)
    assert plan.place(at(0, 20), at(0, 21)) is None
