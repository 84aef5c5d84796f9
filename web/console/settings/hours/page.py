"""The page of the settings about opening hours, closed days and public holidays."""

from typing import Any

from web.console.rendering.visit import SettingsPage
from web.console.words.translate import N_

PAGE = SettingsPage("hours", N_("Opening hours"), N_("Weeks, closed days and public holidays"), "week.read")
ROUTES: list[Any] = []
