"""Who is let in at the MCP door, and what everybody else is told."""

from datetime import timedelta

import httpx

from booking_core.api_clients.api_client import ClientLimits
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.web.api.conftest import Program, later, program_of
from tests.web.mcp.conftest import allows
from tests.web.mcp.messages import call


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
    slow = await program_of(http, core, open_salon, limits=ClientLimits(3, 10))
    token = await slow.gets_door_token()
    answers = [await call(http, open_salon, token=token) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert int(answers[-1].headers["Retry-After"]) > 0


async def test_what_foreign_pages_send_through_a_visitor_takes_nothing_from_them(
    http: httpx.AsyncClient, core: BookingCore, open_salon: DemoSalon
) -> None:
    slow = await program_of(http, core, open_salon, limits=ClientLimits(3, 10))
    token = await slow.gets_door_token()
    for _ in range(5):
        foreign = await call(http, open_salon, token=token, Origin="https://evil.example")
        assert foreign.status_code == 403
    answers = [await call(http, open_salon, token=token) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
