"""What axe finds in every state and every look of a page."""

from itertools import product

from playwright.async_api import Frame, Page

from tests.axe import COLOURS, EVERY_RULE, Rules, find_barriers

# Of a phone that is old, of a phone, and of a desk.
WIDTHS = (320, 390, 1280)
LOOKS = tuple(product(("light", "dark"), ("ltr", "rtl"), WIDTHS))
# Every day each state in one of these widths and ways, by day by all rules and by night by those of colours,
# and the next state in another; at full size in all of them by all rules.
EVERY = len(LOOKS) // 2
SCROLLS_SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"


class Examiner:
    """Collects what axe finds, best practices included, with the state it was found in."""

    def __init__(self, *, full: bool) -> None:
        self.full = full
        self.found: list[str] = []
        self.states = 0

    async def sees(self, state: str, *places: Page | Frame, rules: Rules = EVERY_RULE) -> None:
        for place in places:
            # Colours are measured once everything has faded in.
            await place.evaluate(
                "Promise.all(document.getAnimations({subtree: true}).map((one) => one.finished))"
            )
            self.found += [f"{state}: {barrier}" for barrier in await find_barriers(place, rules)]
            if await place.evaluate(SCROLLS_SIDEWAYS):
                self.found.append(f"{state}: scrolls sideways")

    async def sees_in_every_look(self, state: str, page: Page, *places: Page | Frame) -> None:
        """By day and by night, from left to right and from right to left, on every width."""
        self.states += 1
        every = 1 if self.full else EVERY
        for scheme, way, width in LOOKS[self.states % every :: every]:
            await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            # On a page the chat is as light as the page, which is light.
            await page.evaluate("(scheme) => window.zimun?.('theme', scheme)", scheme)
            await page.set_viewport_size({"width": width, "height": 800})
            for place in places:
                await place.evaluate(f"document.documentElement.dir = '{way}'")
            rules = EVERY_RULE if self.full or scheme == "light" else COLOURS
            await self.sees(f"{state}, {scheme}, {way}, {width} px", *places, rules=rules)
        for place in places:
            await place.evaluate("document.documentElement.dir = 'ltr'")
        await page.set_viewport_size({"width": 1280, "height": 900})
