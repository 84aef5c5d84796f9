"""An operator signs in with a browser, and what axe finds there."""

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.async_api import Page, expect

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.accounts import PASSWORD
from tests.web.console.stage import operator_of

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
OPEN = """[...document.querySelectorAll('summary')].filter((one) => one.checkVisibility())
    .forEach((one) => one.click())"""
# What was found, out of a result that takes as long to be handed over as a page to be loaded.
FINDINGS = """axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]))"""


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


async def findings(page: Page) -> list[Any]:
    await page.evaluate(AXE)
    found: list[Any] = await page.evaluate(FINDINGS)
    return found
