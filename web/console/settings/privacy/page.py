"""The page of the settings about how long what is kept, and what is erased."""

from typing import Any

from web.console.rendering.visit import SettingsPage
from web.console.words.translate import N_

PAGE = SettingsPage(
    "privacy", N_("Privacy"), N_("How long things are kept, export and erasure"), "settings.read"
)
ROUTES: list[Any] = []
