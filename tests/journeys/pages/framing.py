"""Pages that frame the conversation, in any way that a parent may."""

from pathlib import Path

from playwright.async_api import Frame, Page, Route

LAUNCHER_SCRIPT = Path(__file__).parents[3] / "static" / "embed" / "chat.js"
# What a page says to the chat in its frame, and a frame to the page it stands on.
ORDER = "{ zimun: 1, type: 'send', text: 'A haircut on Monday, please' }"
NEWS = "{ zimun: 1, type: 'event', name: 'booking:confirmed', detail: {} }"
# Our server as the browser knows it here. Browsers do not let pages of strangers ask a machine's own network.
CHAT = "https://chat.example"
ALLOWED = ("https://shop.example", "https://*.chain.example", "http://127.0.0.1:3000")


async def frame_by(page: Page, ours: str, address: str, content: str) -> None:
    """A page at any address, none of which need exist; what it asks of our server is answered by our server,
    but nobody talks."""

    async def answer(route: Route) -> None:
        if "/chat/v1/" in route.request.url:
            await route.abort()
        elif route.request.url.startswith(f"{CHAT}/"):
            await route.fulfill(response=await route.fetch(url=route.request.url.replace(CHAT, ours)))
        else:
            await route.fulfill(content_type="text/html", body=f'<!doctype html><html lang="en">{content}')

    await page.unroute_all()
    await page.route("**/*", answer)
    await page.goto(address)


async def is_the_chat(frame: Frame) -> bool:
    await frame.wait_for_load_state()
    return "/embed/frame" in frame.url and bool(await frame.locator("textarea").count())
