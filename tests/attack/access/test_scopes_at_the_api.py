"""Tokens of one scope at the API, writers into a conversation of somebody else, and forms that ask for more:
nobody does what they may not."""

import httpx
import pytest
from sqlalchemy import text

from booking_core.access.scopes import Scope
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.attack.access.callers import (
    ANYTHING,
    RENEWED_EVERY,
    Caller,
    is_of,
    mine,
    operation_call,
    send,
    state_of,
)
from tests.attack.access.things import Things
from tests.attack.access.twisted_requests import JSON, json_request, twists
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.attack.outages.over_http.test_over_http import PLENTY
from tests.web.api.access.test_scopes import routes
from tests.web.api.conftest import api_clock, api_url, http, program_of, webhook_port

__all__ = ["api_clock", "api_url", "http", "mine", "webhook_port"]


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
        answer = await send(mine.program.http, request)
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
        answer = await send(http, twist(json_request("POST", path, body, *headers)))
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
    async with core.sessions() as session, session.begin():
        scopes = await session.scalars(
            text("SELECT DISTINCT unnest(scopes) FROM access_tokens WHERE client_id = :client"),
            {"client": program.client_id},
        )
        assert set(scopes) == {"org:read"}
