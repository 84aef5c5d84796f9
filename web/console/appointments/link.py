"""The customer's own link to an appointment: shown to whoever may replace it, and replaced."""

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from booking_core.appointments.by_link.link import renew_link
from booking_core.desk import Desk
from booking_core.errors import Conflict
from booking_core.team.context import while_in_role
from web.console.appointments.page import draw_appointment
from web.console.forms.sent import read_sent
from web.console.rendering.visit import Visit
from web.console.words.refusals import refusal_text


@post("/appointments/{appointment_id:str}/link", status_code=303)
async def replace_link(
    visit: NamedDependency[Visit], appointment_id: FromPath[str]
) -> Response[str] | Redirect:
    """By the number that the page showed: pressing twice replaces it once."""
    actor, sent = visit.operator.actor, await read_sent(visit.request)

    async def work(desk: Desk) -> None:
        await renew_link(desk, appointment_id, sent.number("link_number"))

    try:
        await visit.core.transaction(actor.organization_id, actor, work, guard=while_in_role(actor))
    except Conflict as refusal:
        return await draw_appointment(visit, appointment_id, wrong=refusal_text(refusal.detail))
    return Redirect(f"{visit.operator.home}/appointments/{appointment_id}?done=link", status_code=303)
