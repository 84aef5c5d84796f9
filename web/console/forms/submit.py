"""Saving a form: a verb of the back office is called with what was sent, and every refusal leads back to the
form, with what was typed."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from litestar import Response
from litestar.response import Redirect
from msgspec import Struct

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.touched import AppointmentsTouched
from booking_core.desk import Desk
from booking_core.errors import Conflict, Invalid, Refusal
from web.console.forms.form import KEY, VERSION, Form, FormState, must_be_readable
from web.console.forms.meanwhile import Since, changes_since, merge
from web.console.forms.sent import Sent, read_sent
from web.console.forms.touched.decisions import Deciding, decisions_of, is_about_touched
from web.console.forms.touched.listed import touched_page
from web.console.forms.touched.told import told_address
from web.console.rendering.visit import Visit

Work = Callable[[BackOffice, Mapping[str, Any], int], Awaitable[Any]]
Draw = Callable[[FormState], Awaitable[Response[str]]]
Answer = Response[str] | Redirect


class Submission(Struct, frozen=True):
    """A form that is sent: ``work`` calls the verb with its values and the version it was drawn from,
    ``draw`` draws the page of the form, and ``then`` is where a success leads. ``subject`` is the id of what
    is changed, by which the audit log says what somebody else did to it meanwhile; ``here`` the slug of the
    page."""

    visit: Visit
    form: Form
    here: str
    work: Work
    draw: Draw
    then: str
    subject: str = ""


async def submit(submission: Submission) -> Answer:
    """Redirects after a success; else the form again, or the appointments that a change touches (422)."""
    visit, sent = submission.visit, await read_sent(submission.visit.request)
    state = FormState(submission.form, sent, sent.number(VERSION), sent.text(KEY))
    values = submission.form.read(sent)

    async def carry_out(office: BackOffice) -> None:
        must_be_readable(values)
        await submission.work(office, values, state.version)

    decisions = None
    try:
        decisions = decisions_of(sent)
        await visit.arrange(carry_out, decisions)
    except AppointmentsTouched as touched:
        return await touched_page(visit, submission.here, sent, touched, Deciding())
    except (Invalid, Conflict) as refusal:
        return await _answer_refusal(submission, state, carry_out, refusal)
    then = told_address(visit, submission.here, submission.then) if decisions else submission.then
    return Redirect(then, status_code=303)


async def _answer_refusal(
    submission: Submission, state: FormState, again: Callable[[BackOffice], Awaitable[None]], refusal: Refusal
) -> Answer:
    if is_about_touched(refusal):
        return await _decide_again(submission, state.sent, again, refusal)
    if refusal.code == "version_conflict" and submission.subject:
        return await submission.draw(await merge_again(submission.visit, submission.subject, state, refusal))
    return await submission.draw(state.with_refusal(refusal))


async def _decide_again(
    submission: Submission, sent: Sent, again: Callable[[BackOffice], Awaitable[None]], refusal: Refusal
) -> Answer:
    """The list once more, with what is wrong beside the appointment it is about."""
    try:
        await submission.visit.arrange(again)
    except AppointmentsTouched as touched:
        return await touched_page(
            submission.visit, submission.here, sent, touched, Deciding.with_refusal(refusal)
        )
    return Redirect(submission.then, status_code=303)


async def merge_again(visit: Visit, subject: str, state: FormState, refusal: Refusal) -> FormState:
    """The form against the version that is kept now, with what somebody else did meanwhile."""

    async def look(desk: Desk) -> Since | None:
        return await changes_since(desk, subject, state.version, visit.local(desk))

    since = await visit.read(look)
    if since is None:
        return state.with_refusal(refusal)
    sent, meanwhile = merge(state.form.fields, state.sent, since)
    return FormState(state.form, sent, refusal.details["version"], state.key, (), meanwhile)
