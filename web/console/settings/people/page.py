"""The page of the settings about people who are booked."""

from typing import Any

from web.console.rendering.visit import SettingsPage
from web.console.words.translate import N_

PAGE = SettingsPage("people", N_("People"), N_("Who works here, when and where"), "resource.read")
ROUTES: list[Any] = []
