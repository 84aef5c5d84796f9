"""`zimun init`: organizations and their owners, on a server of somebody else's and on our own."""

import asyncio
import json
from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner, Result

from tests.operations.commands.init.bakery import BAKERY, joins, may_sign_in
from tests.operations.databases import Installation
from web.cli import main
from web.commands.database.demo import begin_business
from web.settings import Settings


def test_the_owner_joins_by_a_link_and_the_doors_are_open_on_weekdays(empty: Installation) -> None:
    made = json.loads(empty.said(*BAKERY, "--json"))
    assert made["created"] is True
    asyncio.run(joins(empty.database_url, made["owner_link"], "sourdough at dawn"))
    assert asyncio.run(may_sign_in(empty.database_url, "ines@bread.example", "sourdough at dawn"))
    with psycopg.connect(empty.database_url) as connection:
        facts = connection.execute(
            "SELECT id, time_zone, country, currency, locale FROM organizations"
        ).fetchall()
        hours = connection.execute(
            "SELECT weekday, opens, closes FROM opening_windows WHERE location_id = %s ORDER BY weekday",
            [made["location_id"]],
        ).fetchall()
    assert facts == [(made["organization_id"], "Europe/Madrid", "ES", "EUR", "en")]
    assert hours == [(weekday, 540, 1080) for weekday in range(5)]


def test_a_repeat_changes_nothing_and_tells_the_link_until_there_is_an_owner(migrated: Installation) -> None:
    first = json.loads(migrated.said(*BAKERY, "--json"))
    second = json.loads(migrated.said(*BAKERY, "--json"))
    assert second == {**first, "location_id": None, "created": False}
    assert first["owner_link"] in migrated.said(*BAKERY)
    asyncio.run(joins(migrated.database_url, first["owner_link"], "sourdough at dawn"))
    assert json.loads(migrated.said(*BAKERY, "--json"))["owner_link"] is None
    assert "is there already" in migrated.said(*BAKERY)


def test_what_is_served_tells_the_link_until_there_is_an_owner(migrated: Installation) -> None:
    link = json.loads(migrated.said(*BAKERY, "--json"))["owner_link"]
    settings = Settings(
        database_url=migrated.database_url,
        redis_url=migrated.redis_url,
        secret_key="a key of thirty-two characters!!",
    )
    assert asyncio.run(begin_business(settings)).owner_link == link
    asyncio.run(joins(migrated.database_url, link, "sourdough at dawn"))
    assert asyncio.run(begin_business(settings)).owner_link is None


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--name", "Bread\nand rolls"),
        ("--name", "Bread\x1b[31m"),
        ("--name", " "),
        ("--name", "b" * 81),
        ("--email", "ines@bread"),
        ("--email", "ines@bread.example\nBcc: all@else.example"),
    ],
)
def test_what_no_settings_page_would_take_makes_no_business(option: str, value: str) -> None:
    """A line break would end up in the headers of its letters; nothing of a terminal's is printed back."""
    command = [*BAKERY]
    command[command.index(option) + 1] = value
    refused = CliRunner().invoke(main, command)
    assert refused.exit_code == 2
    assert option in refused.output
    assert "\x1b" not in refused.output


def test_one_server_has_several_businesses_and_each_is_made_once(migrated: Installation) -> None:
    calls = [
        BAKERY,
        ("init", "--name", "Another", "--email", "someone@else.example"),
        ("init", "--name", "Cakes", "--email", "Ines@bread.example"),
    ]
    made = [json.loads(migrated.said(*call, "--json")) for call in calls]
    again = [json.loads(migrated.said(*call, "--json")) for call in reversed(calls)][::-1]
    assert [one["created"] for one in made + again] == [True] * 3 + [False] * 3
    assert [one["organization_id"] for one in again] == [one["organization_id"] for one in made]
    assert [one["owner_link"] for one in again] == [one["owner_link"] for one in made]
    assert len(migrated.rows("organizations")) == 3


def test_a_name_that_has_an_owner_is_not_given_to_another(migrated: Installation) -> None:
    link = json.loads(migrated.said(*BAKERY, "--json"))["owner_link"]
    asyncio.run(joins(migrated.database_url, link, "sourdough at dawn"))
    refused = migrated.asks("init", "--name", "Bread & Butter", "--email", "someone@else.example")
    assert refused.exit_code == 1
    assert "Bread & Butter" in refused.output
    assert len(migrated.rows("organizations")) == 1


def test_who_owns_one_business_begins_another_with_the_same_account(migrated: Installation) -> None:
    link = json.loads(migrated.said(*BAKERY, "--json"))["owner_link"]
    asyncio.run(joins(migrated.database_url, link, "sourdough at dawn"))
    cakes = ("init", "--name", "Cakes", "--email", "ines@bread.example")
    chosen = "another password"
    refused = migrated.asks(*cakes, "--ask-password", typed=f"{chosen}\n{chosen}\n")
    assert refused.exit_code == 1
    assert "--ask-password" in refused.output
    link = json.loads(migrated.said(*cakes, "--json"))["owner_link"]
    asyncio.run(joins(migrated.database_url, link, "sourdough at dawn"))
    assert json.loads(migrated.said(*cakes, "--json"))["owner_link"] is None


def test_the_owner_may_choose_the_password_and_it_is_not_printed(migrated: Installation) -> None:
    chosen = "sourdough at dawn"
    done = migrated.asks(*BAKERY, "--ask-password", typed=f"{chosen}\n{chosen}\n")
    assert done.exit_code == 0
    assert chosen not in done.output
    assert asyncio.run(may_sign_in(migrated.database_url, "ines@bread.example", chosen))


def test_a_short_password_is_refused(migrated: Installation) -> None:
    refused = migrated.asks(*BAKERY, "--ask-password", typed="rye\nrye\n")
    assert refused.exit_code == 1
    assert "at least 10 characters" in refused.output


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--time-zone", "Mars/Base"),
        ("--country", "QQ"),
        ("--currency", "COIN"),
        ("--locale", "xx-nowhere"),
        ("--email", "nobody"),
        ("--name", " "),
    ],
)
def test_what_cannot_be_meant_is_named(empty: Installation, option: str, value: str) -> None:
    refused = empty.asks(*BAKERY, option, value)
    assert refused.exit_code == 2
    assert option in refused.output


def test_it_works_on_servers_of_its_own(fresh_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "REDIS_URL", "SECRET_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATA_DIR", str(fresh_place))
    done: Result = CliRunner().invoke(main, [*BAKERY, "--json"])
    assert json.loads(done.output.splitlines()[-1])["created"] is True


def test_another_address_before_there_is_an_owner_is_said_to_get_the_link(migrated: Installation) -> None:
    migrated.said(*BAKERY)
    other = [one if "@" not in one else "nora@bread.example" for one in BAKERY]
    said = migrated.said(*other)
    assert "Nothing was changed" not in said
    assert "It has no owner yet; a link for one is below." in said
    assert "nora@bread.example" in said
