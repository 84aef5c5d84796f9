"""What anybody without a token is limited to: tries of codes, times kept, and bookings."""

from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.live_holds.quotas import PER_ADDRESS
from booking_core.maintenance.demo import DemoSalon
from tests.web.mcp.conftest import Agent
from web.mcp.tools.proofs import TRIES_PER_MINUTE


async def test_codes_are_not_tried_out(anybody: Agent) -> None:
    codes = []
    for number in range(TRIES_PER_MINUTE + 1):
        problem = await anybody.refusal(
            "find_booking", booking_code=f"BCDF{number}", contact="ada@example.com"
        )
        codes.append(problem["code"])
    assert codes == ["not_found"] * TRIES_PER_MINUTE + ["rate_limited"]


async def test_one_address_keeps_only_a_few_times(anybody: Agent) -> None:
    slots = await anybody.slots(limit=100)
    for slot in slots[: PER_ADDRESS * 4 : 4]:
        await anybody.gets("create_hold", slot_id=slot["slot_id"])
    problem = await anybody.refusal("create_hold", slot_id=slots[-1]["slot_id"])
    assert problem["code"] == "hold_limit_reached"


async def test_two_strangers_with_the_same_thought_get_two_holds(anybody: Agent) -> None:
    slots = await anybody.slots()
    first = await anybody.gets("create_hold", slot_id=slots[0]["slot_id"])
    second = await anybody.gets("create_hold", slot_id=slots[8]["slot_id"])
    assert first["hold_id"] != second["hold_id"]
    short = await anybody.refusal("create_hold", slot_id=slots[0]["slot_id"], idempotency_key="1")
    assert short["code"] == "invalid_field"


async def test_an_address_books_only_so_much_and_keeps_what_it_holds(
    anybody: Agent, core: BookingCore, salon: DemoSalon
) -> None:
    async with core.sessions() as session, session.begin():
        organization = await session.get_one(Organization, salon.organization_id)
        organization.booking_rules = {"upcoming_per_address": 1}
    slots = await anybody.slots()
    await anybody.books(slots[0], customer_agreed=True)
    hold = await anybody.gets("create_hold", slot_id=slots[-1]["slot_id"])
    ben = {"name": "Ben", "email": "ben@example.com"}
    for _ in range(2):
        refused = await anybody.refusal(
            "create_booking", hold_id=hold["hold_id"], customer=ben, customer_agreed=True
        )
        assert refused["code"] == "booking_limit_reached"
        assert "contact of the business" in refused["next_step"]
