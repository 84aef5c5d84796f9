"""What a website looks like with the chat, and the code to scan for the page of its own."""

from io import BytesIO

import segno
from litestar import Response, get
from litestar.di import NamedDependency

from booking_core.access.roles import require_role
from booking_core.back_office.settings import BusinessSettings
from booking_core.desk import Desk
from web.console.access.headers import allow_own_frames
from web.console.forms.sent import Sent
from web.console.rendering.page import page
from web.console.rendering.visit import Visit
from web.console.settings.embed.page import PAGE
from web.console.settings.embed.snippet import Look


@get("/settings/embed/preview")
async def preview(visit: NamedDependency[Visit]) -> Response[str]:
    """A page such as somebody's website, with the chat as the address says it looks."""
    require_role(visit.operator.role, PAGE.verb)

    async def accent_of(desk: Desk) -> str:
        values, _ = await BusinessSettings(desk).read()
        return values["chat.accent"] or ""

    query = {name: [text] for name, text in visit.request.query_params.items()}
    look = Look.of(Sent(query), query.get("accent", [""])[0] or await visit.read(accent_of))
    answer = page(
        "settings/page_with_chat.html", operator=visit.operator, look=look, attributes=look.attributes
    )
    return allow_own_frames(answer)


@get("/settings/embed/code.svg")
async def code(visit: NamedDependency[Visit]) -> Response[str]:
    """The code that leads to the chat's own page, for a shop window."""
    require_role(visit.operator.role, PAGE.verb)
    drawn = BytesIO()
    address = f"{visit.settings.public_url}/c/{visit.operator.organization_id}"
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", scale=8, border=4, light="#ffffff")
    return Response(drawn.getvalue().decode(), media_type="image/svg+xml")


ROUTES = [preview, code]
