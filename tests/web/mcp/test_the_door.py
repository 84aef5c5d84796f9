"""Who is let in at the MCP door, and how everybody else is told."""

import json
import re
from datetime import timedelta
from typing import Any

import httpx
import mcp_types as types
import pytest
from mcp.shared.exceptions import MCPError

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.web.api.conftest import Program, later, program_of
from tests.web.mcp.conftest import MODERN, Agent, allows
from web.access.api_clients import Limits
from web.access.scopes import Scope

READERS = {"list_locations", "list_services", "get_availability", "find_booking"}
DECISIONS = {"approve_booking", "decline_booking", "complete_booking", "record_no_show"}
WRITERS = {
    "create_hold",
    "extend_hold",
    "release_hold",
    "create_booking",
    "reschedule_booking",
    "cancel_booking",
    *DECISIONS,
}
DESTROYERS = {"reschedule_booking", "cancel_booking", "decline_booking", "record_no_show"}
SCOPE_OF = {
    "list_locations": Scope.ORG_READ,
    "list_services": Scope.ORG_READ,
    "get_availability": Scope.AVAILABILITY_READ,
    "find_booking": Scope.APPOINTMENTS_READ,
    **dict.fromkeys(WRITERS, Scope.APPOINTMENTS_WRITE),
    **dict.fromkeys(DECISIONS, Scope.APPOINTMENTS_MANAGE),
}


async def call(
    http: httpx.AsyncClient,
    salon: DemoSalon,
    *,
    token: str | None = None,
    tool: str | None = None,
    **headers: str,
) -> httpx.Response:
    """One message in plain HTTP: a list of the tools, or a call of one."""
    method = "tools/call" if tool else "tools/list"
    meta = {
        "io.modelcontextprotocol/protocolVersion": MODERN,
        "io.modelcontextprotocol/clientCapabilities": {},
    }
    params: dict[str, Any] = {"_meta": meta} | ({"name": tool, "arguments": {}} if tool else {})
    sent = {
        "Accept": "application/json, text/event-stream",
        "MCP-Protocol-Version": MODERN,
        "Mcp-Method": method,
        **({"Mcp-Name": tool} if tool else {}),
        **({"Authorization": f"Bearer {token}"} if token else {}),
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    message = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    return await http.post(f"/o/{salon.organization_id}/mcp", json=message, headers=sent)


async def test_with_a_token_every_tool_is_listed_and_says_what_it_may_do(agent: Agent) -> None:
    async with agent.connected() as client:
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
    assert tools.keys() == READERS | WRITERS
    for name, tool in tools.items():
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint is (name in READERS)
        assert tool.annotations.destructive_hint is (name in DESTROYERS)
        assert tool.output_schema is not None
        assert {"now", "time_zone"} <= set(tool.output_schema["required"])


async def test_a_door_that_was_not_opened_is_not_there(
    http: httpx.AsyncClient, salon: DemoSalon, program: Program
) -> None:
    answer = await call(http, salon, token=await program.gets_door_token())
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    metadata = await http.get(f"/.well-known/oauth-protected-resource/o/{salon.organization_id}/mcp")
    assert metadata.status_code == 404


async def test_closing_the_door_works_at_once(
    http: httpx.AsyncClient, core: BookingCore, open_salon: DemoSalon, program: Program
) -> None:
    assert (await call(http, open_salon, token=await program.gets_door_token())).status_code == 200
    await allows(core, open_salon, enabled=False)
    assert (await call(http, open_salon, token=await program.gets_door_token())).status_code == 404


async def test_read_only_hides_and_refuses_every_writer_at_once(
    agent: Agent, core: BookingCore, open_salon: DemoSalon
) -> None:
    assert await agent.tools() == READERS | WRITERS
    await allows(core, open_salon, read_only=True)
    assert await agent.tools() == READERS
    for tool in WRITERS:
        with pytest.raises(MCPError, match="no tool"):
            await agent.calls(tool)


@pytest.mark.parametrize("scope", list(Scope))
async def test_a_scope_opens_its_own_tools_only(
    http: httpx.AsyncClient, core: BookingCore, open_salon: DemoSalon, scope: Scope
) -> None:
    token = await (await program_of(http, core, open_salon, scope)).gets_door_token()
    for tool, needed in SCOPE_OF.items():
        answer = await call(http, open_salon, token=token, tool=tool)
        if needed is scope:
            assert answer.status_code == 200, tool
            continue
        assert (answer.status_code, answer.json()["code"]) == (403, "insufficient_scope"), tool
        assert f'scope="{needed}"' in answer.headers["WWW-Authenticate"]


async def test_without_a_token_one_is_told_where_to_get_it(
    http: httpx.AsyncClient, open_salon: DemoSalon
) -> None:
    answer = await call(http, open_salon)
    challenge = answer.headers["WWW-Authenticate"]
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthorized")
    assert "error=" not in challenge
    assert 'scope="org:read availability:read appointments:write appointments:read"' in challenge
    address = challenge.split('resource_metadata="')[1].split('"')[0]
    metadata = (await http.get(address)).json()
    assert metadata["resource"].endswith(f"/o/{open_salon.organization_id}/mcp")
    server = (
        await http.get(f"{metadata['authorization_servers'][0]}/.well-known/oauth-authorization-server")
    ).json()
    assert server["issuer"] == metadata["authorization_servers"][0]


async def test_a_token_that_is_wrong_old_or_another_salons_is_refused(
    http: httpx.AsyncClient,
    core: BookingCore,
    open_salon: DemoSalon,
    program: Program,
    other_salon: DemoSalon,
    api_clock: FrozenClock,
) -> None:
    foreign = await program_of(http, core, other_salon)
    for token in ("nonsense", await foreign.gets_door_token()):
        answer = await call(http, open_salon, token=token)
        assert (answer.status_code, answer.json()["code"]) == (401, "invalid_token")
    token = await program.gets_door_token()
    assert (await call(http, open_salon, token=token)).status_code == 200
    with later(api_clock, timedelta(minutes=11)):
        assert (await call(http, open_salon, token=token)).status_code == 401


async def test_a_token_for_one_address_is_good_at_that_address_only(
    http: httpx.AsyncClient, open_salon: DemoSalon, program: Program
) -> None:
    door = f"{str(http.base_url).rstrip('/')}/o/{open_salon.organization_id}/mcp"
    elsewhere = f"{door}/elsewhere"
    own = str(http.base_url).rstrip("/")
    resources: dict[str | None, int] = {
        door: 200,
        f"{door}/": 200,
        elsewhere: 401,
        own: 401,
        f"{own}/api/v1": 401,
        None: 401,
    }
    for resource, status in resources.items():
        token = await program.gets_token(**({"resource": resource} if resource else {}))
        answer = await call(http, open_salon, token=token)
        assert answer.status_code == status, resource
        if status == 401:
            assert door in answer.json()["detail"]
            assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]
    of_the_door = {"Authorization": f"Bearer {await program.gets_door_token()}"}
    assert (await http.get("/api/v1/services", headers=of_the_door)).status_code == 401


async def test_a_page_that_pretends_to_be_us_is_refused(
    http: httpx.AsyncClient, open_salon: DemoSalon, program: Program
) -> None:
    own = str(http.base_url).rstrip("/")
    for headers, status in (
        ({"Host": "evil.example"}, 421),
        ({"Host": f"{http.base_url.host}.evil.example:{http.base_url.port}"}, 421),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": f"{own}.evil.example"}, 403),
        ({"Origin": own}, 200),
    ):
        answer = await call(http, open_salon, token=await program.gets_door_token(), **headers)
        assert answer.status_code == status, headers


async def test_only_so_many_calls_a_minute(
    http: httpx.AsyncClient, core: BookingCore, open_salon: DemoSalon
) -> None:
    slow = await program_of(http, core, open_salon, limits=Limits(3, 10))
    token = await slow.gets_door_token()
    answers = [await call(http, open_salon, token=token) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert int(answers[-1].headers["Retry-After"]) > 0


async def test_what_foreign_pages_send_through_a_visitor_takes_nothing_from_them(
    http: httpx.AsyncClient, core: BookingCore, open_salon: DemoSalon
) -> None:
    slow = await program_of(http, core, open_salon, limits=Limits(3, 10))
    token = await slow.gets_door_token()
    for _ in range(5):
        foreign = await call(http, open_salon, token=token, Origin="https://evil.example")
        assert foreign.status_code == 403
    answers = [await call(http, open_salon, token=token) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]


async def test_nothing_but_a_post_of_a_bounded_length_is_read(
    http: httpx.AsyncClient, open_salon: DemoSalon, program: Program
) -> None:
    door = f"/o/{open_salon.organization_id}/mcp"
    bearer = {"Authorization": f"Bearer {await program.gets_door_token()}"}
    for method in ("GET", "DELETE"):
        answer = await http.request(method, door, headers=bearer)
        assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert (await http.post(door, content=b"x" * 70_000, headers=bearer)).status_code == 413
    for nonsense in (b"", b"[]", b"{", b'{"method": 1}', b'{"method":"tools/call","params":7}', b"\xff"):
        answer = await http.post(
            door,
            content=nonsense,
            headers=bearer
            | {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"},
        )
        assert 400 <= answer.status_code < 500, nonsense


async def test_a_tool_nobody_knows_is_an_error_of_the_protocol(agent: Agent) -> None:
    with pytest.raises(MCPError) as error:
        await agent.calls("drop_tables")
    assert error.value.error.code == types.INVALID_PARAMS


PING = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
NO_MESSAGES: tuple[object, ...] = (
    [],
    [PING],
    [PING, PING],
    "ping",
    7,
    None,
    {},
    *({**PING, "id": one} for one in ({"a": 1}, None, [1], True, 1.5)),
    {**PING, "jsonrpc": "1.0"},
    {**PING, "method": 5},
    {**PING, "params": "x"},
    {**PING, "params": [1]},
    {"id": 1, "method": "ping"},
)


@pytest.mark.parametrize("message", NO_MESSAGES, ids=str)
async def test_what_is_no_message_is_answered_with_a_plain_error(
    http: httpx.AsyncClient, open_salon: DemoSalon, program: Program, message: object
) -> None:
    headers = {
        "Authorization": f"Bearer {await program.gets_door_token()}",
        "Accept": "application/json, text/event-stream",
        "Content-Type": "application/json",
    }
    door = f"/o/{open_salon.organization_id}/mcp"
    answer = await http.post(door, content=json.dumps(message), headers=headers)
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (400, -32600)
    assert not {"JSONRPC", "validation", "pydantic", "union"} & set(re.findall(r"\w+", error["message"]))
