"""Servers that are killed, and survive it."""

from collections.abc import Iterator

import pytest

from tests import conftest as usual
from tests.attack.mutants.mutant import Mutant
from tests.places import servers_in
from web.embedded import EmbeddedServers


@pytest.fixture(scope="session")
def servers(mutant: Mutant | None) -> Iterator[EmbeddedServers]:
    with servers_in("attacks", durable=True) as attacked:
        if mutant is not None:
            mutant.breaks_tables(attacked.database_url)
        yield attacked


# The usual ones once more: here they are of these servers.
engine, redis = usual.engine, usual.redis
