"""Pictures of the journeys, for people to look at: kept only where JOURNEY_SHOTS names a directory."""

import os
from pathlib import Path

from playwright.async_api import Page


class Album:
    def __init__(self, directory: Path | None) -> None:
        self.directory = directory

    @classmethod
    def of_this_run(cls) -> "Album":
        named = os.environ.get("JOURNEY_SHOTS")
        return cls(Path(named) if named else None)

    async def keep(self, page: Page, name: str, *, full: bool = False) -> None:
        """A picture of what the page shows now; ``full`` with everything below the fold."""
        if self.directory is None:
            return
        # What glides into place has arrived.
        await page.wait_for_timeout(400)
        await page.screenshot(path=self.directory / f"{name}.png", full_page=full)
