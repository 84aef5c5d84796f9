"""Answers to what the business still wants to know."""

from typing import Any

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.response import Redirect

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.by_link.answers import answer_questions, open_questions
from booking_core.catalogue.services.booking_questions import YES_NO
from booking_core.desk import Desk
from booking_core.errors import Conflict, InvalidFields
from web.manage.form import fields_of
from web.manage.rendering.refused import sentence_of
from web.manage.rendering.shown import page_of, read_shown
from web.manage.visit import LinkVisit
from web.problems import status_of

FIELD = "answers."
CHECKED = {"yes": True, "no": False}


@post("/answers", media_type=MediaType.HTML, status_code=303)
async def answer(visit: NamedDependency[LinkVisit]) -> Response[Any]:
    """Sent twice it is kept once: what was answered before stays as it was."""
    fields = await fields_of(visit.request)

    async def work(desk: Desk, appointment: Appointment) -> None:
        given: dict[str, Any] = {}
        for question in open_questions(desk, appointment):
            written = fields.get(f"{FIELD}{question.key}", "")
            given[question.key] = CHECKED.get(written, written) if question.kind == YES_NO else written
        await answer_questions(desk, appointment, given)

    try:
        await visit.change(work)
    except (Conflict, InvalidFields) as refusal:
        shown = await read_shown(visit)
        wrong, status = sentence_of(shown, refusal), status_of(refusal)
        fault = {one.field for one in refusal.fields} if isinstance(refusal, InvalidFields) else set()
        return page_of(
            visit, "appointment.html", shown, status_code=status, wrong=wrong, given=fields, fault=fault
        )
    return Redirect(f"{visit.path}?done=answered", status_code=303)
