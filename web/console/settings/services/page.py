"""The page of the settings about what can be booked, and what is asked before."""

from typing import Any

from web.console.rendering.visit import SettingsPage
from web.console.words.translate import N_

PAGE = SettingsPage(
    "services", N_("Services"), N_("What can be booked, how long and for how much"), "service.read"
)
ROUTES: list[Any] = []
