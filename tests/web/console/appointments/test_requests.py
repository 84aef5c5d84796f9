"""Requests do not wait unseen: a number in the frame, a list of them, and yes and no in it."""

from sqlalchemy import update

from booking_core.access.roles import Role
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.services.booking_questions import BookingQuestion
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.cast import Visitor, at, set_by_owner
from tests.web.console.appointments.test_appointment import member_of, status_of
from tests.web.console.rows import conversation
from tests.web.console.stage import HERE, Browser, operator_of, stored
from web.settings import Settings

WAITING = "1 request waits for your answer."


def pages(salon: DemoSalon) -> tuple[str, str]:
    home = f"/console/{salon.organization_id}"
    return f"{home}/outbox", f"{home}/agenda/requests"


async def test_the_frame_of_every_page_says_how_many_wait(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, owner: Browser
) -> None:
    anywhere, listed = pages(salon)
    await Visitor(core, other_salon, "Eve").books("Bridal styling", at(3, 10))
    assert "waits for your answer" not in (await owner.see(anywhere)).text
    assert "Nothing waits for your approval." in (await owner.see(listed)).text
    asked = await Visitor(core, salon, "Ada").books("Bridal styling", at(3, 10))
    assert WAITING in (await owner.see(anywhere)).text
    page = (await owner.see(listed)).text
    for said in ("Bridal styling", "Thursday, 26 November 2026, 10:00", "Ada", "ada@example.com", asked.code):
        assert said in page, said
    assert "Eve" not in page
    assert f"/console/{salon.organization_id}/agenda/requests" in (await owner.see("/console/agenda")).text


async def test_yes_and_no_are_said_in_the_list_and_lead_back_to_it(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    anywhere, listed = pages(salon)
    yes = await Visitor(core, salon, "Ada").books("Bridal styling", at(1, 10))
    no = await Visitor(core, salon, "Ben").books("Bridal styling", at(2, 10))
    await owner.see(listed)
    for one, deed, said in ((yes, "approve", ""), (no, "decline", "We are away.")):
        address = f"/console/{salon.organization_id}/appointments/{one.id}/{deed}"
        for _ in range(2):
            answer = await owner.send(address, expected_version="1", reason=said, back="requests")
            assert answer.headers["location"] == f"{listed}?done={deed}"
    assert (await status_of(core, yes))[0] == "confirmed"
    assert await status_of(core, no) == ("cancelled", 2, "We are away.")
    assert "It is declined" in (await owner.see(answer.headers["location"])).text
    assert "for your answer" not in (await owner.see(anywhere)).text


async def test_where_the_form_leads_back_to_is_one_of_our_lists(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    asked = await Visitor(core, salon, "Ada").books("Bridal styling", at(1, 10))
    address = f"/console/{salon.organization_id}/appointments/{asked.id}"
    await owner.see(address)
    answer = await owner.send(f"{address}/approve", expected_version="1", back="//evil.example")
    assert answer.headers["location"] == f"{address}?done=approve"


async def test_a_member_is_shown_what_they_are_asked_for_and_nothing_else(
    core: BookingCore, salon: DemoSalon
) -> None:
    asked = await Visitor(core, salon, "Ada").books("Bridal styling", at(1, 10))
    seen = {}
    for name, resource in salon.resources.items():
        if resource in asked.resource_ids or name == "Jonas":
            email = await member_of(core, salon, Role.MEMBER, name)
            async with Browser(core) as member:
                await member.sign_in(email)
                text = (await member.see(pages(salon)[1])).text
                seen[resource in asked.resource_ids] = "Ada" in text and WAITING in text
    assert seen == {True: True, False: False}


async def test_a_request_leads_to_its_conversation(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    ada = Visitor(core, salon, "Ada")
    await stored(core, conversation(salon, id=ada.actor.id))
    asked = await ada.books("Bridal styling", at(1, 10))
    chat = f"/console/{salon.organization_id}/conversations/{ada.actor.id}"
    assert chat in (await owner.see(pages(salon)[1])).text
    assert chat in (await owner.see(f"/console/{salon.organization_id}/appointments/{asked.id}")).text


async def test_the_switch_says_who_hears_of_requests(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    address = f"/console/{salon.organization_id}/settings/services/{salon.services['Bridal styling']}"
    assert "because there is no mail server yet" in (await owner.see(address)).text
    settings = Settings(public_url=HERE, smtp_url="smtp://127.0.0.1:1")
    async with Browser(core, settings=settings) as served:
        await served.enter(await operator_of(core, salon))
        await who_hears(core, salon, served, address)


async def who_hears(core: BookingCore, salon: DemoSalon, owner: Browser, address: str) -> None:
    assert "You get an email: " in (await owner.see(address)).text
    await set_by_owner(core, salon.organization_id, letters__business_kinds=[])
    text = (await owner.see(address)).text
    assert "Nobody gets an email: you see it under Agenda only." in text
    assert f"/console/{salon.organization_id}/settings/notices#letters.business_kinds" in text


async def test_a_request_that_came_to_nothing_is_no_cancelled_appointment(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    ada = Visitor(core, salon, "Ada")
    declined = await ada.books("Bridal styling", at(1, 10))
    withdrawn = await ada.books("Bridal styling", at(2, 10))
    cancelled = await ada.books("Bridal styling", at(3, 10))
    page = f"/console/{salon.organization_id}/appointments"
    await owner.see(page)
    await owner.send(f"{page}/{declined.id}/decline", expected_version="1")
    await owner.send(f"{page}/{cancelled.id}/approve", expected_version="1")
    await owner.send(f"{page}/{cancelled.id}/cancel", expected_version="2")
    await ada.at_desk(lambda desk: desk.cancel(withdrawn.id))
    said = ((declined, "Declined", 24), (withdrawn, "Withdrawn", 25), (cancelled, "Cancelled", 26))
    for one, label, day in said:
        badge = f'<span class="badge appointment-cancelled">{label}</span>'
        text = (await owner.see(f"{page}/{one.id}")).text
        assert badge in text
        assert ("What was asked for" in text) is (label != "Cancelled")
        assert badge in (await owner.see(f"/console/agenda?day=2026-11-{day}")).text


async def test_what_one_has_to_know_before_saying_yes_stands_there(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    """The price, and what was answered; what is sensitive as on the page of the appointment."""
    asked = await Visitor(core, salon, "Ada").books("Bridal styling", at(3, 10))
    service = asked.service_id
    questions = [
        BookingQuestion(id=new_id("qst"), key=key, kind="text", label=label, sensitive=sensitive)
        for key, label, sensitive in (("dress", "Which dress?", False), ("allergy", "Any allergies?", True))
    ]
    async with core.sessions() as session, session.begin():
        for position, one in enumerate(questions):
            one.organization_id, one.service_id, one.position = salon.organization_id, service, position
            session.add(one)
        answers = {"dress": "A <long> one", "allergy": "Nuts"}
        await session.execute(update(Appointment).where(Appointment.id == asked.id).values(answers=answers))
    page = (await owner.see(pages(salon)[1])).text
    for said in ("Which dress?", "A &lt;long&gt; one", "Any allergies?", "Nuts", "€190.00"):
        assert said in page, said
    async with Browser(core) as member:
        await member.sign_in(await member_of(core, salon, Role.MEMBER, None))
        page = (await member.see(pages(salon)[1])).text
    assert "A &lt;long&gt; one" in page
    assert "Nuts" not in page
