"""Processes of an attack have the servers of all attacks."""

import pytest

from tests.serving import settings_on
from web.embedded import EmbeddedServers
from web.settings import Settings


@pytest.fixture(scope="session")
def settings(servers: EmbeddedServers) -> Settings:
    return settings_on(servers)
