"""What is no message to the MCP door, or too long for one, is answered with a plain error."""

import json
import re

import httpx
import mcp_types as types
import pytest
from mcp.shared.exceptions import MCPError

from booking_core.maintenance.demo import DemoSalon
from tests.web.api.conftest import Program
from tests.web.mcp.conftest import Agent


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
