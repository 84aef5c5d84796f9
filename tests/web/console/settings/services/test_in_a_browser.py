"""The form of a service in a browser: free times are recomputed while one types, and everything fits."""

import pytest
from playwright.async_api import Page, expect

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.console.browsers import sign_in
from tests.web.console.settings.test_every_page import TOO_LONG, look_at, with_long_names


async def test_free_times_follow_what_is_typed(
    page: Page, core: BookingCore, salon: DemoSalon, services: str
) -> None:
    await sign_in(page, core, salon)
    await page.goto(f"{services}/{salon.services['Haircut']}")
    times = page.locator("#times")
    await expect(times.locator(".slots").first).to_be_visible()
    await page.get_by_label("Length 1, in minutes").fill("900")
    await expect(times).to_contain_text("It takes 15 hours, and nobody is there that long")
    await times.get_by_role("link", name="Change the length").click()
    await page.get_by_label("Length 1, in minutes").fill("30")
    await expect(times.locator(".slots").first).to_be_visible()


@pytest.mark.parametrize("path", ["/categories", "/new", ""])
async def test_pages_fit_a_phone_also_when_refused(
    page: Page, core: BookingCore, salon: DemoSalon, services: str, path: str
) -> None:
    await sign_in(page, core, salon)
    await page.set_viewport_size({"width": 320, "height": 820})
    await page.emulate_media(color_scheme="dark")
    await with_long_names(core, salon)
    await page.goto(f"{services}{path}")
    wrong = await look_at(page)
    if await page.locator("form.form").count():
        async with page.expect_navigation():
            await page.evaluate(TOO_LONG)
        assert await page.locator(".refused").count()
        wrong += await look_at(page)
    assert wrong == []
