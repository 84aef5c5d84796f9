"""Somebody at the API or the MCP door, what they have, what they ask, and what comes of it."""

from collections.abc import AsyncIterator, Iterable
from typing import Any

import httpx
import pytest
from msgspec import Struct
from sqlalchemy import text

from booking_core.access.scopes import Scope
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.attack.access.things import Things, things
from tests.attack.access.twisted_requests import Headers, SentRequest, json_request
from tests.attack.outages.over_http.test_over_http import PLENTY
from tests.web.api.conftest import Program, program_of
from tests.web.mcp.conftest import MODERN, allows
from tests.web.mcp.test_scopes import SCOPE_OF

LEGACY = "2025-06-18"
ERAS = (MODERN, LEGACY)


ANYTHING = frozenset(SCOPE_OF)
# Tokens last ten minutes; addresses without one may ask so often a minute.
RENEWED_EVERY, FORGOTTEN_EVERY = 2_000, 50


class Caller(Struct):
    """Somebody at a door, and which tools are none of theirs. Whoever has no scope comes without a token."""

    name: str
    program: Program
    scopes: tuple[Scope, ...]
    forbidden: frozenset[str]
    headers: Headers = ()
    is_of_the_door: bool = True

    async def renew(self) -> None:
        if self.scopes:
            get = self.program.gets_door_token if self.is_of_the_door else self.program.gets_token
            self.headers = (("Authorization", f"Bearer {await get(scope=' '.join(self.scopes))}"),)


def tools_of(scope: Scope) -> frozenset[str]:
    return frozenset(tool for tool, needed in SCOPE_OF.items() if needed is scope)


def call_of(mine: Things, tool: str, era: str, headers: Headers) -> SentRequest:
    """A call of the tool that is right in every other way."""
    meta: dict[str, Any] = {"progressToken": 1}
    if era == MODERN:
        meta = {
            "io.modelcontextprotocol/protocolVersion": MODERN,
            "io.modelcontextprotocol/clientCapabilities": {},
        }
    message = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "tools/call",
        "params": {"_meta": meta, "name": tool, "arguments": mine.arguments(tool)},
    }
    return json_request(
        "POST",
        mine.door,
        message,
        ("Accept", "application/json, text/event-stream"),
        ("MCP-Protocol-Version", era),
        *((("Mcp-Method", "tools/call"), ("Mcp-Name", tool)) if era == MODERN else ()),
        *headers,
    )


def operation_call(mine: Things, method: str, path: str, operation: str, headers: Headers) -> SentRequest:
    ids = {"hold_id": mine.hold_id, "appointment_id": mine.appointment_id}
    tool = {
        "hold": "create_hold",
        "extend_hold": "extend_hold",
        "release_hold": "release_hold",
        "confirm": "create_booking",
        "reschedule": "reschedule_booking",
        "cancel": "cancel_booking",
        "approve": "approve_booking",
        "decline": "decline_booking",
        "displace": "ask_for_another_time",
        "complete": "complete_booking",
        "no_show": "record_no_show",
    }.get(operation, "")
    body = {name: value for name, value in mine.arguments(tool).items() if name != "customer_agreed"}
    for name, id_ in ids.items():
        path = path.replace(f"{{{name}}}", id_)
    service = mine.program.salon.services["Haircut"]
    query = f"?service_id={service}&date=2026-11-25" if method == "GET" and "availability" in path else ""
    return json_request(method, path + query, body, ("Idempotency-Key", new_id("key")), *headers)


def is_of(answer: httpx.Response, scope: Scope, operations: Iterable[Any]) -> bool:
    """Whether another method made it a call of another operation, which is the token's own."""
    path = answer.request.url.path
    return answer.request.method == "OPTIONS" or any(
        operation.scope is scope and path.startswith(known.partition("{")[0])
        for _, known, operation in operations
    )


async def send(http: httpx.AsyncClient, request: SentRequest) -> httpx.Response:
    url = http.base_url.copy_with(raw_path=request.path.encode())
    return await http.request(request.method, url, headers=list(request.headers), content=request.body)


def outcome(answer: httpx.Response) -> dict[str, Any] | None:
    """What a tool said, be it a refusal; None where no tool was reached."""
    try:
        told = answer.json()
    except ValueError:
        return None
    messages = told if isinstance(told, list) else [told]
    results = [one.get("result") for one in messages if isinstance(one, dict)]
    return next((one for one in results if isinstance(one, dict) and "content" in one), None)


async def state_of(core: BookingCore, mine: Things) -> list[Any]:
    """Appointments, holds and audit entries of the business: who was entitled by what to do which."""
    states = []
    async with core.sessions() as session:
        for statement in (
            "SELECT id, status, starts_at, version FROM appointments WHERE organization_id = :id ORDER BY id",
            "SELECT id, status, expires_at FROM holds WHERE organization_id = :id ORDER BY id",
            "SELECT id, proof, action FROM audit WHERE organization_id = :id ORDER BY id",
        ):
            rows = await session.execute(text(statement), {"id": mine.program.salon.organization_id})
            states.append([tuple(row) for row in rows])
    return states


async def forget_rates(core: BookingCore) -> None:
    async for key in core.redis.scan_iter("rate:*"):
        await core.redis.delete(key)


@pytest.fixture
async def mine(http: httpx.AsyncClient, core: BookingCore, salon: DemoSalon) -> AsyncIterator[Things]:
    await allows(core, salon)
    yield await things(await program_of(http, core, salon, limits=PLENTY))
    await forget_rates(core)
