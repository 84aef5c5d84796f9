"""The doctor compares the clocks of machines: what runs out does so by the clock of whoever asks."""

from datetime import timedelta

import psycopg
import pytest

from booking_core.time.clock import FrozenClock, SystemClock
from web.commands.diagnosis.postgres_checks import difference_of_clocks
from web.embedded import EmbeddedServers


def test_one_machine_has_one_time(servers: EmbeddedServers) -> None:
    with psycopg.connect(servers.database_url) as connection:
        assert difference_of_clocks(connection, SystemClock()).good


@pytest.mark.parametrize("apart", [timedelta(seconds=90), timedelta(hours=-1)])
def test_another_time_is_told_with_what_to_do(servers: EmbeddedServers, apart: timedelta) -> None:
    with psycopg.connect(servers.database_url) as connection:
        finding = difference_of_clocks(connection, FrozenClock(SystemClock().now() + apart))
    assert not finding.good
    assert finding.found.endswith(" s from this machine's")
    assert "NTP" in finding.advice
