"""The migration that makes accounts of operators keeps everybody who could sign in, and their sessions."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from alembic import command
from alembic.config import Config

from booking_core.storage.database import MIGRATIONS, sqlalchemy_url
from tests.operations.databases import Installation, installation
from web.embedded import EmbeddedServers

BEFORE = "0020"
OPERATORS = (
    ("opr_aaa", "salon", "ada@example.com", "Ada", "owner", "hash of ada"),
    ("opr_bbb", "salon", "ben@example.com", "Ben", "member", "hash of ben"),
    ("opr_ccc", "bakery", "cleo@example.com", "Cleo", "owner", "hash of cleo"),
)


@pytest.fixture
def old(servers: EmbeddedServers, tmp_path: Path) -> Iterator[Installation]:
    """A database as it was, with operators of two organizations and a session."""
    with installation(servers, tmp_path) as made:
        command.upgrade(config(made), BEFORE)
        with psycopg.connect(made.database_url) as connection, connection.cursor() as cursor:
            for name in ("salon", "bakery"):
                cursor.execute(
                    "INSERT INTO organizations (id, name, time_zone, locale, currency, country, chat)"
                    " VALUES (%s, %s, 'Europe/Berlin', 'en', 'EUR', 'DE', '{}')",
                    (name, name),
                )
            cursor.executemany(
                "INSERT INTO operators (id, organization_id, email, name, role, password_hash)"
                " VALUES (%s, %s, %s, %s, %s, %s)",
                OPERATORS,
            )
            cursor.execute("INSERT INTO operator_sessions VALUES ('secret', 'opr_bbb', now(), now())")
        yield made


def config(made: Installation) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["database_url"] = sqlalchemy_url(made.database_url)
    return config


def test_each_operator_is_an_account_with_its_role_and_nobody_is_signed_out(old: Installation) -> None:
    command.upgrade(config(old), "head")
    accounts = old.rows("(SELECT id, email, name, password_hash FROM accounts) AS told")
    assert accounts == [(id_, email, name, hashed) for id_, _, email, name, _, hashed in OPERATORS]
    memberships = old.rows("(SELECT account_id, id, organization_id, role FROM memberships) AS told")
    assert memberships == [
        (id_, id_.replace("opr", "mem"), whose, role) for id_, whose, _, _, role, _ in OPERATORS
    ]
    assert old.rows("(SELECT id, account_id FROM account_sessions) AS told") == [("secret", "opr_bbb")]


def test_the_way_back_makes_operators_of_them_again(old: Installation) -> None:
    operators = "(SELECT id, organization_id, email, role, password_hash FROM operators) AS told"
    before = old.rows(operators)
    command.upgrade(config(old), "head")
    command.downgrade(config(old), BEFORE)
    assert old.rows(operators) == before
