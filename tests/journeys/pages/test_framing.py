"""Which websites a browser lets show the chat: those that were named, by their whole origin, and no
others."""

import pytest
from playwright.async_api import expect

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import set_by_owner
from tests.journeys.cast.arrivals import Arrivals
from tests.journeys.cast.customer import LAUNCHER
from tests.journeys.pages.framing import ALLOWED, CHAT, LAUNCHER_SCRIPT, NEWS, ORDER, frame_by, is_the_chat

PARENTS = {
    "https://shop.example/": True,
    "https://shop.example/deep/path?x=1": True,
    "https://berlin.chain.example/": True,
    "http://127.0.0.1:3000/": True,
    "http://shop.example/": False,
    "https://shop.example:8443/": False,
    "https://www.shop.example/": False,
    "https://shop.example.evil.test/": False,
    "https://evil-shop.example/": False,
    "https://evilchain.example/": False,
    "https://chain.example/": False,
    "http://127.0.0.1:3001/": False,
    "http://localhost:3000/": False,
}


@pytest.fixture
async def frame_address(core: BookingCore, ours: str, salon: DemoSalon) -> str:
    await set_by_owner(core, salon.organization_id, websites=ALLOWED)
    return f"{CHAT}/embed/frame?organization_id={salon.organization_id}"


async def test_only_the_named_origins_show_it(arrivals: Arrivals, ours: str, frame_address: str) -> None:
    page = await arrivals.page()
    shown = {}
    for parent in PARENTS:
        await frame_by(page, ours, parent, f'<iframe src="{frame_address}"></iframe>')
        shown[parent] = await is_the_chat(page.frames[1])
    assert shown == PARENTS
    # The browser's own word for refusing is no complaint of ours.
    arrivals.complaints.clear()


async def test_an_origin_without_a_name_does_not_show_it(
    arrivals: Arrivals, ours: str, frame_address: str
) -> None:
    """A sandboxed frame of the right website is nobody: its origin is null."""
    page = await arrivals.page()
    inner = f"<iframe src='{frame_address}'></iframe>"
    await frame_by(
        page, ours, "https://shop.example/", f'<iframe sandbox="allow-scripts" srcdoc="{inner}"></iframe>'
    )
    await expect(page.frame_locator("iframe").locator("iframe")).to_be_attached()
    assert not [frame for frame in page.frames if await is_the_chat(frame)]
    arrivals.complaints.clear()


async def test_from_within_a_sandbox_its_link_leads_to_an_address_and_a_telephone(
    arrivals: Arrivals, ours: str, salon: DemoSalon
) -> None:
    """A page that a sandboxed frame opens is in that sandbox too: no script of ours may load there."""
    page = await arrivals.page()
    link = f"<a target='_blank' href='{ours}/c/{salon.organization_id}'>chat</a>"
    sandboxed = f'<iframe sandbox="allow-scripts allow-popups" srcdoc="{link}"></iframe>'
    await frame_by(page, ours, "https://shop.example/", sandboxed)
    async with page.context.expect_page() as opening:
        await page.frame_locator("iframe").get_by_role("link").click()
    opened = await opening.value
    await expect(opened.get_by_text(f"/c/{salon.organization_id}")).to_be_visible()
    await expect(opened.locator("a[href^='tel:']")).to_be_visible()
    arrivals.complaints.clear()


async def test_where_it_may_not_be_shown_a_link_stands_there(
    arrivals: Arrivals, ours: str, salon: DemoSalon, frame_address: str
) -> None:
    page = await arrivals.page()
    script = f'<script async src="{CHAT}/embed/chat.js" data-org-id="{salon.organization_id}"></script>'
    await frame_by(page, ours, "https://evil-shop.example/", script)
    await page.get_by_role("button", name=LAUNCHER).click()
    await expect(page.get_by_role("link", name=LAUNCHER)).to_be_visible()
    arrivals.complaints.clear()


async def test_in_a_sandbox_the_launcher_is_a_link_at_once(
    arrivals: Arrivals, ours: str, salon: DemoSalon
) -> None:
    """No server of ours is asked from within it: the snippet only names one, and its script is run by the
    test."""
    page = await arrivals.page()
    snippet = (
        f"<script type='text/plain' src='{CHAT}/embed/chat.js' "
        f"data-org-id='{salon.organization_id}'></script>"
    )
    sandboxed = f'<iframe sandbox="allow-scripts allow-popups" srcdoc="{snippet}"></iframe>'
    await frame_by(page, ours, "https://shop.example/", sandboxed)
    await page.frames[1].evaluate(LAUNCHER_SCRIPT.read_text("utf-8"))
    async with page.context.expect_page(timeout=3000):
        await page.frame_locator("iframe").get_by_role("button", name=LAUNCHER).click()
    await expect(page.frame_locator("iframe").get_by_role("link", name=LAUNCHER)).to_be_visible(timeout=1000)
    arrivals.complaints.clear()


async def test_a_parent_whose_name_begins_like_the_hosts_is_not_heard(
    arrivals: Arrivals, ours: str, salon: DemoSalon
) -> None:
    page = await arrivals.page()
    address = f"{CHAT}/embed/frame?organization_id={salon.organization_id}&host=https://shop.example"
    said = {}
    for parent in ("https://shop.example.evil.test/", "https://shop.example/"):
        await frame_by(page, ours, parent, f'<iframe src="{address}"></iframe>')
        assert await is_the_chat(page.frames[1])
        await page.evaluate(f"frames[0].postMessage({ORDER}, '*')")
        await page.wait_for_timeout(500)
        said[parent] = await page.frames[1].locator(".message.customer").count()
    assert said == {"https://shop.example.evil.test/": 0, "https://shop.example/": 1}


async def test_a_frame_that_became_somebody_elses_is_not_heard(
    arrivals: Arrivals, ours: str, salon: DemoSalon
) -> None:
    """Also where its name begins like ours, and it is the very frame the launcher made."""
    page = await arrivals.page()
    script = f'<script async src="{CHAT}/embed/chat.js" data-org-id="{salon.organization_id}"></script>'
    await frame_by(page, ours, "https://shop.example/", script)
    await page.get_by_role("button", name=LAUNCHER).click()
    await expect(page.frame_locator("zimun-chat iframe").locator("textarea")).to_be_focused()
    await page.evaluate("window.heard = 0; addEventListener('zimun:booking:confirmed', () => { heard += 1 })")
    await page.frames[1].evaluate(f"parent.postMessage({NEWS}, '*')")
    await page.wait_for_function("heard === 1")
    await page.locator("zimun-chat iframe").evaluate(
        "(frame, address) => { frame.src = address }", f"{CHAT}.evil.test/"
    )
    await expect(page.frame_locator("zimun-chat iframe").locator("textarea")).to_have_count(0)
    await page.frames[1].evaluate(f"parent.postMessage({NEWS}, '*')")
    await page.wait_for_timeout(500)
    assert await page.evaluate("heard") == 1
