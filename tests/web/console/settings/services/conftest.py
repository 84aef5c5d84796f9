"""An owner at the services of the salon."""

import re
from collections.abc import AsyncIterator

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.console.stage import Browser, operator_of


@pytest.fixture
async def olive(core: BookingCore, salon: DemoSalon) -> AsyncIterator[Browser]:
    account = await operator_of(core, salon)
    async with Browser(core) as olive:
        await olive.sign_in(account.email)
        yield olive


@pytest.fixture
def services(salon: DemoSalon) -> str:
    """The address of their pages."""
    return f"/console/{salon.organization_id}/settings/services"


def times_in(page: str) -> list[str]:
    """The free times that are shown."""
    return re.findall(r"<li><bdi>(\d\d:\d\d)</bdi>", page)
