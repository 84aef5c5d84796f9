"""Where there are several organizations no command guesses which one is meant."""

import asyncio
from collections.abc import Iterator

import click
import pytest

from tests.operations.commands.init.bakery import BAKERY
from tests.operations.databases import Installation, installation
from tests.places import TABLES
from web.cli import main
from web.commands.database.demo import begin_business
from web.embedded import EmbeddedServers
from web.settings import Settings

SALON = "Salon Lavender"
ACTS_ON_ONE = (
    ("mcp-door",),
    ("mcp-door", "--open"),
    ("api-client", "create", "A program", "--scope", "org:read"),
    ("api-client", "list"),
    ("api-client", "rotate", "cli_1"),
    ("api-client", "limit", "cli_1", "--bookings-per-day", "5"),
    ("api-client", "revoke", "cli_1"),
    ("booking-rules",),
    ("websites", "https://bread.example"),
    ("identity-key", "--renew"),
    ("erase", "ada@example.com"),
    ("operator", "add", "nora@bread.example"),
    ("operator", "list"),
    ("operator", "role", "nora@bread.example", "owner"),
    ("operator", "remove", "nora@bread.example"),
    ("operator", "withdraw", "nora@bread.example"),
    ("model", "show"),
    ("model", "forget"),
    ("model", "use", "http://127.0.0.1:1/v1", "some-model", "--key", "none"),
    ("apply", "/dev/null"),
    ("export",),
    ("import", "customers", "-"),
)

# What the commands that read a table are given.
TABLE = "name;email\nAda;ada@bread.example\n"


def test_every_command_for_one_of_several_organizations_is_among_those() -> None:
    having = {
        path for path, command in commands(main) if "organization" in {one.name for one in command.params}
    }
    assert having == {" ".join(words) for words in attempts_left()}


@pytest.fixture(scope="module")
def two(servers: EmbeddedServers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An installation with the demo and a business of somebody's own, which nobody changes."""
    with installation(servers, tmp_path_factory.mktemp("two"), like=TABLES) as made:
        made.said(*BAKERY)
        made.said("seed")
        yield made


@pytest.mark.parametrize("command", ACTS_ON_ONE, ids=" ".join)
def test_no_command_guesses_which_of_two_organizations_is_meant(
    two: Installation, command: tuple[str, ...]
) -> None:
    before = two.rows("organizations")
    refused = two.asks(*command, typed=TABLE)
    assert refused.exit_code == 1
    assert "--organization" in refused.output
    for name in (SALON, "Bread & Butter"):
        assert name in refused.output
    for row in before:
        assert str(row[0]) in refused.output
    assert two.rows("organizations") == before
    unknown = two.asks(*command, "--organization", "o_nobody", typed=TABLE)
    assert unknown.exit_code == 1
    assert "Bread & Butter" in unknown.output


@pytest.mark.parametrize("order", [("seed", "init"), ("init", "seed")])
def test_in_either_order_with_the_demo_the_business_is_the_one_that_is_served(
    migrated: Installation, order: tuple[str, str]
) -> None:
    for command in order:
        migrated.said(*(BAKERY if command == "init" else (command,)))
    settings = Settings(database_url=migrated.database_url, redis_url=migrated.redis_url)
    here = asyncio.run(begin_business(settings))
    assert (here.has_demo, here.login) == (True, None)
    names = {row[0]: row[1] for row in migrated.rows("(SELECT id, name FROM organizations) AS named")}
    assert names[here.organization_id] == "Bread & Butter"


def attempts_left() -> set[tuple[str, ...]]:
    groups = {"api-client", "model", "operator"}
    return {words[: 2 if words[0] in groups else 1] for words in ACTS_ON_ONE}


def commands(group: click.Group, *path: str) -> Iterator[tuple[str, click.Command]]:
    """Every command below a group, by what one types."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, *path, name)
        else:
            yield " ".join([*path, name]), command
