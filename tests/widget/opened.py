"""The launcher of a page, and the conversation that opens from it."""

from playwright.async_api import Frame, Page, expect

HOSTS = "document.querySelectorAll('zimun-chat').length"
LAUNCHER = "zimun-chat .launcher"


async def open_page(page: Page) -> Frame:
    """Press the launcher; the conversation once it is there."""
    await page.locator(LAUNCHER).click()
    return await conversation(page)


async def conversation(page: Page, waits_for: str = ".reply") -> Frame:
    await expect(page.locator("zimun-chat .panel.ready iframe")).to_be_visible()
    await expect(page.frame_locator("zimun-chat iframe").locator(waits_for).first).to_be_visible()
    return next(frame for frame in page.frames if "/embed/frame" in frame.url)
