"""The browser of the journeys: whichever Chromium or Chrome this machine has. The one without windows comes
first, which is the same engine at a third of the work."""

import os
import shutil

import pytest

from script.setup import BROWSERS, MAC_BROWSER

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str:
    """The program's path. Without one the journeys fail: a browser test that is skipped tests nothing."""
    named = os.environ.get("CHROMIUM", "")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None and not named and MAC_BROWSER.exists():
        found = str(MAC_BROWSER)
    if found is None:
        pytest.fail(
            (f"CHROMIUM names {named!r}, which is no program. " if named else "")
            + "The journeys need Chromium or Chrome. Install it (Debian: apt-get install chromium; "
            "Fedora: dnf install "
            "chromium; macOS: brew install --cask google-chrome), or say where it is: "
            "CHROMIUM=/path/to/chrome",
            pytrace=False,
        )
    return found
