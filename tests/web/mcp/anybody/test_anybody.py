"""Agents without a token: what an owner lets them read, and what they have to bring for a booking."""

import httpx
import pytest
from mcp.shared.exceptions import MCPError

from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor, at
from tests.web.mcp.conftest import Agent, allows
from tests.web.mcp.test_scopes import DECISIONS, READERS, WRITERS


async def test_reading_in_public_shows_no_bookings_and_changes_nothing(
    api_url: str, core: BookingCore, salon: DemoSalon
) -> None:
    await allows(core, salon, public_reads=True)
    reader = Agent(api_url, salon)
    assert await reader.tools() == READERS - {"find_booking"}
    assert await reader.slots()
    for tool in WRITERS | {"find_booking"}:
        with pytest.raises(MCPError, match="no tool"):
            await reader.calls(tool)


async def test_anybody_may_book_with_the_customers_agreement(anybody: Agent) -> None:
    slot = (await anybody.slots())[0]
    hold = await anybody.gets("create_hold", slot_id=slot["slot_id"])
    ada = {"name": "Ada", "email": "ada@example.com"}
    refused = await anybody.refusal("create_booking", hold_id=hold["hold_id"], customer=ada)
    assert refused["code"] == "customer_agreement_needed"
    booked = await anybody.gets("create_booking", hold_id=hold["hold_id"], customer=ada, customer_agreed=True)
    assert booked["status"] == "confirmed"


async def test_what_the_business_decides_is_nothing_for_anybody(
    anybody: Agent, ada: Visitor, core: BookingCore
) -> None:
    """Not even with the booking code and the contact of one's own request: whoever books would approve it."""
    asked = await ada.books("Bridal styling", at(1, 10))
    assert await anybody.tools() == (READERS | WRITERS) - DECISIONS
    for tool in DECISIONS:
        with pytest.raises(MCPError, match="no tool"):
            await anybody.calls(tool, booking_code=asked.code, contact="ada@example.com")
    async with core.sessions() as session, session.begin():
        found = await session.get_one(Appointment, asked.id)
        assert (found.status, found.version) == ("pending_approval", 1)


async def test_a_booking_is_found_moved_and_cancelled_by_code_and_contact_only(anybody: Agent) -> None:
    slots = await anybody.slots()
    booked = await anybody.books(slots[0], customer_agreed=True)
    code, contact = booked["booking_code"], "ada@example.com"
    for wrong in (
        {"booking_code": code},
        {"contact": contact},
        {"appointment_id": booked["id"]},
        {"appointment_id": booked["id"], "contact": contact},
    ):
        assert (await anybody.refusal("find_booking", **wrong))["code"] == "proof_needed"
    answers = [
        await anybody.refusal("find_booking", booking_code=code, contact="eve@example.com"),
        await anybody.refusal("find_booking", booking_code="BCDFGH", contact=contact),
    ]
    assert {(one["code"], one["detail"], one["status"]) for one in answers} == {
        ("not_found", answers[0]["detail"], 404)
    }
    assert (await anybody.gets("find_booking", booking_code=code, contact=contact))["id"] == booked["id"]
    hold = await anybody.gets("create_hold", slot_id=slots[4]["slot_id"], reschedule_of=booked["id"])
    moved = await anybody.gets(
        "reschedule_booking",
        booking_code=code,
        contact=contact,
        hold_id=hold["hold_id"],
        customer_agreed=True,
    )
    assert moved["start"] == slots[4]["start"]
    refused = await anybody.refusal("cancel_booking", booking_code=code, contact=contact)
    assert refused["code"] == "customer_agreement_needed"
    gone = await anybody.gets("cancel_booking", booking_code=code, contact=contact, customer_agreed=True)
    assert gone["status"] == "cancelled"


async def test_a_bad_token_is_no_reason_to_be_anybody(http: httpx.AsyncClient, anybody: Agent) -> None:
    anybody.headers = {"Authorization": "Bearer nonsense"}
    answer = await http.post(anybody.url, json={}, headers=anybody.headers)
    assert (answer.status_code, answer.json()["code"]) == (401, "invalid_token")


async def test_where_contacts_are_verified_anybody_is_sent_to_the_chat_and_a_token_books(
    anybody: Agent, agent: Agent, core: BookingCore, salon: DemoSalon
) -> None:
    async with core.sessions() as session, session.begin():
        organization = await session.get_one(Organization, salon.organization_id)
        organization.booking_rules = {"verify_contact": True}
    await allows(core, salon, anonymous_booking=True)
    hold = await anybody.gets("create_hold", slot_id=(await anybody.slots())[0]["slot_id"])
    ada = {"name": "Ada", "email": "ada@example.com"}
    refused = await anybody.refusal(
        "create_booking", hold_id=hold["hold_id"], customer=ada, customer_agreed=True
    )
    assert refused["code"] == "contact_verification_needed"
    assert refused["details"]["chat_url"].endswith(f"/c/{salon.organization_id}")
    assert await agent.books((await agent.slots())[-1])
