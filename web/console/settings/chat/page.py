"""The page of the settings about how the chat speaks, and by which model."""

from typing import Any

from web.console.rendering.visit import SettingsPage
from web.console.words.translate import N_

PAGE = SettingsPage("chat", N_("Chat"), N_("How it speaks, its model and its limits"), "settings.read")
ROUTES: list[Any] = []
