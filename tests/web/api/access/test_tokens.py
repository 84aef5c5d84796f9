"""Tokens: how a client gets one, what it is good for, and when it ends. The errors are those of RFC 6749
§5.2."""

import base64
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import text

from booking_core.access.scopes import Scope
from booking_core.api_clients.api_client import ApiClient, rotate
from booking_core.api_clients.arrange import revoke_client
from booking_core.api_clients.tokens import bearer_of
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.cast import owner_of
from tests.web.api.conftest import Program, program_of

GRANT = {"grant_type": "client_credentials"}


async def asks(program: Program, secret: str | None = None, **form: str) -> httpx.Response:
    return await program.http.post(
        "/oauth/token", data=GRANT | form, auth=(program.client_id, secret or program.secret)
    )


async def test_a_token_is_not_to_be_stored(program: Program) -> None:
    answer = await asks(program)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.json()["token_type"] == "Bearer"
    assert answer.json()["expires_in"] == 600
    assert set(answer.json()["scope"].split()) == set(Scope)


async def test_the_secret_may_come_in_the_form(program: Program) -> None:
    form = GRANT | {"client_id": program.client_id, "client_secret": program.secret}
    assert (await program.http.post("/oauth/token", data=form)).status_code == 200


async def test_scope_narrows(program: Program) -> None:
    answer = await asks(program, scope="availability:read org:read")
    assert answer.json()["scope"] == "org:read availability:read"
    headers = {"Authorization": f"Bearer {answer.json()['access_token']}"}
    assert (await program.http.get("/api/v1/services", headers=headers)).status_code == 200
    refused = await program.http.get("/api/v1/appointments", headers=headers)
    assert refused.status_code == 403
    assert refused.json()["code"] == "insufficient_scope"
    assert refused.json()["details"] == {"scope": "appointments:read"}
    assert 'scope="appointments:read"' in refused.headers["WWW-Authenticate"]


@pytest.mark.parametrize(
    ("form", "error", "status"),
    [
        ({}, "invalid_request", 400),
        ({"grant_type": ""}, "invalid_request", 400),
        ({"grant_type": "password"}, "unsupported_grant_type", 400),
        ({"grant_type": "authorization_code", "code": "x"}, "unsupported_grant_type", 400),
        (GRANT | {"scope": "everything"}, "invalid_scope", 400),
        (GRANT | {"scope": "org:read everything"}, "invalid_scope", 400),
        (GRANT | {"resource": "https://elsewhere.example"}, "invalid_target", 400),
        (GRANT | {"resource": "https://elsewhere.example#part"}, "invalid_target", 400),
        (GRANT | {"client_id": "cli_another"}, "invalid_request", 400),
        (GRANT | {"client_secret": "twice"}, "invalid_request", 400),
        (GRANT | {"scope": "org:\x00read"}, "invalid_request", 400),
    ],
)
async def test_a_wrong_form(program: Program, form: dict[str, str], error: str, status: int) -> None:
    answer = await program.http.post("/oauth/token", data=form, auth=(program.client_id, program.secret))
    assert (answer.status_code, answer.json()["error"]) == (status, error), answer.text
    assert answer.headers["Cache-Control"] == "no-store"


async def test_a_scope_the_client_does_not_have(
    http: httpx.AsyncClient, core: BookingCore, salon: DemoSalon
) -> None:
    program = await program_of(http, core, salon, Scope.ORG_READ)
    assert (await asks(program, scope="appointments:write")).json()["error"] == "invalid_scope"


@pytest.mark.parametrize(
    "authorization",
    [
        "Basic !!!",
        "Basic " + base64.b64encode(b"nobody:nothing").decode(),
        "Basic " + base64.b64encode(b"no colon").decode(),
        "Basic " + base64.b64encode(b"\xff\xfe:\xff").decode(),
        "Basic " + base64.b64encode(b"a\x00b:c").decode(),
        "Bearer abc",
        "Basic",
    ],
)
async def test_an_unknown_client(http: httpx.AsyncClient, authorization: str) -> None:
    answer = await http.post("/oauth/token", data=GRANT, headers={"Authorization": authorization})
    assert (answer.status_code, answer.json()["error"]) == (401, "invalid_client")
    assert answer.headers["WWW-Authenticate"].startswith("Basic")


async def test_a_wrong_secret(program: Program) -> None:
    assert (await asks(program, secret="wrong")).status_code == 401
    missing = await program.http.post("/oauth/token", data=GRANT | {"client_id": program.client_id})
    assert missing.json()["error"] == "invalid_client"


async def test_a_parameter_twice_and_json_are_no_form(program: Program) -> None:
    content = {"Content-Type": "application/x-www-form-urlencoded"}
    twice = await program.http.post(
        "/oauth/token", content="grant_type=client_credentials&grant_type=client_credentials", headers=content
    )
    assert twice.json()["error"] == "invalid_request"
    broken = await program.http.post("/oauth/token", content=b"grant_type=%ff", headers=content)
    assert broken.json()["error"] == "invalid_request"
    assert (await program.http.post("/oauth/token", json=GRANT)).json()["error"] == "invalid_request"


async def test_a_token_for_this_address_works_and_for_a_part_of_it_only_there(
    program: Program, api_url: str
) -> None:
    here = (await asks(program, resource=f"{api_url}/api/v1")).json()["access_token"]
    there = (await asks(program, resource=f"{api_url}/o/somewhere/mcp")).json()["access_token"]
    for token, status in ((here, 200), (there, 401)):
        answer = await program.http.get("/api/v1/services", headers={"Authorization": f"Bearer {token}"})
        assert answer.status_code == status


@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "Bearer",
        "Basic abc",
        "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJjbGllbnQifQ.",
        "Bearer " + "a" * 5000,
    ],
)
async def test_without_a_valid_token_nobody_comes_in(
    http: httpx.AsyncClient, authorization: str | None
) -> None:
    headers = {} if authorization is None else {"Authorization": authorization}
    answer = await http.get("/api/v1/services", headers=headers)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith('Bearer realm="zimun"')
    assert answer.headers["Content-Type"] == "application/problem+json"


async def test_a_revoked_token_is_refused_at_once(program: Program) -> None:
    auth = (program.client_id, program.secret)
    assert (await program.gets("/services")).status_code == 200
    revoked = await program.http.post("/oauth/revoke", data={"token": program.token}, auth=auth)
    assert revoked.status_code == 200
    refused = await program.gets("/services")
    assert refused.json()["code"] == "invalid_token"
    assert 'error="invalid_token"' in refused.headers["WWW-Authenticate"]
    unknown = await program.http.post("/oauth/revoke", data={"token": "unknown"}, auth=auth)
    assert unknown.status_code == 200
    assert (await program.http.post("/oauth/revoke", data={}, auth=auth)).json()["error"] == "invalid_request"
    assert (await program.http.post("/oauth/revoke", data={"token": "x"})).status_code == 401


async def test_nobody_revokes_anothers_token(program: Program, other_program: Program) -> None:
    other = (other_program.client_id, other_program.secret)
    await program.http.post("/oauth/revoke", data={"token": program.token}, auth=other)
    assert (await program.gets("/services")).status_code == 200


async def test_a_revoked_client_loses_everything_at_once(program: Program, core: BookingCore) -> None:
    here = program.salon.organization_id
    await core.transaction(here, owner_of(here), lambda desk: revoke_client(desk, program.client_id))
    assert (await program.gets("/services")).status_code == 401
    assert (await asks(program)).json()["error"] == "invalid_client"


async def test_two_secrets_work_while_one_is_being_exchanged(program: Program, core: BookingCore) -> None:
    secrets = [program.secret]
    for _ in range(2):
        async with core.sessions() as session, session.begin():
            client = await session.get_one(ApiClient, program.client_id)
            secrets.append(rotate(client).secret)
    statuses = [(await asks(program, secret=secret)).status_code for secret in secrets]
    assert statuses == [401, 200, 200]


async def test_a_token_ends_after_ten_minutes(
    program: Program, core: BookingCore, clock: FrozenClock
) -> None:
    async with core.sessions() as session, session.begin():
        clock.advance(timedelta(minutes=9, seconds=59))
        assert await bearer_of(session, program.token, clock.now()) is not None
        clock.advance(timedelta(seconds=1))
        assert await bearer_of(session, program.token, clock.now()) is None


async def test_secrets_and_tokens_are_kept_only_as_hashes(program: Program, core: BookingCore) -> None:
    async with core.sessions() as session:
        for table in ("api_clients", "access_tokens"):
            rows = (await session.execute(text(f"SELECT {table}::text FROM {table}"))).scalars().all()
            assert rows
            assert not any(program.secret in row or program.token in row for row in rows)


async def test_being_used_is_noted(program: Program, core: BookingCore) -> None:
    async with core.sessions() as session, session.begin():
        assert (await session.get_one(ApiClient, program.client_id)).last_used_at == core.clock.now()


async def test_the_metadata_names_our_own_doors(http: httpx.AsyncClient, api_url: str) -> None:
    metadata = (await http.get("/.well-known/oauth-authorization-server")).json()
    assert metadata["issuer"] == api_url
    assert metadata["token_endpoint"] == f"{api_url}/oauth/token"
    assert metadata["grant_types_supported"] == ["client_credentials"]
    assert set(metadata["scopes_supported"]) == set(Scope)


@pytest.mark.parametrize(
    "form", ["scope=", "scope=%20", "client_id=", "client_secret=", "resource=", "unheard_of="]
)
async def test_a_parameter_without_a_value_is_as_if_it_were_not_there(program: Program, form: str) -> None:
    """RFC 6749 §3.2."""
    answer = await program.http.post(
        "/oauth/token",
        content=f"grant_type=client_credentials&{form}",
        headers={"Content-Type": "application/x-www-form-urlencoded"},
        auth=(program.client_id, program.secret),
    )
    assert answer.status_code == 200, answer.text
    assert set(answer.json()["scope"].split()) == set(Scope)


async def test_a_parameter_without_a_value_is_there_twice_all_the_same(program: Program) -> None:
    answer = await program.http.post(
        "/oauth/token",
        content="grant_type=client_credentials&scope=&scope=org:read",
        headers={"Content-Type": "application/x-www-form-urlencoded"},
        auth=(program.client_id, program.secret),
    )
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_request")
