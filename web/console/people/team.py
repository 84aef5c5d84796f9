"""Who works here: an owner invites, changes roles, and lets people go."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect

from booking_core.access.roles import Role
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.resources import STAFF
from booking_core.desk import Desk
from booking_core.errors import Conflict, Invalid, NotFound, Refusal
from booking_core.notices.outbox import NewMail
from booking_core.notices.outbox import post as post_letter
from booking_core.team.accounts import account_with_email
from booking_core.team.change import assign_resource, change_role, colleagues_of, remove_member
from booking_core.team.context import TeamContext
from booking_core.team.invite import invite, open_invitations, withdraw_invitation
from booking_core.team.links import NewLink, OneTimeLink
from web.console.people.letters import invitation_letter
from web.console.people.team_forms import InvitationForm, MemberForm, WithdrawalForm, role_named
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.visit import Visit
from web.console.words.language import speak
from web.console.words.refusals import refusal_text
from web.console.words.translate import N_, gettext
from web.problems import status_of
from web.secrets.team_links import TeamLinks
from web.settings import Settings

T = TypeVar("T")
NEWS = {
    "invited": N_("The email is on its way."),
    "changed": N_("That is changed."),
    "removed": N_("They work here no longer."),
    "withdrawn": N_("The invitation is withdrawn."),
}


@get("/team")
async def team_page(visit: NamedDependency[Visit], done: FromQuery[str] = "") -> Response[str]:
    return await _page(visit, news=gettext(NEWS.get(done, "")))


@post("/team/invite", status_code=303)
async def invite_colleague(
    data: URLEncodedBody[InvitationForm],
    visit: NamedDependency[Visit],
    settings: NamedDependency[Settings],
) -> Response[str] | Redirect:
    """A letter with the link; where no mail server is set, the link is shown this once."""
    links = TeamLinks.of(settings)

    async def work(team: TeamContext) -> NewLink:
        new = await invite(team, data.email, role_named(data.role), links.token, data.staff or None)
        if settings.smtp_url is not None:
            await post_letter(team.session, await _invitation(visit, team, new.link), team.now)
        return new

    try:
        new = await _with_team(visit, work)
    except (Invalid, Conflict) as refused:
        return await _page(visit, refused=refused, form=data)
    if settings.smtp_url is None:
        return await _page(visit, link=links.address(new.link.id), invited=new.link.email)
    return _back(visit, "invited")


@post("/team/withdraw", status_code=303)
async def withdraw(
    data: URLEncodedBody[WithdrawalForm],
    visit: NamedDependency[Visit],
) -> Response[str] | Redirect:
    try:
        await _with_team(visit, lambda team: withdraw_invitation(team, data.invitation))
    except NotFound as refused:
        return await _page(visit, refused=refused)
    return _back(visit, "withdrawn")


@post("/team/change", status_code=303)
async def change_colleague(
    data: URLEncodedBody[MemberForm],
    visit: NamedDependency[Visit],
) -> Response[str] | Redirect:
    async def work(team: TeamContext) -> None:
        await assign_resource(team, data.member, data.staff or None)
        await change_role(team, data.member, role_named(data.role))

    try:
        await _with_team(visit, work)
    except (Invalid, Conflict) as refused:
        return await _page(visit, refused=refused)
    return _back(visit, "changed")


@post("/team/remove", status_code=303)
async def remove_colleague(
    data: URLEncodedBody[MemberForm],
    visit: NamedDependency[Visit],
) -> Response[str] | Redirect:
    try:
        await _with_team(visit, lambda team: remove_member(team, data.member))
    except Conflict as refused:
        return await _page(visit, refused=refused)
    return _back(visit, "removed")


ROUTER = Router(
    "/", route_handlers=[team_page, invite_colleague, withdraw, change_colleague, remove_colleague]
)


async def _invitation(visit: Visit, team: TeamContext, link: OneTimeLink) -> NewMail:
    """In the language that whoever is invited has chosen elsewhere, else in that of the business."""
    known = await account_with_email(team.session, link.email)
    business = await team.session.get_one(Organization, team.organization_id)
    with speak(known.language if known else None, business.locale):
        return invitation_letter(link, visit.operator.organization_name)


async def _with_team(visit: Visit, verb: Callable[[TeamContext], Awaitable[T]]) -> T:
    async def work(desk: Desk) -> T:
        return await verb(TeamContext.at_desk(desk))

    operator = visit.operator
    return await visit.core.transaction(operator.organization_id, operator.actor, work)


def _back(visit: Visit, done: str) -> Redirect:
    return Redirect(f"{visit.operator.home}/team?done={done}", status_code=303)


async def _page(visit: Visit, *, refused: Refusal | None = None, **more: Any) -> Response[str]:
    async def read(desk: Desk) -> dict[str, Any]:
        team = TeamContext.at_desk(desk)
        return {
            "colleagues": await colleagues_of(team),
            "invitations": await open_invitations(team),
            "staff": [one for one in desk.catalogue.resources.values() if one.kind == STAFF],
            "local": LocalFormat.of(desk.catalogue.organization),
        }

    operator = visit.operator
    shown = await visit.core.transaction(operator.organization_id, operator.actor, read)
    status = 200 if refused is None else status_of(refused)
    words = {"error": refusal_text(refused.detail)} if refused else {}
    return visit.page("team.html", "team", status_code=status, roles=list(Role), **words, **shown, **more)
