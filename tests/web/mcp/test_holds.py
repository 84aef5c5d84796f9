"""Holds of agents: one for each key, extended within limits, and of nobody else."""

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor, at
from tests.web.mcp.conftest import Agent


async def test_a_time_somebody_else_took_comes_back_with_others_and_what_to_do(
    agent: Agent, core: BookingCore, salon: DemoSalon
) -> None:
    slots = await agent.slots(staff_id=agent.salon.resources["Dana"])
    hold = await agent.gets("create_hold", slot_id=slots[0]["slot_id"])
    problem = await agent.refusal("create_hold", slot_id=slots[0]["slot_id"])
    assert (problem["code"], problem["status"]) == ("slot_held", 409)
    assert all(other["slot_id"] for other in problem["alternatives"])
    assert "get_availability" in problem["next_step"]
    await agent.gets("release_hold", hold_id=hold["hold_id"])
    await agent.gets("create_hold", slot_id=slots[0]["slot_id"])


async def test_a_hold_repeated_with_its_key_is_the_same_hold(agent: Agent) -> None:
    slot = (await agent.slots())[0]
    key = "6f1c2b9e-7f0a-4c55-9d0e"
    first = await agent.gets("create_hold", slot_id=slot["slot_id"], idempotency_key=key)
    again = await agent.gets("create_hold", slot_id=slot["slot_id"], idempotency_key=key)
    assert first["hold_id"] == again["hold_id"]
    other = (await agent.slots())[3]
    problem = await agent.refusal("create_hold", slot_id=other["slot_id"], idempotency_key=key)
    assert problem["code"] == "idempotency_key_reused"


async def test_a_hold_is_extended_within_its_limits(agent: Agent) -> None:
    hold = await agent.gets("create_hold", slot_id=(await agent.slots())[0]["slot_id"], ttl_s=60)
    longer = await agent.gets("extend_hold", hold_id=hold["hold_id"])
    assert longer["expires_at"] > hold["expires_at"]
    assert longer["extensions_left"] == hold["extensions_left"] - 1


async def test_another_customers_hold_cannot_be_booked(
    agent: Agent, api_url: str, core: BookingCore, salon: DemoSalon
) -> None:
    theirs = await Visitor(core, salon, "Ben").holds("Haircut", at(2, 12))
    problem = await agent.refusal(
        "create_booking", hold_id=theirs.id, customer={"name": "Eve", "email": "eve@example.com"}
    )
    assert (problem["code"], problem["status"]) == ("not_found", 404)
