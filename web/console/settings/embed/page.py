"""The page of the settings about the chat on the sites of a business."""

from typing import Any

from web.console.rendering.visit import SettingsPage
from web.console.words.translate import N_

PAGE = SettingsPage(
    "embed", N_("On your website"), N_("The snippet, colours and allowed sites"), "settings.read"
)
ROUTES: list[Any] = []
