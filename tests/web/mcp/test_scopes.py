"""Which tools somebody sees and may call: by their scopes, and by what the owner allows."""

import httpx
import pytest
from mcp.shared.exceptions import MCPError

from booking_core.access.scopes import Scope
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.api.conftest import program_of
from tests.web.mcp.conftest import Agent, allows
from tests.web.mcp.messages import call

READERS = {"list_locations", "list_services", "get_availability", "find_booking"}


DECISIONS = {
    "approve_booking",
    "decline_booking",
    "ask_for_another_time",
    "complete_booking",
    "record_no_show",
}


WRITERS = {
    "create_hold",
    "extend_hold",
    "release_hold",
    "create_booking",
    "reschedule_booking",
    "cancel_booking",
    *DECISIONS,
}


DESTROYERS = {
    "reschedule_booking",
    "cancel_booking",
    "decline_booking",
    "ask_for_another_time",
    "record_no_show",
}


SCOPE_OF = {
    "list_locations": Scope.ORG_READ,
    "list_services": Scope.ORG_READ,
    "get_availability": Scope.AVAILABILITY_READ,
    "find_booking": Scope.APPOINTMENTS_READ,
    **dict.fromkeys(WRITERS, Scope.APPOINTMENTS_WRITE),
    **dict.fromkeys(DECISIONS, Scope.APPOINTMENTS_MANAGE),
}


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
