"""The page of the settings about rooms and equipment that appointments need."""

from typing import Any

from web.console.rendering.visit import SettingsPage
from web.console.words.translate import N_

PAGE = SettingsPage(
    "equipment", N_("Rooms and equipment"), N_("What appointments need beside people"), "resource.read"
)
ROUTES: list[Any] = []
