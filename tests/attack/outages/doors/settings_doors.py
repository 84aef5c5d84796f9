"""A request of an owner to every page and form of the settings. What it names is not there, and its forms
hold little: it is answered in words, whatever is away."""

import re
from typing import Any

from booking_core.maintenance.demo import DemoSalon
from tests.web.console import stage
from web.settings import Settings

HERE = "/console/{organization_id}"
BEGINNINGS = tuple(
    f"{HERE}/{begins}"
    for begins in ("settings", "appointments", "agenda/new", "customers", "conversations/{conversation_id}/")
)
NAME = re.compile(r"{(\w+)}")


def settings_routes() -> list[tuple[str, str]]:
    """Those of the settings, of appointments and new ones, of customers, and of who waits in a conversation,
    which the console has by itself."""
    return sorted(
        (str(method), route.path_format)
        for route in stage.shared_console(Settings(public_url=stage.HERE)).routes
        if route.path_format.startswith(BEGINNINGS)
        for method in {*map(str, route.methods)} - {"OPTIONS", "HEAD"}  # type: ignore[attr-defined]
    )


def names_in(path: str, salon: DemoSalon) -> dict[str, Any]:
    """The values for a template."""
    known = {"organization_id": salon.organization_id, "deed": "cancel"}
    return {name: known.get(name, "unknown") for name in NAME.findall(path)}
