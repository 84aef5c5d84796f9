"""Whether a page fits its window: with the letters wide apart, large, and every word as long as in another
language.

Letters and words as far apart as WCAG 2.2, 1.4.12 asks for are wider than any font sets them by itself, so
that the fonts of a machine make no difference. Text of 200 % is its 1.4.4, and no scrolling sideways its
1.4.10.
"""

from collections.abc import AsyncIterator

from playwright.async_api import Page

# One after the other on the same page: words stay long once they are.
LOOKS = ("as it is", "spaced", "large", "long words", "large and long words")
# German needs up to twice the letters of a short English label (W3C, "Text size in translation").
CHANGE = """(look) => {
    const page = document.documentElement;
    const sheet = new CSSStyleSheet();
    if (look === 'spaced')
        sheet.replaceSync('* { letter-spacing: .12em !important; word-spacing: .16em !important; '
            + 'line-height: 1.5 !important; }');
    document.adoptedStyleSheets = [sheet];
    page.style.fontSize = look.includes('large') ? '200%' : '';
    if (look === 'long words') {
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


async def what_does_not_fit(page: Page) -> AsyncIterator[str]:
    """Each look in which the page shows something outside of its window. The page is as it was loaded
    afterwards."""
    for look in LOOKS:
        await page.evaluate(CHANGE, look)
        for finding in await page.evaluate(OUTSIDE):
            yield f"{look}: {finding}"
    await page.reload()
