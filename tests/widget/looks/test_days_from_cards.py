"""All free times from what a conversation shows: a list of some, and an appointment that is over."""

import json

from playwright.async_api import Page, expect

from tests.widget.looks.stage import FIRST, play
from tests.widget.websites import Website

TOKEN = json.dumps({"id": "c", "token": "t"})


async def come_back(page: Page, ours: Website, lang: str = "en") -> None:
    await play(page)
    await page.clock.install(time=f"{FIRST}T06:00:00Z")
    await page.add_init_script(f"localStorage.setItem('zimun:o_demo', {json.dumps(TOKEN)})")
    await page.goto(f"{ours.url}/c/o_demo?lang={lang}")


async def test_all_times_of_a_day_open_from_a_list_of_times_and_go_back_to_it(
    page: Page, ours: Website
) -> None:
    await come_back(page, ours)
    await page.get_by_role("button", name="All times of this day").click()
    await expect(page.locator("[role=tabpanel] .time").first).to_be_visible()
    await page.get_by_role("button", name="Back", exact=True).click()
    await expect(page.get_by_role("button", name="All times of this day")).to_be_visible()


async def test_an_appointment_that_is_over_is_booked_again_with_two_presses(
    page: Page, ours: Website
) -> None:
    await come_back(page, ours)
    cancelled = page.locator(".booking.cancelled")
    await expect(page.locator(".booking.confirmed").first).to_be_visible()
    await expect(page.locator(".booking.confirmed").get_by_text("Book again")).to_have_count(0)
    async with page.expect_request("**/times/days") as asked:
        await cancelled.get_by_role("button", name="Book again").click()
    wanted = (await asked.value).post_data_json
    assert [wanted[name] for name in ("service_id", "staff_id", "duration_min")] == ["s", "p", 45]
    async with page.expect_request("**/messages") as said:
        await page.locator("[role=tabpanel] .time").first.click()
    assert (await said.value).post_data_json["slot_id"].startswith("slot ")
