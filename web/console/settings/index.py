"""The first page of the settings: everything that can be set, in groups."""

from litestar import Response, get
from litestar.di import NamedDependency

from booking_core.access.roles import require_role
from web.console.rendering.visit import Visit


@get("/settings")
async def settings_index(visit: NamedDependency[Visit]) -> Response[str]:
    require_role(visit.operator.role, "settings.read")
    return visit.page("settings/index.html", "")
