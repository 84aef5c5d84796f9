"""Whatever a test does to its salon: at the end of it every invariant holds."""

from collections.abc import AsyncIterator

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.maintenance.invariants import violations
from tests.attack.mutants.mutant import Mutant
from tests.cast import second_location, works_at
from web.embedded import EmbeddedServers


@pytest.fixture(scope="session")
def servers(servers: EmbeddedServers, mutant: Mutant | None) -> EmbeddedServers:
    """The usual ones, with a protection broken where this run is to show that a test notices."""
    if mutant is not None:
        mutant.breaks_tables(servers.database_url)
    return servers


@pytest.fixture
async def salon(core: BookingCore, salon: DemoSalon) -> AsyncIterator[DemoSalon]:
    yield salon
    await must_be_sound(core, salon)


@pytest.fixture
async def other_salon(core: BookingCore, other_salon: DemoSalon) -> AsyncIterator[DemoSalon]:
    yield other_salon
    await must_be_sound(core, other_salon)


@pytest.fixture
async def branch(core: BookingCore, salon: DemoSalon) -> str:
    """A place half an hour away, where Miriam works as well."""
    location = await second_location(core, salon, name="Branch", address="", time_zone="Europe/Berlin")
    await works_at(core, salon, "Miriam", location)
    return location


async def must_be_sound(core: BookingCore, salon: DemoSalon) -> None:
    async with core.sessions() as session, session.begin():
        assert await violations(session, salon.organization_id) == []
