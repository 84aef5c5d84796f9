"""An operator signs in with a browser, and unfolds what is folded."""

from playwright.async_api import Page, expect

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.accounts import PASSWORD
from tests.web.console.stage import operator_of

OPEN = """[...document.querySelectorAll('summary')].filter((one) => one.checkVisibility())
    .forEach((one) => one.click())"""


async def sign_in(page: Page, core: BookingCore, salon: DemoSalon, path: str = "/console") -> None:
    olive = await operator_of(core, salon)
    await page.goto(path)
    await page.get_by_label("Email").fill(olive.email)
    await page.get_by_label("Password").fill(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("navigation", name="Console")).to_be_visible()
    await page.wait_for_load_state()


async def open_all(page: Page) -> None:
    """Whatever is folded."""
    await page.evaluate(OPEN)
