"""The page of the settings about programs that may use the Booking API."""

from typing import Any

from web.console.rendering.visit import SettingsPage
from web.console.words.translate import N_

PAGE = SettingsPage("api-clients", N_("API clients"), N_("Programs that may book"), "settings.read")
ROUTES: list[Any] = []
