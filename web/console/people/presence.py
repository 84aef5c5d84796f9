"""How somebody appears in an organization, and what they are written about."""

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import InvalidField
from booking_core.team.context import while_in_role
from booking_core.team.memberships import (
    NOTIFICATIONS,
    PERSON_WANTED,
    Membership,
    Presence,
    change_presence,
    membership_of,
)
from web.console.access.signed_in import SignedIn
from web.console.rendering.page import page
from web.console.words.translate import N_, gettext

LABELS = {
    PERSON_WANTED: N_("A customer asks for a person"),
    "booked": N_("Somebody books"),
    "requested": N_("Somebody asks for an appointment"),
    "moved": N_("Somebody moves an appointment"),
    "cancelled": N_("Somebody cancels an appointment"),
}


class PresenceForm(Struct):
    """Each kind of letter is not empty where its box is ticked, and so is ``of_all`` for all appointments
    rather than their own."""

    name: str = ""
    email: str = ""
    person_wanted: str = ""
    booked: str = ""
    requested: str = ""
    moved: str = ""
    cancelled: str = ""
    of_all: str = ""


@get("/presence")
async def presence_page(
    core: NamedDependency[BookingCore], operator: NamedDependency[SignedIn], done: FromQuery[str] = ""
) -> Response[str]:
    async with core.sessions() as session:
        mine = await membership_of(session, operator.organization_id, operator.id)
    return _page(operator, _form_of(mine), news=gettext("That is kept.") if done else "")


@post("/presence", status_code=303)
async def change_my_presence(
    data: URLEncodedBody[PresenceForm],
    core: NamedDependency[BookingCore],
    operator: NamedDependency[SignedIn],
) -> Response[str] | Redirect:
    kinds = [kind for kind in NOTIFICATIONS if getattr(data, kind)]
    presence = Presence(data.name, data.email, kinds, notifies_of_all=bool(data.of_all))

    async def work(desk: Desk) -> None:
        mine = await change_presence(desk.session, desk.organization_id, operator.id, presence)
        desk.audit("team.presence", mine.id, kinds=mine.notification_kinds)

    try:
        guard = while_in_role(operator.actor)
        await core.transaction(operator.organization_id, operator.actor, work, guard=guard)
    except InvalidField as wrong:
        names = {"public_name": "name", "notification_email": "email"}
        return _page(operator, data, wrong={names[wrong.field]: wrong.detail})
    return Redirect(f"{operator.home}/presence?done=1", status_code=303)


def _form_of(mine: Membership | None) -> PresenceForm:
    if mine is None:
        return PresenceForm()
    wants = dict.fromkeys(mine.notification_kinds, "yes")
    of_all = "yes" if mine.notifies_of_all else ""
    return PresenceForm(mine.public_name or "", mine.notification_email or "", of_all=of_all, **wants)


def _page(
    operator: SignedIn, form: PresenceForm, *, wrong: dict[str, str] | None = None, news: str = ""
) -> Response[str]:
    kinds = [(kind, LABELS[kind], bool(getattr(form, kind))) for kind in NOTIFICATIONS]
    status = 422 if wrong else 200
    return page(
        "presence.html",
        status_code=status,
        operator=operator,
        form=form,
        kinds=kinds,
        wrong=wrong,
        news=news,
        may_choose_all=_may_choose_all(operator),
    )


def _may_choose_all(operator: SignedIn) -> bool:
    """Whoever is nobody in the agenda hears of all they see anyway, and a member of their own alone."""
    return operator.resource_id is not None and operator.role is not Role.MEMBER
