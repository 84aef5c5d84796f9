"""The door of assistants in the settings: its switches, its address ready to be copied, and who was there."""

import re

import pytest

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor, AuditEntry
from tests.web.console.settings.forms import fields_of
from tests.web.console.stage import HERE, Browser, operator_of, stored
from web.console.settings.mcp.programs import short_name


@pytest.fixture
def address(salon: DemoSalon) -> str:
    return f"/console/{salon.organization_id}/settings/mcp"


async def test_the_switches_are_kept_and_the_address_is_there(
    salon: DemoSalon, owner: Browser, address: str
) -> None:
    page = (await owner.see(address)).text
    ticked = {**fields_of(page), "mcp.enabled": "yes", "mcp.read_only": "yes"}
    answer = await owner.send(address, **ticked)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{address}?done=saved")
    page = (await owner.see(answer.headers["location"])).text
    kept = fields_of(page)
    assert (kept["mcp.enabled"], kept["mcp.read_only"], kept.get("mcp.public_reads")) == ("yes", "yes", None)
    door = f"{HERE}/o/{salon.organization_id}/mcp"
    assert re.search(f"claude mcp add --transport http salon-test-[a-z0-9]+ {door}", page)
    assert page.count(door) >= 5


async def test_who_was_there_is_told_by_name_and_hostile_text_stays_text(
    core: BookingCore, salon: DemoSalon, owner: Browser, address: str
) -> None:
    assert "No assistant has booked" in (await owner.see(address)).text
    anybody = Actor("mcp", "<script>alert(1)</script>", "nobody")
    now = core.clock.now()
    entry = AuditEntry.of(anybody, salon.organization_id, "appointment.confirmed", "apt_1", now)
    await stored(core, entry)
    page = (await owner.see(address)).text
    assert "Somebody without a token" in page
    assert "1 change" in page
    assert "alert(1)" not in page


async def test_a_manager_may_and_a_member_may_not(core: BookingCore, salon: DemoSalon, address: str) -> None:
    for role, seen in ((Role.MANAGER, 200), (Role.MEMBER, 403)):
        person = await operator_of(core, salon, role)
        async with Browser(core) as browser:
            await browser.enter(person)
            assert (await browser.see(address)).status_code == seen
            sent = await browser.send(address, **{"expected_version": "1", "mcp.enabled": "yes"})
            assert (sent.status_code == 403) == (role is Role.MEMBER)


@pytest.mark.parametrize(
    ("business", "name"),
    [("Café Müller & Söhne", "cafe-muller-sohne"), ("מספרה", "booking"), ("--", "booking")],
)
def test_a_business_is_called_by_its_own_name_in_a_program(business: str, name: str) -> None:
    assert short_name(business) == name
