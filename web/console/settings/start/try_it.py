"""The real chat beside the settings: somebody books as customers will, and takes it back with one click."""

from collections.abc import Sequence
from datetime import timedelta

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect
from msgspec import Struct
from sqlalchemy import ColumnElement, select

from agent.conversation.conversation import CLOSED, Conversation
from agent.data_retention.erasure import forget_conversations
from agent.live_stream.stream import ConversationLog
from booking_core.access.roles import require_role
from booking_core.appointments.appointment import CANCELLED, CONFIRMED, PENDING, Appointment
from booking_core.appointments.find import customers_by_id
from booking_core.desk import Desk
from booking_core.errors import Conflict, NotFound
from booking_core.team.context import while_in_role
from web.console.access.headers import allow_own_frames, frame_own_pages
from web.console.conversations.outcomes import AppointmentLine, appointments_of
from web.console.rendering.page import page
from web.console.rendering.visit import Visit
from web.console.settings.start.page import PAGE
from web.console.words.language import language
from web.console.words.refusals import refusal_text
from web.console.words.translate import N_, gettext

# What was tried a day ago is looked at nowhere but among the conversations.
LATELY = timedelta(days=1)
# The book of a business loses no appointment.
TAKEN_BACK = N_(
    "Taken back: the time is free again. A cancelled appointment and an empty conversation stay, without a"
    " name."
)


class Trial(Struct, frozen=True):
    """A conversation in which an appointment was booked on the page of the trial."""

    id: str
    customer: str
    appointments: Sequence[AppointmentLine]


@get("/settings/start/try")
async def try_page(visit: NamedDependency[Visit], done: FromQuery[str] = "") -> Response[str]:
    return await _draw(visit, news=gettext(TAKEN_BACK) if done else "")


@get("/settings/start/chat")
async def chat_page(visit: NamedDependency[Visit]) -> Response[str]:
    """A page with the chat in it, as a website has it: a trial is known by this page."""
    require_role(visit.operator.role, "settings.change")
    attributes = {"data-mode": "inline", "data-target": "#chat", "data-lang": language()}
    answer = page("settings/page_with_chat.html", operator=visit.operator, attributes=attributes)
    return allow_own_frames(answer)


@post("/settings/start/try/{conversation_id:str}/back", status_code=303)
async def take_back(
    visit: NamedDependency[Visit], conversation_id: FromPath[str]
) -> Response[str] | Redirect:
    """Cancel what was booked in it, and forget who it was and what was said."""
    actor = visit.operator.actor
    require_role(actor.role, "settings.change")

    async def work(desk: Desk) -> None:
        await _forget(desk, ConversationLog(visit.core.redis), conversation_id, _page_of(visit))

    try:
        await visit.core.transaction(actor.organization_id, actor, work, guard=while_in_role(actor))
    except Conflict as refusal:
        return await _draw(visit, wrong=refusal_text(refusal.detail))
    return Redirect(f"{visit.home}/start/try?done=back", status_code=303)


async def _forget(desk: Desk, log: ConversationLog, conversation_id: str, where: str) -> None:
    """Raises ``NotFound`` for what is no trial. What is forgotten already stays so."""
    trial = await desk.session.scalar(
        select(Conversation).where(
            Conversation.id == conversation_id, Conversation.organization_id == desk.organization_id
        )
    )
    if trial is not None and trial.page is None and trial.status == CLOSED:
        return
    if trial is None or trial.page != where:
        raise NotFound("There is no such conversation.")
    booked = [await desk.find(one.id, for_update=True) for one in await appointments_of(desk, trial.id)]
    for appointment in booked:
        if appointment.status in (CONFIRMED, PENDING):
            await desk.cancel(appointment.id)
    await forget_conversations(desk, log, [trial.id])
    # Nobody looks for a customer there.
    trial.outcome = CANCELLED
    for customer_id in {one.customer_id for one in booked}:
        if not await _comes_again(desk, customer_id, [one.id for one in booked]):
            await desk.erase_customer(customer_id)


async def _comes_again(desk: Desk, customer_id: str, but: Sequence[str]) -> bool:
    others = select(Appointment.id).where(
        Appointment.organization_id == desk.organization_id,
        Appointment.customer_id == customer_id,
        Appointment.id.not_in(but),
    )
    return await desk.session.scalar(others.limit(1)) is not None


def _page_of(visit: Visit) -> str:
    """What the widget says of where it stands."""
    return f"{visit.settings.public_url}{visit.home}/start/chat"


async def _draw(visit: Visit, *, news: str = "", wrong: str = "") -> Response[str]:
    require_role(visit.operator.role, "settings.change")
    answer = visit.page(
        "settings/try.html",
        PAGE.slug,
        status_code=422 if wrong else 200,
        trials=await visit.read(lambda desk: _trials(desk, _page_of(visit))),
        chat=f"{visit.home}/start/chat",
        address=f"{visit.home}/start/try",
        news=news,
        wrong=wrong,
    )
    return frame_own_pages(answer)


async def _trials(desk: Desk, where: str) -> list[Trial]:
    found = await desk.session.scalars(
        select(Conversation).where(*_trial_conditions(desk, where)).order_by(Conversation.id)
    )
    trials = []
    for one in found.all():
        booked = [line for line in await appointments_of(desk, one.id) if line.status in (CONFIRMED, PENDING)]
        if booked:
            trials.append(Trial(one.id, await _customer_of(desk, booked[0]), booked))
    return trials


async def _customer_of(desk: Desk, booked: AppointmentLine) -> str:
    customer_id = (await desk.find(booked.id)).customer_id
    people = await customers_by_id(desk, [customer_id])
    return people[customer_id].name


def _trial_conditions(desk: Desk, where: str) -> Sequence[ColumnElement[bool]]:
    return (
        Conversation.organization_id == desk.organization_id,
        Conversation.outcome == "booked",
        Conversation.page == where,
        Conversation.created_at > desk.clock.now() - LATELY,
    )
