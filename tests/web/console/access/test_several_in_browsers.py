"""Several people of one business, each in a browser of their own: what each sees, and what one sees of the
other's changes."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import pytest
from playwright.async_api import Browser, Page, expect

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.accounts import PASSWORD
from tests.web.console.stage import operator_of

Arrives = Callable[[Role], Awaitable[Page]]


@pytest.fixture
async def arrives(
    browser: Browser, address: str, core: BookingCore, salon: DemoSalon
) -> AsyncIterator[Arrives]:
    """Somebody of that role, signed in at a browser of their own."""
    async with AsyncExitStack() as stack:

        async def arrive(role: Role) -> Page:
            network = {"X-Forwarded-For": new_id("net")}
            context = await browser.new_context(base_url=address, extra_http_headers=network)
            stack.push_async_callback(context.close)
            page = await context.new_page()
            await page.goto("/console")
            await page.get_by_label("Email").fill((await operator_of(core, salon, role)).email)
            await page.get_by_label("Password").fill(PASSWORD)
            await page.keyboard.press("Enter")
            await expect(page.get_by_role("navigation", name="Console")).to_be_visible()
            return page

        yield arrive


async def test_the_second_owner_sees_what_the_first_has_changed(arrives: Arrives, salon: DemoSalon) -> None:
    first, second = await arrives(Role.OWNER), await arrives(Role.OWNER)
    service = f"/console/{salon.organization_id}/settings/services/{salon.services['Haircut']}"
    for page in (first, second):
        await page.goto(service)
    await first.locator("#name").fill("Haircut and wash")
    await first.get_by_role("button", name="Save", exact=True).click()
    await expect(first.get_by_role("status").filter(has_text="Saved.").first).to_be_visible()
    await second.locator("#name").fill("A cut")
    await second.get_by_role("button", name="Save", exact=True).click()
    await expect(second.get_by_text("has changed this meanwhile")).to_be_visible()
    await expect(second.get_by_text("Haircut and wash").first).to_be_visible()
    await expect(second.locator("#name")).to_have_value("A cut")
    await second.get_by_role("button", name="Save mine").click()
    await expect(second.get_by_role("status").filter(has_text="Saved.").first).to_be_visible()
    await first.goto(service)
    await expect(first.locator("#name")).to_have_value("A cut")


async def test_each_role_is_led_to_what_it_may_do_and_told_what_it_may_not(
    arrives: Arrives, salon: DemoSalon
) -> None:
    home = f"/console/{salon.organization_id}"
    manager, member = await arrives(Role.MANAGER), await arrives(Role.MEMBER)
    await manager.get_by_role("link", name="Settings").click()
    await expect(manager.get_by_role("link", name="Services")).to_be_visible()
    await expect(manager.get_by_role("link", name="Team", exact=True)).to_have_count(0)
    await expect(member.get_by_role("link", name="Agenda").first).to_be_visible()
    await expect(member.get_by_role("link", name="Settings")).to_have_count(0)
    for page, path in ((manager, "/team"), (member, "/settings/services")):
        answer = await page.goto(f"{home}{path}")
        assert answer is not None
        assert answer.status == 403
        await expect(page.get_by_role("heading", level=1)).to_be_visible()
        await expect(page.get_by_role("link", name="To the console")).to_be_visible()
