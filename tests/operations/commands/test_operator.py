"""`zimun operator`: people who sign in, looked after from a shell."""

import asyncio
import json
import re
import shlex

import psycopg
import pytest

from tests.operations.commands.init.bakery import joins
from tests.operations.conftest import CHECKOUT
from tests.operations.databases import Installation

BAKERY = ("init", "--name", "Bread & Butter", "--email", "Ines@bread.example", "--time-zone", "Europe/Madrid")
PAGE = CHECKOUT / "docs" / "operators.md"


@pytest.fixture
def bakery(migrated: Installation) -> Installation:
    """A business whose owner has chosen a password."""
    chosen = "sourdough at dawn"
    done = migrated.asks(*BAKERY, "--ask-password", typed=f"{chosen}\n{chosen}\n")
    assert done.exit_code == 0, done.output
    return migrated


def team(bakery: Installation) -> dict[str, tuple[str, bool]]:
    people = json.loads(bakery.said("operator", "list", "--json"))
    return {one["email"]: (one["role"], one["joined"]) for one in people}


def test_somebody_is_invited_and_the_link_is_printed_once(bakery: Installation) -> None:
    told = json.loads(bakery.said("operator", "add", "Nora@bread.example", "--role", "manager", "--json"))
    assert told["link"].startswith("http://localhost:8000/console/link/")
    assert team(bakery) == {
        "ines@bread.example": ("owner", True),
        "nora@bread.example": ("manager", False),
    }
    token = told["link"].rpartition("/")[2]
    assert token not in bakery.said("operator", "list")
    assert not any(token in str(row) for row in bakery.rows("one_time_links"))


def test_an_invitation_is_listed_and_withdrawn(bakery: Installation) -> None:
    """Whoever has its link opens nothing with it any more; whoever joined is no invitation."""
    link = json.loads(bakery.said("operator", "add", "nora@bread.example", "--json"))["link"]
    assert "(invited, until " in bakery.said("operator", "list")
    assert "not invited any more" in bakery.said("operator", "withdraw", "Nora@Bread.example")
    assert team(bakery) == {"ines@bread.example": ("owner", True)}
    assert bakery.rows("one_time_links") == [] and link
    for nobody in ("nora@bread.example", "ines@bread.example"):
        refused = bakery.asks("operator", "withdraw", nobody)
        assert (refused.exit_code, "is not invited" in refused.output) == (1, True)


def test_a_link_is_printed_whole_for_people_too(bakery: Installation) -> None:
    lines = bakery.said("operator", "add", "nora@bread.example").splitlines()
    assert any(line.startswith("http://localhost:8000/console/link/") for line in lines)


def test_a_password_is_reset_by_a_link(bakery: Installation) -> None:
    told = bakery.said("operator", "reset", "INES@bread.example")
    assert "/console/link/" in told
    refused = bakery.asks("operator", "reset", "nobody@bread.example")
    assert refused.exit_code == 1
    assert "Nobody signs in with nobody@bread.example" in refused.output


@pytest.mark.parametrize(
    "command", [("role", "ines@bread.example", "member"), ("remove", "ines@bread.example")]
)
def test_the_only_owner_stays(bakery: Installation, command: tuple[str, ...]) -> None:
    refused = bakery.asks("operator", *command)
    assert refused.exit_code == 1
    assert "only owner" in refused.output
    assert team(bakery) == {"ines@bread.example": ("owner", True)}


@pytest.mark.parametrize("command", [("role", "x@bread.example", "member"), ("remove", "x@bread.example")])
def test_nobody_is_told_from_somebody(bakery: Installation, command: tuple[str, ...]) -> None:
    refused = bakery.asks("operator", *command)
    assert refused.exit_code == 1
    assert "does not work here" in refused.output


@pytest.mark.parametrize(
    "command", [("role", "{}", "owner"), ("remove", "{}"), ("reset", "{}"), ("export", "{}")]
)
def test_who_is_invited_has_not_joined_yet(bakery: Installation, command: tuple[str, ...]) -> None:
    bakery.said("operator", "add", "nora@bread.example")
    refused = bakery.asks("operator", *(one.format("nora@bread.example") for one in command))
    assert (refused.exit_code, "nora@bread.example has not joined yet" in refused.output) == (1, True)


def test_an_odd_address_is_refused(bakery: Installation) -> None:
    refused = bakery.asks("operator", "add", "nobody")
    assert refused.exit_code == 1
    assert "does not look right" in refused.output


def test_every_command_of_the_page_does_what_it_says(migrated: Installation) -> None:
    """Whoever is invited on the page joins, as they would."""
    said = []
    for line in commands_of(PAGE.read_text("utf-8")):
        said.append(migrated.said(*line))
        for link in re.findall(r"\S+/console/link/\S+", said[-1]):
            if "reset" not in line:
                asyncio.run(joins(migrated.database_url, link, "sourdough at dawn"))
    assert len(said) == 9
    assert "dana@example.com  manager  Ines" in said[3]
    assert "may not sign in here any more" in said[7]


def commands_of(page: str) -> list[list[str]]:
    """What the page's blocks of shell lines say, without the name of the program."""
    blocks = re.findall(r"```sh\n(.*?)```", page, re.DOTALL)
    lines = [shlex.split(line, comments=True) for block in blocks for line in block.splitlines()]
    assert {line[0] for line in lines} == {"zimun"}
    return [line[1:] for line in lines]


def test_somebody_reads_what_is_kept_of_them_and_no_secret(bakery: Installation) -> None:
    bakery.said("operator", "add", "nora@bread.example")
    told = json.loads(bakery.said("operator", "export", "Ines@Bread.example"))
    assert (told["email"], [one["role"] for one in told["memberships"]]) == ("ines@bread.example", ["owner"])
    assert told["language"] is None
    assert {"sessions", "passkeys", "authenticators", "links", "did"} <= told.keys()
    assert "nora" not in json.dumps(told)
    secrets = [str(one) for row in bakery.rows("accounts") for one in row if str(one).startswith("$")]
    assert secrets
    assert not any(one in json.dumps(told) for one in secrets)
    assert "Nobody signs in" in bakery.asks("operator", "export", "nobody@bread.example").output


def test_what_the_command_line_takes_away_is_told_of_the_command_line(bakery: Installation) -> None:
    bakery.said("operator", "reset", "ines@bread.example", "--second-factor")
    with psycopg.connect(bakery.database_url) as connection:
        noted = "SELECT door, actor, proof FROM audit WHERE action = 'account.second_factor_removed'"
        assert connection.execute(noted).fetchall() == [("system", "zimun", "the command line")]
    told = json.loads(bakery.said("operator", "export", "ines@bread.example"))
    assert ([one["kind"] for one in told["links"]], told["did"]) == (["password"], [])
    with psycopg.connect(bakery.database_url) as connection:
        connection.execute("UPDATE one_time_links SET used_at = now()")
    assert json.loads(bakery.said("operator", "export", "ines@bread.example"))["links"] == []
