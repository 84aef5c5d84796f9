"""`zimun api-client`: made, listed, rotated and revoked on the command line, and known to the running server
at once."""

import asyncio
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest

from booking_core.maintenance.demo import DemoSalon
from tests.operations.databases import ask, installation
from tests.places import TABLES
from web.embedded import EmbeddedServers

GRANT = {"grant_type": "client_credentials"}


@pytest.fixture
def environment(servers: EmbeddedServers, tmp_path: Path) -> dict[str, str]:
    return {
        "DATABASE_URL": servers.database_url,
        "REDIS_URL": servers.redis_url,
        "SECRET_KEY": "a key that only the tests know, and long",
        "DATA_DIR": str(tmp_path),
    }


async def ran(environment: dict[str, str], *words: str) -> tuple[int, str]:
    done = await asyncio.to_thread(ask, environment, "api-client", *words)
    return done.exit_code, done.stdout or done.stderr


async def tell(environment: dict[str, str], *words: str) -> Any:
    code, said = await ran(environment, *words, "--json")
    assert code == 0, said
    return msgspec.json.decode(said)


async def test_a_client_from_its_making_to_its_end(
    environment: dict[str, str], http: httpx.AsyncClient, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    own = ("--organization", salon.organization_id)
    made = await tell(environment, "create", "Till", "--scope", "org:read", *own)
    assert set(made) == {"client_id", "client_secret", "organization_id", "scopes"}
    assert (made["organization_id"], made["scopes"]) == (salon.organization_id, ["org:read"])

    async def status(secret: str) -> int:
        return (await http.post("/oauth/token", data=GRANT, auth=(made["client_id"], secret))).status_code

    assert await status(made["client_secret"]) == 200
    rotated = await tell(environment, "rotate", made["client_id"], *own)
    assert [await status(one["client_secret"]) for one in (made, rotated)] == [200, 200]
    listed = await tell(environment, "list", *own)
    assert [one["name"] for one in listed] == ["Till"]
    assert "client_secret" not in listed[0]
    other = ("--organization", other_salon.organization_id)
    for command in (("rotate",), ("limit", "--bookings-per-day", "1"), ("revoke",)):
        assert (await ran(environment, *command, made["client_id"], *other))[0] == 1
    assert await status(rotated["client_secret"]) == 200
    assert (await ran(environment, "revoke", made["client_id"], *own))[0] == 0
    assert await status(rotated["client_secret"]) == 401
    assert (await ran(environment, "revoke", made["client_id"], *own))[0] == 0


async def test_a_list_for_people_cuts_nothing_to_the_width_of_a_screen(
    environment: dict[str, str], salon: DemoSalon
) -> None:
    own = ("--organization", salon.organization_id)
    scopes = ("org:read", "availability:read", "appointments:read", "appointments:write", "webhooks:write")
    named = [word for scope in scopes for word in ("--scope", scope)]
    made = await tell(environment, "create", "Till [1]", *named, *own)
    _, said = await ran(environment | {"COLUMNS": "40"}, "list", *own)
    first, second = said.splitlines()
    assert first == f"{made['client_id']}  Till [1]  (never used)"
    assert second.split() == made["scopes"]
    assert set(second.split()) == set(scopes)


async def test_what_cannot_be_made(environment: dict[str, str]) -> None:
    assert (await ran(environment, "create", "Till"))[0] == 2
    assert (await ran(environment, "create", "Till", "--scope", "everything"))[0] == 2
    code, said = await ran(environment, "create", "Till", "--scope", "org:read", "--organization", "o_none")
    assert (code, "no such organization" in said) == (1, True)


def test_without_an_organization_it_says_how_one_is_made(servers: EmbeddedServers, tmp_path: Path) -> None:
    with installation(servers, tmp_path, like=TABLES) as new:
        refused = new.asks("api-client", "create", "Till", "--scope", "org:read")
    assert (refused.exit_code, "zimun init" in refused.output) == (1, True)


async def test_how_much_a_client_books_is_said_at_its_making_and_later(
    environment: dict[str, str], salon: DemoSalon
) -> None:
    own = ("--organization", salon.organization_id)
    made = await tell(environment, "create", "Till", "--scope", "org:read", "--bookings-per-day", "5", *own)

    async def may_book() -> Any:
        (listed,) = await tell(environment, "list", *own)
        return listed["bookings_per_day"]

    assert await may_book() == 5
    for number, kept in (("70", 70), ("0", None)):
        code, _ = await ran(environment, "limit", made["client_id"], "--bookings-per-day", number, *own)
        assert (code, await may_book()) == (0, kept)
    assert (await ran(environment, "limit", "cli_nobody", "--bookings-per-day", "1", *own))[0] == 1


async def test_booking_rules_are_told_and_changed(environment: dict[str, str], salon: DemoSalon) -> None:
    own = ("--organization", salon.organization_id)

    async def rules(*changed: str) -> str:
        done = await asyncio.to_thread(ask, environment, "booking-rules", *changed, *own)
        assert done.exit_code == 0, done.output
        return done.output

    assert "upcoming per contact       5" in await rules()
    assert "upcoming per contact       8" in await rules("--upcoming-per-contact", "8")
    verified = await rules("--verify-contact")
    assert "verify contact             yes" in verified
    assert "No mail server is set" in verified
    assert "upcoming per contact       8" in await rules("--no-verify-contact")
