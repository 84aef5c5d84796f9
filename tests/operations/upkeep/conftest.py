"""A database as an older release has left it."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.attack.mutants.mutant import Mutant
from tests.operations.databases import Installation, installation
from tests.operations.upkeep.migrating import LAST_WITHOUT_GROWTH, answer, upgrade
from web.embedded import EmbeddedServers


@pytest.fixture
def old(servers: EmbeddedServers, older: Installation, tmp_path: Path) -> Iterator[Installation]:
    with installation(servers, tmp_path, like=older.name) as copied:
        yield copied


@pytest.fixture(scope="module")
def older(
    servers: EmbeddedServers, tmp_path_factory: pytest.TempPathFactory, mutant: Mutant | None
) -> Iterator[Installation]:
    """A database as it was before the indexes for growth, with one message and its turn in it; each test has
    a copy."""
    with installation(servers, tmp_path_factory.mktemp("older")) as made:
        upgrade(made, LAST_WITHOUT_GROWTH)
        with psycopg.connect(made.database_url) as connection:
            connection.execute(
                "INSERT INTO organizations (id, name, time_zone, locale, currency, country, chat)"
                " VALUES ('org', 'Old', 'Europe/Berlin', 'en', 'EUR', 'DE', '{}')"
            )
            connection.execute(
                "INSERT INTO conversations (id, organization_id, token_hash, status, locale, state)"
                " VALUES ('cnv', 'org', 'x', 'bot', 'en', '{}')"
            )
            answer(connection, "msg_first")
        if mutant is not None:
            mutant.breaks_tables(made.database_url)
        yield made
