"""The page of the settings about programs that are told what happens."""

from typing import Any

from web.console.rendering.visit import SettingsPage
from web.console.words.translate import N_

PAGE = SettingsPage("webhooks", N_("Webhooks"), N_("Programs that are told what happens"), "settings.read")
ROUTES: list[Any] = []
