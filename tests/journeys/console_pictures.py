"""The console's picture of the README: a service with its free times, and on a phone a week in German and a
question in Hebrew."""

from typing import Any

from playwright.async_api import Browser, Page, expect

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.accounts import PASSWORD
from tests.web.console.stage import operator_of

DESK: dict[str, Any] = {"viewport": {"width": 1240, "height": 780}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 780}}


async def console_screens(browser: Browser, url: str, core: BookingCore, salon: DemoSalon) -> list[bytes]:
    olive = await operator_of(core, salon)
    home = f"{url}/console/{salon.organization_id}/settings"
    service = f"{home}/services/{salon.services['Massage']}"

    async def shown(path: str, there: str, **look: Any) -> bytes:
        context = await browser.new_context(**look, timezone_id="Europe/Berlin")
        page = await context.new_page()
        await sign_in(page, url, olive.email)
        await page.goto(path)
        await page.locator(there).first.wait_for()
        screen = await page.screenshot()
        await context.close()
        return screen

    first_question = f"{service}/questions/{await question_of(core, salon)}"
    return [
        await shown(service, "#times .slots", **DESK, locale="en-GB"),
        await shown(f"{home}/hours", "main", **PHONE, locale="de-DE", color_scheme="dark"),
        await shown(f"{first_question}", ".asked", **PHONE, locale="he-IL"),
    ]


async def sign_in(page: Page, url: str, email: str) -> None:
    await page.goto(f"{url}/console/sign-in")
    await page.locator("input[name=email]").fill(email)
    await page.locator("input[name=password]").fill(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.locator("nav").first).to_be_visible()


async def question_of(core: BookingCore, salon: DemoSalon) -> str:
    """What the massage asks."""
    catalogue = await core.catalogue_of(salon.organization_id)
    return catalogue.questions_of[salon.services["Massage"]][0].id
