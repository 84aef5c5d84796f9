"""Whether a page fits its window: with the letters wide apart, large, and every word as long as in another
language.

Letters and words as far apart as WCAG 2.2, 1.4.12 asks for are wider than any font sets them by itself, so
that the fonts of a machine make no difference. Text of 200 % is its 1.4.4, and no scrolling sideways its
1.4.10.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from playwright.async_api import Page

from booking_core.maintenance.demo import DemoSalon


class Look(NamedTuple):
    language: str
    width: int
    scheme: Any


LOOKS = (Look("en", 1280, "light"), Look("he", 390, "dark"), Look("de", 320, "light"))
# One after the other on the same page: words stay long once they are.
STRAINS = ("as it is", "spaced", "large", "long words", "large and long words")
# German needs up to twice the letters of a short English label (W3C, "Text size in translation").
CHANGE = """(strain) => {
    const page = document.documentElement;
    const sheet = new CSSStyleSheet();
    if (strain === 'spaced')
        sheet.replaceSync('* { letter-spacing: .12em !important; word-spacing: .16em !important; '
            + 'line-height: 1.5 !important; }');
    document.adoptedStyleSheets = [sheet];
    page.style.fontSize = strain.includes('large') ? '200%' : '';
    if (strain === 'long words') {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            const text = texts.currentNode;
            if (!['SCRIPT', 'STYLE'].includes(text.parentElement.tagName))
                text.data = text.data.replace(/\\p{L}{4,}/gu,
                    (word) => word + word.slice(1, 8).toLowerCase());
        }
    }
}"""
# What reaches past the window, or past a box that hides it, though a reader needs the whole of it: names of
# places, buttons, labels.
OUTSIDE = """() => {
    const right = (one) => Math.max(one.getBoundingClientRect().right,
        innerWidth - one.getBoundingClientRect().left);
    const named = (one) => `${one.tagName.toLowerCase()} "${one.textContent.trim().slice(0, 40)}"`;
    const found = document.documentElement.scrollWidth > innerWidth
        ? [`the page is ${document.documentElement.scrollWidth} px wide`] : [];
    for (const one of document.querySelectorAll('nav.places a, button, label, th, h1, h2'))
        if (one.checkVisibility() && !one.closest('.timeline, .tabs, .unseen') && right(one) > innerWidth + 1)
            found.push(`${named(one)} reaches outside`);
    return found;
}"""


# All of it in one call: handing one over takes longer than what it does.
STRAINED = f"""(strains) => {{
    const change = {CHANGE}, outside = {OUTSIDE};
    return strains.flatMap((strain) => {{
        change(strain);
        return outside().map((finding) => `${{strain}}: ${{finding}}`);
    }});
}}"""


def looks_at(number: int, *, full: bool) -> Sequence[Look]:
    """How this page among others is looked at: each in a look of its own, and at full size in every one."""
    return LOOKS if full else [LOOKS[number % len(LOOKS)]]


async def show(page: Page, look: Look) -> None:
    """As it is, in another window and light."""
    await page.set_viewport_size({"width": look.width, "height": 820})
    await page.emulate_media(color_scheme=look.scheme)


async def take(page: Page, look: Look, salon: DemoSalon) -> None:
    """What is loaded from now on looks so."""
    await show(page, look)
    await page.set_extra_http_headers(
        {"Accept-Language": look.language, "X-Forwarded-For": salon.organization_id}
    )


async def what_does_not_fit(page: Page, strains: Sequence[str] = STRAINS) -> list[str]:
    """Each strain under which the page shows something outside of its window. Whoever goes on with the page
    loads it again: its words stay long."""
    found: list[str] = await page.evaluate(STRAINED, strains)
    return found
