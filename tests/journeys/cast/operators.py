"""The salon's owner at her console."""

from playwright.async_api import Page, expect

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.accounts import PASSWORD
from tests.web.console.stage import operator_of


async def sign_in(page: Page, ours: str, core: BookingCore, salon: DemoSalon) -> None:
    """Sign the owner of this salon in; the page shows her conversations."""
    olive = await operator_of(core, salon)
    await page.goto(f"{ours}/console/conversations")
    await page.get_by_label("Email").fill(olive.email)
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.get_by_role("heading", name="Conversations")).to_be_visible()
