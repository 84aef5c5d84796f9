"""Arguments as MCP clients send them: what they add of their own has no effect, and what only means one thing
is accepted."""

import json
from typing import Any

import httpx
import pytest

from booking_core.access.scopes import FOR_CUSTOMERS
from booking_core.maintenance.demo import DemoSalon
from tests.attack.options import FULL_SIZE
from tests.web.mcp.conftest import ADA, MODERN, Agent
from web.mcp.tools import TOOLS

N8N = {"sessionId": "4c1", "action": "sendMessage", "chatInput": "a haircut", "toolCallId": "call_1"}
# What clients and models add of their own; no tool has an argument like it.
ADDED = (
    {"toolCallId": "call_1"},
    N8N,
    {"random_string": "x"},
    {"_meta": {"progressToken": 1}},
    {"dummy": ""},
    {"thought": "I need the times"},
    {"requestId": "1", "threadId": "2", "run_id": "3"},
    {"metadata": {"a": [1]}},
    {"tool": "get_availability", "toolCallId": "toolu_01"},
    {"_auth_auth_type": "admin", "mcp-session-id": "9b2"},
    {
        "traceId": "0af7",
        "span_id": "b7ad",
        "conversation_id": "c_1",
        "userId": 7,
        "workflowExecutionId": "55",
    },
    {"session": "a", "trace": "b", "accessToken": "t", "IDEMPOTENCY_KEY": "k"},
)


# Sent to get_availability, and read as if the second had been.
WRITTEN_OTHERWISE: tuple[tuple[dict[str, Any], dict[str, Any]], ...] = (
    ({"party_size": "1"}, {"party_size": 1}),
    ({"party_size": 1.0}, {"party_size": 1}),
    ({"duration_min": "45"}, {"duration_min": 45}),
    ({"limit": "3"}, {"limit": 3}),
    ({"weekdays": "mon,tue"}, {"weekdays": ["mon", "tue"]}),
    ({"weekdays": "Mon, TUE"}, {"weekdays": ["mon", "tue"]}),
    ({"weekdays": '["mon","tue"]'}, {"weekdays": ["mon", "tue"]}),
    ({"weekdays": "tue"}, {"weekdays": ["tue"]}),
    ({"weekdays": []}, {}),
    ({"weekdays": ""}, {}),
    ({"staff_id": "", "location_id": " ", "page_token": None}, {}),
    ({"duration_min": "null", "limit": ""}, {}),
    ({"not_before": "9:00", "not_after": "9:30:00"}, {"not_before": "09:00", "not_after": "09:30"}),
    ({"from": "2026-11-24T10:00:00+0100"}, {"from": "2026-11-24T10:00:00+01:00"}),
    ({"from": "2026-11-24T10:00:00+01:00[Europe/Berlin]"}, {"from": "2026-11-24T10:00:00+01:00"}),
)


# What arguments mean does not depend on the era: every day the older one is tried with one journey.
EVERY_EXAMPLE = pytest.mark.parametrize(
    "agent", [MODERN, pytest.param("legacy", marks=FULL_SIZE)], indirect=True
)


@EVERY_EXAMPLE
@pytest.mark.parametrize("added", ADDED, ids=str)
async def test_what_a_client_adds_has_no_effect_and_is_reported(agent: Agent, added: dict[str, Any]) -> None:
    service = agent.salon.services["Haircut"]
    plain = await agent.gets("get_availability", service_id=service, date="2026-11-24")
    found = await agent.gets("get_availability", service_id=service, date="2026-11-24", **added)
    assert [slot["start"] for slot in found["items"]] == [slot["start"] for slot in plain["items"]]
    assert found["ignored_arguments"] == list(added)
    assert "ignored_arguments" not in plain


async def test_a_client_that_adds_its_own_to_every_call_books_moves_and_cancels(agent: Agent) -> None:
    assert (await agent.gets("list_services", **N8N))["services"]
    slots = await agent.slots(**N8N)
    hold = await agent.gets("create_hold", slot_id=slots[0]["slot_id"], ttl_s="600", **N8N)
    booked = await agent.gets(
        "create_booking", hold_id=hold["hold_id"], customer=json.dumps(ADA), answers=[], **N8N
    )
    assert booked["start"] == slots[0]["start"]
    moved = await agent.gets(
        "reschedule_booking", appointment_id=booked["id"], slot_id=slots[4]["slot_id"], staff="", **N8N
    )
    assert (moved["id"], moved["start"]) == (booked["id"], slots[4]["start"])
    gone = await agent.gets("cancel_booking", appointment_id=booked["id"], expected_version="2", **N8N)
    assert gone["status"] == "cancelled"


@EVERY_EXAMPLE
@pytest.mark.parametrize(("sent", "meant"), WRITTEN_OTHERWISE, ids=str)
async def test_a_value_written_otherwise_means_the_same(
    agent: Agent, sent: dict[str, Any], meant: dict[str, Any]
) -> None:
    asked = {"service_id": agent.salon.services["Haircut"]}
    found, right = [await agent.gets("get_availability", **asked, **more) for more in (sent, meant)]
    assert [slot["start"] for slot in found["items"]] == [slot["start"] for slot in right["items"]]
    assert found["items"]


async def test_whoever_has_no_token_is_told_only_of_scopes_of_this_door(
    http: httpx.AsyncClient, open_salon: DemoSalon
) -> None:
    answer = await http.post(f"/o/{open_salon.organization_id}/mcp", json={})
    told = set(answer.headers["WWW-Authenticate"].split('scope="')[1].split('"')[0].split())
    metadata = await http.get(f"/.well-known/oauth-protected-resource/o/{open_salon.organization_id}/mcp")
    assert told == set(FOR_CUSTOMERS) == set(metadata.json()["scopes_supported"])
    assert told < {str(tool.scope) for tool in TOOLS.values()}
