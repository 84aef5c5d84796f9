"""The application at a real address with the tests' own clock, and a customer who follows the link of a
letter, without any script."""

from collections.abc import AsyncIterator
from functools import partial

import httpx
import pytest

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.time.clock import FrozenClock
from tests.cast import MONDAY
from tests.serving import NO_TLS, serving, settings_on
from tests.web.manage.follower import Follower
from web.app import create_app
from web.embedded import EmbeddedServers
from web.secrets.manage_links import ManageLinks
from web.settings import Settings

CLOCK = FrozenClock(MONDAY)


@pytest.fixture(scope="session")
def settings(servers: EmbeddedServers) -> Settings:
    return settings_on(servers)


@pytest.fixture(scope="session")
async def address(settings: Settings) -> AsyncIterator[str]:
    async with serving(settings, partial(create_app, clock=CLOCK)) as url:
        yield url


@pytest.fixture
def clock() -> FrozenClock:
    """The same that the application reads."""
    CLOCK.advance(MONDAY - CLOCK.now())
    return CLOCK


@pytest.fixture
async def http(address: str, core: BookingCore) -> AsyncIterator[httpx.AsyncClient]:
    # Each test has the requests of a minute to itself.
    for key in [key async for key in core.redis.scan_iter("rate:by link:*")]:
        await core.redis.delete(key)
    async with httpx.AsyncClient(verify=NO_TLS, base_url=address, timeout=20) as client:
        yield client


@pytest.fixture
def links(settings: Settings) -> ManageLinks:
    return ManageLinks.of(settings)


class Follows:
    """Opens the link of an appointment."""

    def __init__(self, http: httpx.AsyncClient, links: ManageLinks) -> None:
        self.http, self.links = http, links

    def __call__(self, appointment: Appointment) -> Follower:
        return Follower(self.http, self.links.token(appointment.id, appointment.link_number))


@pytest.fixture
def follows(http: httpx.AsyncClient, links: ManageLinks) -> Follows:
    return Follows(http, links)
