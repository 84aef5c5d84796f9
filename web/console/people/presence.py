"""How somebody appears in an organization, and what they are written about."""

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct

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

LABELS = {PERSON_WANTED: N_("A customer asks for a person")}


class PresenceForm(Struct):
    """``person_wanted`` is not empty where its box is ticked."""

    name: str = ""
    email: str = ""
    person_wanted: str = ""


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
    presence = Presence(data.name, data.email, [kind for kind in NOTIFICATIONS if getattr(data, kind)])

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
    return PresenceForm(mine.public_name or "", mine.notification_email or "", **wants)


def _page(
    operator: SignedIn, form: PresenceForm, *, wrong: dict[str, str] | None = None, news: str = ""
) -> Response[str]:
    kinds = [(kind, LABELS[kind], bool(getattr(form, kind))) for kind in NOTIFICATIONS]
    status = 422 if wrong else 200
    return page(
        "presence.html", status_code=status, operator=operator, form=form, kinds=kinds, wrong=wrong, news=news
    )
