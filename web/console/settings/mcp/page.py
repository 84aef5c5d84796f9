"""The page of the settings about the door of other people's agents."""

from typing import Any

from web.console.rendering.visit import SettingsPage
from web.console.words.translate import N_

PAGE = SettingsPage(
    "mcp", N_("Assistants (MCP)"), N_("Whether other people’s assistants may book"), "settings.read"
)
ROUTES: list[Any] = []
