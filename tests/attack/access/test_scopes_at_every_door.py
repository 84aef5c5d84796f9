"""Tokens of one scope, and people without any, with requests that parsers read differently: nobody does what
they may not."""

import random
from collections.abc import AsyncIterator, Iterable
from typing import Any

import httpx
import pytest
from msgspec import Struct
from sqlalchemy import text

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.attack.access.twisted_requests import JSON, Headers, SentRequest, is_json, json_request, twists
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.attack.outages.test_over_http import PLENTY
from tests.conftest import new_salon
from tests.web.api.access.test_scopes import routes
from tests.web.api.conftest import Program, api_clock, api_url, http, program_of, webhook_port
from tests.web.mcp.conftest import MODERN, allows
from tests.web.mcp.test_the_door import DECISIONS, READERS, SCOPE_OF, WRITERS
from web.access.scopes import Scope

__all__ = ["api_clock", "api_url", "http", "webhook_port"]

LEGACY = "2025-06-18"
ERAS = (MODERN, LEGACY)
START = "2026-11-25T10:00:00+01:00"
CUSTOMER = {"name": "Eve", "email": "eve@example.com"}
ANYTHING = frozenset(SCOPE_OF)
# Tokens last ten minutes; addresses without one may ask so often a minute.
RENEWED_EVERY, FORGOTTEN_EVERY = 2_000, 50


class Things(Struct, frozen=True):
    """What the client has: an appointment that may be moved and cancelled, one that waits for approval, and a
    hold."""

    program: Program
    appointment_id: str
    request_id: str
    hold_id: str

    @property
    def door(self) -> str:
        return f"/o/{self.program.salon.organization_id}/mcp"

    def arguments(self, tool: str) -> dict[str, Any]:
        """With which the tool would do its work for whoever may use it."""
        service = self.program.salon.services["Haircut"]
        return {
            "get_availability": {"service_id": service, "date": "2026-11-25"},
            "create_hold": {"service_id": service, "start": START},
            "extend_hold": {"hold_id": self.hold_id},
            "release_hold": {"hold_id": self.hold_id},
            "create_booking": {"hold_id": self.hold_id, "customer": CUSTOMER, "customer_agreed": True},
            "find_booking": {"appointment_id": self.appointment_id},
            "reschedule_booking": {"appointment_id": self.appointment_id, "start": START},
            "cancel_booking": {"appointment_id": self.appointment_id, "customer_agreed": True},
            "approve_booking": {"appointment_id": self.request_id},
            "decline_booking": {"appointment_id": self.request_id},
            "complete_booking": {"appointment_id": self.appointment_id},
            "record_no_show": {"appointment_id": self.appointment_id},
        }.get(tool, {})


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


@pytest.fixture
async def mine(http: httpx.AsyncClient, core: BookingCore, salon: DemoSalon) -> AsyncIterator[Things]:
    await allows(core, salon)
    yield await things(await program_of(http, core, salon, limits=PLENTY))
    await forget_rates(core)


async def things(program: Program) -> Things:
    slots = await program.slots()
    appointment, hold = await program.books(slots[0]), await program.holds(slots[6])
    asked = await program.books((await program.slots("Bridal styling", day="2026-11-26"))[0])
    return Things(program, appointment["id"], asked["id"], hold["hold_id"])


@pytest.mark.parametrize("era", ERAS)
async def test_a_token_does_nothing_beyond_its_scope_at_the_mcp_door(
    core: BookingCore, mine: Things, size: Sized, figures: Figures, era: str
) -> None:
    callers = [Caller(f"{scope}", mine.program, (scope,), ANYTHING - tools_of(scope), ()) for scope in Scope]
    await tried(core, mine, callers, era, size, figures)
    with_everything = Caller("all", mine.program, tuple(Scope), frozenset())
    await with_everything.renew()
    for tool in (*READERS, *WRITERS):
        answer = await sent(mine.program.http, call_of(mine, tool, era, with_everything.headers))
        assert outcome(answer) is not None, f"{tool} is not reached at all: {answer.text}"


@pytest.mark.parametrize("era", ERAS)
async def test_nobody_does_more_than_the_owner_lets_them_at_the_mcp_door(
    core: BookingCore, mine: Things, http: httpx.AsyncClient, size: Sized, figures: Figures, era: str
) -> None:
    stranger = Caller("nobody", mine.program, (), ANYTHING)
    foreign = Caller(
        "another salon",
        await program_of(http, core, await new_salon(core), limits=PLENTY),
        tuple(Scope),
        ANYTHING,
    )
    await tried(core, mine, [stranger, foreign], era, size, figures)
    await allows(core, mine.program.salon, public_reads=True)
    reader = Caller("a reader in public", mine.program, (), frozenset({*WRITERS, "find_booking"}))
    await tried(core, mine, [reader], era, size, figures)
    await allows(core, mine.program.salon, read_only=True)
    reader = Caller("everybody where nobody writes", mine.program, tuple(Scope), frozenset(WRITERS))
    await tried(core, mine, [reader], era, size, figures)


@pytest.mark.parametrize("era", ERAS)
async def test_a_token_issued_for_elsewhere_opens_nothing(
    core: BookingCore, mine: Things, size: Sized, figures: Figures, era: str
) -> None:
    of_the_api = Caller("a token of the API", mine.program, tuple(Scope), ANYTHING, is_of_the_door=False)
    await tried(core, mine, [of_the_api], era, size, figures)


@pytest.mark.parametrize("era", ERAS)
async def test_nobody_decides_for_the_business_without_the_scope_for_it(
    core: BookingCore, mine: Things, era: str
) -> None:
    """Not anybody who may book, nor a token of everything else: each would approve its own request."""
    await allows(core, mine.program.salon, anonymous_booking=True)
    others = tuple(scope for scope in Scope if scope is not Scope.APPOINTMENTS_MANAGE)
    before = await state_of(core, mine)
    for caller in (
        Caller("anybody", mine.program, (), frozenset(DECISIONS)),
        Caller("every other scope", mine.program, others, frozenset(DECISIONS)),
    ):
        await caller.renew()
        for tool in sorted(caller.forbidden):
            answer = await sent(mine.program.http, call_of(mine, tool, era, caller.headers))
            assert outcome(answer) is None, f"{caller.name}: {tool}: {answer.text[:200]}"
    assert await state_of(core, mine) == before


async def tried(
    core: BookingCore, mine: Things, callers: list[Caller], era: str, size: Sized, figures: Figures
) -> None:
    """Every twist of every forbidden call. Nothing is answered by a tool, nothing changes, the audit names no
    scope but theirs."""
    pairs = [(caller, tool) for caller in callers for tool in sorted(caller.forbidden)]
    known, before = list(twists()), await state_of(core, mine)
    chosen = [
        (caller, tool, twist)
        for number, twist in enumerate(known)
        for caller, tool in (pairs if size(1, 0) else [pairs[(number * 7) % len(pairs)]])
    ]
    beyond = []
    for number, (caller, tool, (name, twist)) in enumerate(chosen):
        if number % RENEWED_EVERY == 0:
            for one in callers:
                await one.renew()
        if number % FORGOTTEN_EVERY == 0:
            await forget_rates(core)
        request = twist(call_of(mine, tool, era, caller.headers))
        answer = await sent(mine.program.http, request)
        asked = f"{caller.name}: {tool}, {name}: {answer.status_code} {answer.text[:200]}"
        assert answer.status_code < 500, asked
        assert answer.status_code >= 400 or is_json(request.body), f"One reads what another cannot: {asked}"
        if outcome(answer) is not None:
            beyond.append(f"{caller.name}: {tool}, {name}")
    figures.note(twists=len(known), requests=len(chosen), beyond=len(beyond))
    assert not beyond, f"{len(beyond)} of {len(chosen)}, such as {random.sample(beyond, min(5, len(beyond)))}"
    assert await state_of(core, mine) == before


async def test_a_token_does_nothing_beyond_its_scope_at_the_api(
    core: BookingCore, mine: Things, size: Sized, figures: Figures
) -> None:
    operations = [(method, path, operation) for method, path, operation in routes() if operation]
    callers = {
        scope: Caller(f"{scope}", mine.program, (scope,), ANYTHING, is_of_the_door=False) for scope in Scope
    }
    pairs = [(scope, one) for scope in Scope for one in operations if one[2].scope is not scope]
    known, before = list(twists()), await state_of(core, mine)
    chosen = [
        (scope, one, twist)
        for number, twist in enumerate(known)
        for scope, one in (pairs if size(1, 0) else [pairs[(number * 7) % len(pairs)]])
    ]
    for number, (scope, (method, path, operation), (name, twist)) in enumerate(chosen):
        if number % RENEWED_EVERY == 0:
            for one in callers.values():
                await one.renew()
        request = twist(operation_call(mine, method, path, operation.name, callers[scope].headers))
        answer = await sent(mine.program.http, request)
        asked = f"{scope}: {request.method} {request.path}, {name}: {answer.status_code} {answer.text[:200]}"
        own = answer.status_code < 300 and request.method != method
        assert 300 <= answer.status_code < 500 or (own and is_of(answer, scope, operations)), asked
    figures.note(twists=len(known), operations=len(operations), requests=len(chosen), beyond=0)
    assert await state_of(core, mine) == before


@pytest.mark.parametrize("door", ["/chat/v1/conversations/{id}/messages", "/chat/v1/conversations/{id}/end"])
async def test_nobody_writes_into_another_conversation(
    http: httpx.AsyncClient, core: BookingCore, salon: DemoSalon, door: str
) -> None:
    opened = [
        (await http.post("/chat/v1/conversations", json={"organization_id": salon.organization_id})).json()
        for _ in range(2)
    ]
    headers = (("Authorization", f"Bearer {opened[0]['token']}"),)
    body = {"client_msg_id": new_id("m"), "text": "Cancel everything"}
    for name, twist in twists():
        path = door.replace("{id}", opened[1]["conversation_id"])
        answer = await sent(http, twist(json_request("POST", path, body, *headers)))
        assert 300 <= answer.status_code < 500 or answer.request.method == "OPTIONS", f"{name}: {answer.text}"


FORMS = (
    "scope=appointments:write&scope=org:read",
    "scope=org:read&scope=appointments:write",
    "scope=org:read;scope=appointments:write",
    "sc%6fpe=appointments:write&scope=org:read",
    "scope=org:read&sc%6Fpe=appointments:write",
    "scope=org:read%20appointments:write",
    "scope=org:read+appointments:write",
    "scope=org:read%00appointments:write",
    "scope=org:read%0aappointments:write",
    "scope=org:read%c2%a0appointments:write",
    "scope=appointments%3awrite",
    "scope=appointments:writ%65",
    "scope=APPOINTMENTS:WRITE",
    "scope=%ef%bc%81ppointments:write",
    "scope=*",
    "scope=",
    "scope[]=appointments:write",
    "scope[0]=appointments:write",
    "scope=['appointments:write']",
    "scope=org:read%26scope=appointments:write",
    "scope=appointments:write%ff",
    "scope=%c0%afappointments:write",
    "audience=x&scopes=appointments:write",
    "SCOPE=appointments:write",
    "scope=org:read&client_id=cli_x",
    "&&&scope=appointments:write",
    "=appointments:write",
    "scope",
)


async def test_no_form_gives_a_token_more_than_its_client_has(
    http: httpx.AsyncClient, core: BookingCore, salon: DemoSalon
) -> None:
    program = await program_of(http, core, salon, Scope.ORG_READ, limits=PLENTY)
    auth = httpx.BasicAuth(program.client_id, program.secret)
    for form in FORMS:
        for media_type in ("application/x-www-form-urlencoded", f"{JSON}", "text/plain", ""):
            for content in (f"grant_type=client_credentials&{form}", f"{form}&grant_type=client_credentials"):
                answer = await http.post(
                    "/oauth/token",
                    content=content.encode(),
                    headers={"Content-Type": media_type} if media_type else {},
                    auth=auth,
                )
                assert answer.status_code in (200, 400, 401), f"{content} {media_type}: {answer.text}"
                assert answer.status_code != 200 or answer.json()["scope"] == "org:read", content
    async with core.sessions() as session:
        scopes = await session.scalars(
            text("SELECT DISTINCT unnest(scopes) FROM access_tokens WHERE client_id = :client"),
            {"client": program.client_id},
        )
        assert set(scopes) == {"org:read"}


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


async def sent(http: httpx.AsyncClient, request: SentRequest) -> httpx.Response:
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
