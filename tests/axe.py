"""axe in a page: all of its rules, those about colours, or the others."""

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.async_api import Frame, Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
# Half of the work, and the only rules that see by day what they do not see by night.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
Rules = dict[str, Any]
EVERY_RULE: Rules = {}
COLOURS: Rules = {"runOnly": COLOUR_RULES}
STRUCTURE: Rules = {"rules": {rule: {"enabled": False} for rule in COLOUR_RULES}}
# Only what was found: the whole result takes as long to be handed over as a page to be loaded.
FINDINGS = """async (rules) => {
    const { violations } = await axe.run({ resultTypes: ['violations'], ...rules });
    const place = ({ target, failureSummary }) => [target, failureSummary];
    const places = (nodes) => JSON.stringify(nodes.map(place));
    return violations.map(({ id, help, nodes }) => `${id}, ${help}, at ${places(nodes)}`);
}"""


async def find_barriers(place: Page | Frame, rules: Rules = EVERY_RULE) -> list[str]:
    """What axe finds, best practices included."""
    if not await place.evaluate("'axe' in window"):
        await place.evaluate(AXE)
    found: list[str] = await place.evaluate(FINDINGS, rules)
    return found
