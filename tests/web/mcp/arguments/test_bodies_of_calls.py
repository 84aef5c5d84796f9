"""Bodies of calls as MCP clients write them: arguments in a string, names given twice, and whatever a client
accepts as an answer."""

import json

import httpx
import pytest

from booking_core.maintenance.demo import DemoSalon
from tests.web.api.conftest import Program


async def post_body(
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


def call_body(arguments: str) -> str:
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
    answer = await post_body(
        http, open_salon, token, call_body(arguments), "application/json, text/event-stream"
    )
    assert answer.json()["result"]["structuredContent"]["services"]


@pytest.mark.parametrize(
    "accept", [None, "", "text/event-stream", "application/json", "*/*", "text/event-stream;q=0.9"]
)
async def test_whatever_a_client_accepts_it_is_answered(
    http: httpx.AsyncClient, open_salon: DemoSalon, program: Program, accept: str | None
) -> None:
    token = await program.gets_door_token()
    answer = await post_body(http, open_salon, token, call_body("{}"), accept)
    assert answer.status_code == 200
    text = answer.text
    if accept and accept.startswith("text/event-stream"):
        assert answer.headers["content-type"].startswith("text/event-stream")
        (text,) = (line.removeprefix("data: ") for line in text.splitlines() if line.startswith("data: "))
    assert json.loads(text)["result"]["structuredContent"]["services"]


@pytest.mark.parametrize(
    "body",
    [
        call_body('{"location_id":"a","location_id":"b"}'),
        call_body("{}").replace('"id":1', '"id":1,"id":2'),
        call_body('"{\\"location_id\\":\\"a\\",\\"location_id\\":\\"b\\"}"'),
    ],
)
async def test_two_members_of_one_name_are_refused(
    http: httpx.AsyncClient, open_salon: DemoSalon, program: Program, body: str
) -> None:
    answer = await post_body(http, open_salon, await program.gets_door_token(), body, "application/json")
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, -32700)
