"""What axe finds in every state and every look of a page."""

from itertools import product
from pathlib import Path

import axe_playwright_python
from playwright.async_api import Frame, Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
# Of a phone that is old, of a phone, and of a desk.
WIDTHS = (320, 390, 1280)
LOOKS = tuple(product(("light", "dark"), ("ltr", "rtl"), WIDTHS))
# Every day each state in one of these widths and ways, by day and by night, and the next state in another.
EVERY = len(LOOKS) // 2
FINDINGS = """async () => {
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    const sideways = document.documentElement.scrollWidth > innerWidth ? ['scrolls sideways'] : [];
    const place = ({ target, failureSummary }) => [target, failureSummary];
    const places = (nodes) => JSON.stringify(nodes.map(place));
    return [...violations.map(({ id, help, nodes }) => `${id}, ${help}, at ${places(nodes)}`), ...sideways];
}"""


class Examiner:
    """Collects what axe finds, best practices included, with the state it was found in."""

    def __init__(self, *, full: bool) -> None:
        self.every = 1 if full else EVERY
        self.found: list[str] = []
        self.states = 0

    async def sees(self, state: str, *places: Page | Frame) -> None:
        for place in places:
            # Colours are measured once everything has faded in.
            await place.evaluate(
                "Promise.all(document.getAnimations({subtree: true}).map((one) => one.finished))"
            )
            if not await place.evaluate("'axe' in window"):
                await place.evaluate(AXE)
            self.found += [f"{state}: {finding}" for finding in await place.evaluate(FINDINGS)]

    async def sees_in_every_look(self, state: str, page: Page, *places: Page | Frame) -> None:
        """By day and by night, from left to right and from right to left, on every width."""
        self.states += 1
        for scheme, way, width in LOOKS[self.states % self.every :: self.every]:
            await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            # On a page the chat is as light as the page, which is light.
            await page.evaluate("(scheme) => window.zimun?.('theme', scheme)", scheme)
            await page.set_viewport_size({"width": width, "height": 800})
            for place in places:
                await place.evaluate(f"document.documentElement.dir = '{way}'")
            await self.sees(f"{state}, {scheme}, {way}, {width} px", *places)
        for place in places:
            await place.evaluate("document.documentElement.dir = 'ltr'")
        await page.set_viewport_size({"width": 1280, "height": 900})
