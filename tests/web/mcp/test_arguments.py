"""Arguments as MCP clients send them: what only means one thing is accepted, and nothing that says what to
book is dropped."""

import json
from typing import Any

import httpx
import pytest

from booking_core.core import BookingCore
from booking_core.errors import InvalidField
from booking_core.maintenance.demo import DemoSalon
from tests.web.api.conftest import Program
from tests.web.mcp.conftest import Agent, allows
from web.access.scopes import FOR_CUSTOMERS
from web.mcp.tool_calls.arguments import read_arguments
from web.mcp.tools import ARGUMENTS, TOOLS

ADA = {"name": "Ada", "email": "ada@example.com"}
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
# Names that are near no argument, each with a wish, and the argument that the refusal names (none where
# nothing is like it).
WISHES = (
    ("create_hold", "head_count", 4, "party_size"),
    ("create_hold", "adults", 2, "party_size"),
    ("create_hold", "kids", 2, "party_size"),
    ("create_hold", "hairdresser", "Dana", "staff_id"),
    ("create_hold", "worker", "Dana", "staff_id"),
    ("create_hold", "tickets", 4, "party_size"),
    ("create_hold", "companions", 3, "party_size"),
    ("create_hold", "number", 3, "party_size"),
    ("create_hold", "hairdresser_id", "dana", "staff_id"),
    ("create_hold", "tableId", "t9", None),
    ("create_hold", "room_id", "r1", None),
    ("create_hold", "agent_id", "dana", None),
    ("create_hold", "id", "dana", None),
    ("create_hold", "_party_size", 4, "party_size"),
    ("create_hold", "_staff", "Dana", "staff_id"),
    ("create_hold", "sessionId", "with Dana please", None),
    ("create_hold", "requestId", {"staff": "Dana"}, None),
    ("create_hold", "wheelchair", True, None),
    ("create_hold", "fürWen", "Ada", None),
    ("create_booking", "head_count", 4, None),
    ("create_booking", "note", "with Dana please", "answers"),
    ("get_availability", "room", "2", None),
    ("get_availability", "count", 3, "party_size"),
    ("get_availability", "special_requests", "a window", None),
    ("get_availability", "query", "a haircut with Dana", None),
    ("get_availability", "note", "with Dana please", None),
    ("get_availability", "after", "17:00", "not_before"),
    ("get_availability", "earliest", "17:00", "not_before"),
    ("get_availability", "start_after", "17:00", "not_before"),
    ("get_availability", "before", "12:00", "not_after"),
    ("get_availability", "latest", "12:00", "not_after"),
    ("get_availability", "until", "2026-11-30", "to"),
    ("list_locations", "city", "Berlin", None),
    ("list_services", "per_page", 5, None),
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
# Names that say something about the booking, and the argument the refusal names.
MISSPELT = (
    ("get_availability", "staff", "staff_id"),
    ("get_availability", "staffId", "staff_id"),
    ("get_availability", "stylist_name", "staff_id"),
    ("get_availability", "location", "location_id"),
    ("get_availability", "branch", "location_id"),
    ("get_availability", "partysize", "party_size"),
    ("get_availability", "guests", "party_size"),
    ("get_availability", "duration", "duration_min"),
    ("get_availability", "dates", "date"),
    ("get_availability", "start_date", "date"),
    ("get_availability", "timezone", "time_zone"),
    ("get_availability", "weekday", "weekdays"),
    ("get_availability", "not_befor", "not_before"),
    ("create_hold", "party_sise", "party_size"),
    ("create_hold", "people", "party_size"),
    ("create_hold", "start_time", "start"),
    ("create_hold", "employee", "staff_id"),
    ("create_hold", "time_zone", "time_zone"),
    ("create_booking", "party_size", "party_size"),
    ("create_booking", "staff", "staff"),
    ("create_booking", "agreed", "customer_agreed"),
    ("create_booking", "confirmed", "customer_agreed"),
    ("create_booking", "customer_name", "customer"),
    ("reschedule_booking", "new_start", "start"),
    ("reschedule_booking", "new_time", "start"),
    ("cancel_booking", "appointment", "appointment_id"),
    ("cancel_booking", "code", "booking_code"),
)
NO_AGREEMENT = (
    "True",
    "TRUE",
    " true ",
    "true\n",
    "yes",
    "1",
    "y",
    "on",
    "True!",
    "trueish",
    1,
    ["true"],
    {"value": True},
)


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


@pytest.mark.parametrize(("sent", "meant"), WRITTEN_OTHERWISE, ids=str)
async def test_a_value_written_otherwise_means_the_same(
    agent: Agent, sent: dict[str, Any], meant: dict[str, Any]
) -> None:
    asked = {"service_id": agent.salon.services["Haircut"]}
    found, right = [await agent.gets("get_availability", **asked, **more) for more in (sent, meant)]
    assert [slot["start"] for slot in found["items"]] == [slot["start"] for slot in right["items"]]
    assert found["items"]


@pytest.mark.parametrize(("tool", "name", "right"), MISSPELT)
def test_a_name_that_says_what_to_book_is_refused_and_the_right_one_named(
    tool: str, name: str, right: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        read_arguments({name: "x"}, TOOLS[tool].accepts, ARGUMENTS)
    assert (refused.value.code, refused.value.field) == ("unknown_field", name)
    assert f"`{right}`" in refused.value.detail.partition("Known are")[0]


@pytest.mark.parametrize(("tool", "name", "value", "right"), WISHES)
def test_a_wish_is_refused_whatever_it_is_called(
    tool: str, name: str, value: object, right: str | None
) -> None:
    with pytest.raises(InvalidField) as refused:
        read_arguments({name: value}, TOOLS[tool].accepts, ARGUMENTS)
    assert (refused.value.code, refused.value.field) == ("unknown_field", name)
    hint, _, choices = refused.value.detail.partition("Known are")
    assert ("Perhaps" in hint, f"`{right}`" in hint) == (right is not None, right is not None)
    opposite = {"not_before": "`not_after`", "not_after": "`not_before`"}.get(right or "", "another tool")
    assert opposite not in hint
    assert all(f"`{one}`" in choices for one in TOOLS[tool].input_schema["properties"])


async def test_nothing_is_held_where_an_argument_is_misspelt(agent: Agent) -> None:
    slot = (await agent.slots())[0]
    refused = await agent.refusal("create_hold", slot_id=slot["slot_id"], partysize=3)
    assert refused["code"] == "unknown_field"
    assert "party_size" in refused["detail"]


async def test_only_true_is_an_agreement(api_url: str, core: BookingCore, salon: DemoSalon) -> None:
    """Also as the word of JSON in a string, as clients write it that send all values as strings."""
    await allows(core, salon, public_reads=True, anonymous_booking=True)
    anybody = Agent(api_url, salon)
    hold = await anybody.gets("create_hold", slot_id=(await anybody.slots())[0]["slot_id"])
    asked = {"hold_id": hold["hold_id"], "customer": ADA}
    for no in NO_AGREEMENT:
        refused = await anybody.refusal("create_booking", **asked, customer_agreed=no)
        assert (refused["code"], refused["errors"][0]["field"]) == ("invalid_field", "customer_agreed")
        assert "`true`" in refused["detail"]
    for none in (None, "", False, "false"):
        refused = await anybody.refusal("create_booking", **asked, customer_agreed=none)
        assert refused["code"] == "customer_agreement_needed"
    booked = await anybody.gets("create_booking", **asked, customer_agreed="true")
    assert booked["status"] == "confirmed"


async def posted(
    http: httpx.AsyncClient, salon: DemoSalon, token: str, body: str, accept: str | None
) -> httpx.Response:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    request = http.build_request(
        "POST", f"/o/{salon.organization_id}/mcp", content=body.encode(), headers=headers
    )
    del request.headers["Accept"]
    if accept is not None:
        request.headers["Accept"] = accept
    return await http.send(request)


def called(arguments: str) -> str:
    return (
        '{"jsonrpc":"2.0","id":1,"method":"tools/call",'
        f'"params":{{"name":"list_services","arguments":{arguments}}}}}'
    )


@pytest.mark.parametrize(
    "arguments", ['"{}"', '""', '"{\\"toolCallId\\":\\"x\\"}"', '" {\\"location_id\\":\\"\\"} "']
)
async def test_arguments_written_as_a_string_are_read(
    http: httpx.AsyncClient, open_salon: DemoSalon, program: Program, arguments: str
) -> None:
    token = await program.gets_door_token()
    answer = await posted(http, open_salon, token, called(arguments), "application/json, text/event-stream")
    assert answer.json()["result"]["structuredContent"]["services"]


@pytest.mark.parametrize(
    "accept", [None, "", "text/event-stream", "application/json", "*/*", "text/event-stream;q=0.9"]
)
async def test_whatever_a_client_accepts_it_is_answered(
    http: httpx.AsyncClient, open_salon: DemoSalon, program: Program, accept: str | None
) -> None:
    token = await program.gets_door_token()
    answer = await posted(http, open_salon, token, called("{}"), accept)
    assert answer.status_code == 200
    text = answer.text
    if accept and accept.startswith("text/event-stream"):
        assert answer.headers["content-type"].startswith("text/event-stream")
        (text,) = (line.removeprefix("data: ") for line in text.splitlines() if line.startswith("data: "))
    assert json.loads(text)["result"]["structuredContent"]["services"]


@pytest.mark.parametrize(
    "body",
    [
        called('{"location_id":"a","location_id":"b"}'),
        called("{}").replace('"id":1', '"id":1,"id":2'),
        called('"{\\"location_id\\":\\"a\\",\\"location_id\\":\\"b\\"}"'),
    ],
)
async def test_two_members_of_one_name_are_refused(
    http: httpx.AsyncClient, open_salon: DemoSalon, program: Program, body: str
) -> None:
    answer = await posted(http, open_salon, await program.gets_door_token(), body, "application/json")
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, -32700)


async def test_whoever_has_no_token_is_told_only_of_scopes_of_this_door(
    http: httpx.AsyncClient, open_salon: DemoSalon
) -> None:
    answer = await http.post(f"/o/{open_salon.organization_id}/mcp", json={})
    told = set(answer.headers["WWW-Authenticate"].split('scope="')[1].split('"')[0].split())
    metadata = await http.get(f"/.well-known/oauth-protected-resource/o/{open_salon.organization_id}/mcp")
    assert told == set(FOR_CUSTOMERS) == set(metadata.json()["scopes_supported"])
    assert told < {str(tool.scope) for tool in TOOLS.values()}
