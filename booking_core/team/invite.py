"""Invitations to an organization: made by an owner, accepted once by whoever has the address."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from booking_core.access.roles import Role
from booking_core.catalogue.resources import STAFF, Resource
from booking_core.customers.contacts import normalise_email
from booking_core.errors import Conflict, InvalidField, NotFound
from booking_core.storage.audit import CONSOLE
from booking_core.team.accounts import Account
from booking_core.team.context import TeamContext
from booking_core.team.links import (
    INVITATION,
    Condition,
    NewLink,
    OneTimeLink,
    Purpose,
    TokenOf,
    issue_link,
    withdraw_links,
    withdraw_links_to,
)
from booking_core.team.memberships import Membership

# Open at once in one organization: more than a business hires in a week, and an end to what is sent.
MOST_OPEN = 50


async def invite(
    team: TeamContext, email: str, role: Role, token_of: TokenOf, resource_id: str | None = None
) -> NewLink:
    """A link that makes whoever has the address ``role``, and that member of staff; an earlier one to
    the same address is withdrawn. Of two at once the later one stays.

    Raises ``NotAllowed``; ``InvalidField`` for the address or the ``resource_id``; ``Conflict``:
    ``already_here``, ``too_many_invitations``, ``invited_meanwhile``.
    """
    await team.require("team.invite", changes_team=True)
    email = normalise_email(email)
    await _must_be_new(team, email)
    await must_be_staff(team, resource_id)
    await withdraw_links_to(team.session, team.organization_id, email)
    if len(await open_invitations(team)) >= MOST_OPEN:
        raise Conflict("Too many invitations are open. Withdraw some first.", code="too_many_invitations")
    inviter = team.actor.id if team.actor.door == CONSOLE else None
    purpose = Purpose(INVITATION, email, team.organization_id, role, resource_id, invited_by=inviter)
    new = issue_link(team.session, purpose, token_of, team.now)
    team.audit("team.invite", new.link.id, role=role.value, resource_id=resource_id)
    try:
        await team.session.flush()
    except IntegrityError as error:
        # Without an owner there is no row to wait for.
        raise Conflict("Somebody has just invited this address.", code="invited_meanwhile") from error
    return new


async def open_invitations(team: TeamContext) -> Sequence[OneTimeLink]:
    """Those nobody has accepted yet and that still can be, oldest first."""
    statement = select(OneTimeLink).where(
        *_open_here(team.organization_id),
        OneTimeLink.used_at.is_(None),
        OneTimeLink.expires_at > team.now,
    )
    return (await team.session.scalars(statement.order_by(OneTimeLink.created_at, OneTimeLink.id))).all()


async def withdraw_invitation(team: TeamContext, link_id: str) -> None:
    """Raises ``NotAllowed``, and ``NotFound`` for an invitation that is not open here, or not any more."""
    await team.require("team.invite")
    if not await withdraw_links(team.session, *_open_here(team.organization_id), OneTimeLink.id == link_id):
        raise NotFound("There is no such open invitation.")
    team.audit("team.withdraw", link_id)


async def must_be_staff(team: TeamContext, resource_id: str | None) -> None:
    """Raises ``InvalidField`` for what is no member of staff of this organization."""
    if resource_id is None:
        return
    found = await team.session.scalar(
        select(func.count()).where(
            Resource.id == resource_id,
            Resource.organization_id == team.organization_id,
            Resource.kind == STAFF,
        )
    )
    if not found:
        raise InvalidField("resource_id", "There is no such member of staff.")


async def _must_be_new(team: TeamContext, email: str) -> None:
    statement = (
        select(Membership.id)
        .join(Account, Account.id == Membership.account_id)
        .where(Membership.organization_id == team.organization_id, Account.email == email)
    )
    if await team.session.scalar(statement) is not None:
        raise Conflict("This person works here already.", code="already_here")


def _open_here(organization_id: str) -> tuple[Condition, Condition]:
    return OneTimeLink.organization_id == organization_id, OneTimeLink.kind == INVITATION
