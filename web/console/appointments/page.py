"""The page of one appointment, and what the business says of it: yes, no, cancelled, came, did not come."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from booking_core.appointments.served import find_served
from booking_core.desk import Desk
from booking_core.errors import Conflict, Invalid, InvalidField, NotFound
from booking_core.input.kinds import Text, WrongValue
from booking_core.team.context import while_in_role
from web.console.appointments.details import Details, details_of
from web.console.forms.form import VERSION
from web.console.forms.sent import Sent, read_sent
from web.console.rendering.page import page
from web.console.rendering.visit import Visit
from web.console.words.refusals import refusal_text
from web.console.words.translate import N_, gettext

REASON = Text(500, lines=True, may_be_empty=True)


Deed = Callable[[Desk, str, int, str | None], Awaitable[Any]]
DEEDS: Mapping[str, Deed] = {
    "approve": lambda desk, one, version, _: desk.approve(one, expected_version=version),
    "decline": lambda desk, one, version, why: desk.decline(one, expected_version=version, reason=why),
    "cancel": lambda desk, one, version, why: desk.cancel(one, expected_version=version, reason=why),
    "displace": lambda desk, one, version, why: desk.displace(one, expected_version=version, reason=why),
    "came": lambda desk, one, version, _: desk.complete(one, expected_version=version),
    "no-show": lambda desk, one, version, _: desk.no_show(one, expected_version=version),
}
NEWS = {
    "booked": N_("It is booked."),
    "moved": N_("It is moved, and its old time is free again."),
    "approve": N_("It is approved."),
    "decline": N_("It is declined, and its time is free again."),
    "cancel": N_("It is cancelled, and its time is free again."),
    "displace": N_("The customer is asked to choose another time. Until they do, it stands where it is."),
    "came": N_("Noted: they came."),
    "no-show": N_("Noted: they did not come."),
    "link": N_("The old link no longer works. Emails from now on carry the new one."),
}
# Of the others the customer knows already.
IS_TOLD = ("booked", "moved", "approve", "decline", "cancel", "displace")
# Where to after an answer that was given in a list, by what its form says.
LISTS = {"requests": "/agenda/requests"}
# These are put right where they have just been noted.
OUTCOMES = ("came", "no-show")


@get("/appointments/{appointment_id:str}")
async def appointment_page(
    visit: NamedDependency[Visit], appointment_id: FromPath[str], done: FromQuery[str] = ""
) -> Response[str]:
    """404 for an unknown appointment, another organization's, and one that somebody else serves."""
    return await draw_appointment(
        visit,
        appointment_id,
        news=gettext(NEWS.get(done, "")),
        is_told=done in IS_TOLD,
        is_outcome=done in OUTCOMES,
    )


@post("/appointments/{appointment_id:str}/{deed:str}", status_code=303)
async def decide(
    visit: NamedDependency[Visit], appointment_id: FromPath[str], deed: FromPath[str]
) -> Response[str] | Redirect:
    """By the version that the page showed. Repeating it changes nothing."""
    if deed not in DEEDS:
        raise NotFound("There is no such page.")
    actor, sent = visit.operator.actor, await read_sent(visit.request)

    async def work(desk: Desk) -> None:
        await find_served(desk, appointment_id, for_update=True)
        await DEEDS[deed](desk, appointment_id, sent.number(VERSION), read_reason(sent))

    try:
        await visit.core.transaction(actor.organization_id, actor, work, guard=while_in_role(actor))
    except (Conflict, Invalid) as refusal:
        wrong = refusal_text(refusal.detail)
        return await draw_appointment(
            visit, appointment_id, wrong=wrong, wrong_deed=deed, said=sent.text("reason")
        )
    then = LISTS.get(sent.text("back"), f"/appointments/{appointment_id}")
    return Redirect(f"{visit.operator.home}{then}?done={deed}", status_code=303)


def read_reason(sent: Sent) -> str | None:
    """What the customer is told, None for nothing. Raises ``InvalidField``."""
    try:
        return REASON.read(sent.text("reason")) or None
    except WrongValue as wrong:
        raise InvalidField("reason", str(wrong)) from wrong


async def draw_appointment(
    visit: Visit, appointment_id: str, *, wrong: str = "", **shown: Any
) -> Response[str]:
    async def look(desk: Desk) -> Details:
        return await details_of(desk, appointment_id, visit)

    return page(
        "appointment.html",
        status_code=422 if wrong else 200,
        operator=visit.operator,
        wrong=wrong,
        address=f"{visit.operator.home}/appointments/{appointment_id}",
        details=await visit.read(look),
        **shown,
    )
