"""The page of an appointment: what it says to whom, and what the business decides there."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from booking_core.access.roles import Role
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.memberships import Membership
from booking_core.time.clock import FrozenClock
from tests.cast import Visitor, at
from tests.web.console.parsed import Parsed
from tests.web.console.stage import Browser, operator_of

HOSTILE = "<img src=x onerror=alert(1)>"


def page_of(salon: DemoSalon, appointment: Appointment) -> str:
    return f"/console/{salon.organization_id}/appointments/{appointment.id}"


async def member_of(core: BookingCore, salon: DemoSalon, role: Role, resource: str | None) -> str:
    who = await operator_of(core, salon, role)
    async with core.sessions() as session, session.begin():
        mine = await session.scalar(select(Membership).where(Membership.account_id == who.id))
        assert mine is not None
        mine.resource_id = salon.resources[resource] if resource else None
    return who.email


async def status_of(core: BookingCore, appointment: Appointment) -> tuple[str, int, str | None]:
    async with core.sessions() as session:
        row = await session.get_one(Appointment, appointment.id)
        return row.status, row.version, row.cancel_reason


async def massage(core: BookingCore, salon: DemoSalon) -> Appointment:
    """With an answer that only the business may read."""
    ada = Visitor(core, salon, "Ada")
    hold = await ada.holds("Massage", at(0, 10))
    answers = {"health": "a bad back"}
    return await ada.at_desk(lambda desk: desk.confirm(hold.id, ada.contact, answers=answers))


async def test_it_says_what_was_agreed_with_whom_and_what_happened(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    appointment = await massage(core, salon)
    text = Parsed((await owner.see(page_of(salon, appointment))).text).text
    for said in (
        "Massage",
        "Monday, 23 November 2026, 10:00–11:00 · Europe/Berlin",
        "Jonas",
        "Treatment room",
        "ada@example.com",
        "a bad back",
        appointment.code,
        "Appointment confirmed",
        "a customer in the chat",
    ):
        assert said in text, said


async def test_yes_is_said_once_however_often_it_is_sent(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    asked = await Visitor(core, salon, "Ada").books("Bridal styling", at(1, 10))
    page = page_of(salon, asked)
    assert "To be approved" in (await owner.see(page)).text
    for _ in range(2):
        answer = await owner.send(f"{page}/approve", expected_version="1")
        assert answer.headers["location"] == f"{page}?done=approve"
    assert await status_of(core, asked) == ("confirmed", 2, None)
    assert "It is approved." in (await owner.see(f"{page}?done=approve")).text


@pytest.mark.parametrize(("service", "deed"), [("Bridal styling", "decline"), ("Haircut", "cancel")])
async def test_no_is_said_with_a_message_that_is_kept(
    core: BookingCore, salon: DemoSalon, owner: Browser, service: str, deed: str
) -> None:
    asked = await Visitor(core, salon, "Ada").books(service, at(1, 10))
    page = page_of(salon, asked)
    await owner.see(page)
    for _ in range(2):
        answer = await owner.send(f"{page}/{deed}", expected_version="1", reason=f"{HOSTILE} is ill")
        assert answer.status_code == 303, answer.text
    assert await status_of(core, asked) == ("cancelled", 2, f"{HOSTILE} is ill")
    text = (await owner.see(page)).text
    assert HOSTILE not in text
    assert "&lt;img src=x onerror=alert(1)&gt; is ill" in text
    assert ("Request declined" in text) is (deed == "decline")


@pytest.mark.parametrize(("deed", "status"), [("came", "completed"), ("no-show", "no_show")])
async def test_they_came_or_not_from_the_start_on(
    core: BookingCore, salon: DemoSalon, owner: Browser, clock: FrozenClock, deed: str, status: str
) -> None:
    booked = await Visitor(core, salon, "Ada").books("Haircut", at(0, 10))
    page = page_of(salon, booked)
    assert f"{page}/{deed}" not in (await owner.see(page)).text
    early = await owner.send(f"{page}/{deed}", expected_version="1")
    assert (early.status_code, "has not begun yet" in early.text) == (422, True)
    clock.advance(timedelta(hours=3))
    async with Browser(core) as later:
        await later.enter(await operator_of(core, salon))
        assert f"{page}/{deed}" in (await later.see(page)).text
        for _ in range(2):
            assert (await later.send(f"{page}/{deed}", expected_version="1")).status_code == 303
    assert (await status_of(core, booked))[0] == status


async def test_what_was_noted_by_mistake_is_put_right_and_by_mistake_again(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    booked = await Visitor(core, salon, "Ada").books("Haircut", at(0, 10))
    page = page_of(salon, booked)
    clock.advance(timedelta(hours=3))
    async with Browser(core) as later:
        await later.sign_in((await operator_of(core, salon)).email)
        assert "You can put it right later." in (await later.see(page)).text
        await later.send(f"{page}/no-show", expected_version="1")
        assert "They came after all" in (await later.see(f"{page}?done=no-show")).text
        for deed, status, version in (("came", "completed", 2), ("no-show", "no_show", 3)):
            for _ in range(2):
                assert (await later.send(f"{page}/{deed}", expected_version=str(version))).status_code == 303
            assert await status_of(core, booked) == (status, version + 1, None)
        late = await later.send(f"{page}/came", expected_version="3")
    assert (late.status_code, "has changed meanwhile" in late.text) == (422, True)


async def test_who_decides_by_an_older_page_is_told_and_nothing_happens(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    ada = Visitor(core, salon, "Ada")
    asked = await ada.books("Bridal styling", at(1, 10))
    page = page_of(salon, asked)
    await owner.see(page)
    await ada.moves(asked, at(2, 10))
    for version in ("1", ""):
        answer = await owner.send(f"{page}/decline", reason="no time", expected_version=version)
        assert (answer.status_code, "has changed meanwhile" in answer.text) == (422, True)
        assert "no time</textarea>" in answer.text
    assert (await status_of(core, asked))[0] == "pending_approval"


async def test_a_message_is_ordinary_text(core: BookingCore, salon: DemoSalon, owner: Browser) -> None:
    booked = await Visitor(core, salon, "Ada").books("Haircut", at(1, 10))
    page = page_of(salon, booked)
    await owner.see(page)
    for reason in ("x" * 501, "a \0 b"):
        answer = await owner.send(f"{page}/cancel", expected_version="1", reason=reason)
        assert (answer.status_code, "at most 500 ordinary characters" in answer.text) == (422, True)
    assert (await status_of(core, booked))[0] == "confirmed"


async def test_members_decide_for_whom_they_serve_only(core: BookingCore, salon: DemoSalon) -> None:
    """Who is nobody's hands sees the whole house, but no sensitive answer."""
    appointment = await massage(core, salon)
    page = page_of(salon, appointment)
    for role, resource, finds, reads in (
        (Role.OWNER, None, True, True),
        (Role.MANAGER, "Dana", True, True),
        (Role.MEMBER, "Jonas", True, True),
        (Role.MEMBER, None, True, False),
        (Role.MEMBER, "Dana", False, False),
    ):
        email = await member_of(core, salon, role, resource)
        async with Browser(core) as browser:
            await browser.sign_in(email)
            await browser.see("/console/agenda")
            seen = await browser.see(page)
            assert (seen.status_code == 200) is finds, (role, resource)
            assert ("a bad back" in seen.text) is reads, (role, resource)
            sent = await browser.send(f"{page}/cancel", expected_version="99")
            assert sent.status_code == (422 if finds else 404), (role, resource)
    assert (await status_of(core, appointment))[0] == "confirmed"


async def test_another_salons_appointment_and_an_unknown_deed_are_not_found(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, owner: Browser
) -> None:
    theirs = await Visitor(core, other_salon, "Ada").books("Haircut", at(1, 10))
    mine = await Visitor(core, salon, "Ada").books("Haircut", at(1, 10))
    await owner.see(page_of(salon, mine))
    for path in (page_of(salon, theirs), page_of(other_salon, theirs)):
        assert (await owner.see(path)).status_code == 404
        assert (await owner.send(f"{path}/cancel", expected_version="1")).status_code == 404
    assert (await owner.send(f"{page_of(salon, mine)}/erase", expected_version="1")).status_code == 404
    assert (await status_of(core, theirs))[0] == "confirmed"


async def test_a_hostile_name_stays_text(core: BookingCore, salon: DemoSalon, owner: Browser) -> None:
    visitor = Visitor(core, salon, "Ada")
    visitor.contact = ContactDetails(HOSTILE, "ada@example.com")
    text = (await owner.see(page_of(salon, await visitor.books("Haircut", at(1, 10))))).text
    assert HOSTILE not in text
    assert "&lt;img" in text
