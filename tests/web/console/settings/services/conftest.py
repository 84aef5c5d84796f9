"""The services of the salon, on their pages."""

import re

import pytest

from booking_core.maintenance.demo import DemoSalon


@pytest.fixture
def services(salon: DemoSalon) -> str:
    """The address of their pages."""
    return f"/console/{salon.organization_id}/settings/services"


def times_in(page: str) -> list[str]:
    """The free times that are shown."""
    return re.findall(r"<li><bdi>(\d\d:\d\d)</bdi>", page)
