"""Who works in an organization, as what, and who leaves."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from sqlalchemy import delete, func, select

from booking_core.access.roles import Role
from booking_core.errors import NotFound
from booking_core.team.accounts import Account
from booking_core.team.context import TeamContext
from booking_core.team.invite import must_be_staff
from booking_core.team.links import OneTimeLink, withdraw_links, withdraw_links_to
from booking_core.team.memberships import Membership
from booking_core.team.owners import must_leave_an_owner


class Colleague(Struct, frozen=True):
    """Somebody of the team, as owners see them."""

    membership_id: str
    account_id: str
    name: str
    email: str
    role: Role
    resource_id: str | None
    since: datetime


async def colleagues_of(team: TeamContext) -> Sequence[Colleague]:
    """Everybody, owners first, then by name. Raises ``NotAllowed``."""
    await team.require("team.list")
    rows = await team.session.execute(
        select(Membership, Account.name, Account.email)
        .join(Account, Account.id == Membership.account_id)
        .where(Membership.organization_id == team.organization_id)
    )
    found = [
        Colleague(one.id, one.account_id, name, email, Role(one.role), one.resource_id, one.created_at)
        for one, name, email in rows
    ]
    return sorted(found, key=lambda one: (list(Role).index(one.role), one.name.casefold(), one.email))


async def change_role(team: TeamContext, membership_id: str, role: Role) -> Membership:
    """From this commit on they are ``role``. Raises ``NotAllowed``, ``NotFound``, and ``Conflict``
    (``last_owner``)."""
    await team.require("team.change", changes_team=True)
    membership = await _of_here(team, membership_id)
    if membership.role == role.value:
        return membership
    if membership.role == Role.OWNER.value:
        await must_leave_an_owner(team.session, team.organization_id, membership.id)
        await _withdraw_their_invitations(team, membership.account_id)
    before, membership.role = membership.role, role.value
    team.audit("team.change", membership.id, before=before, after=role.value)
    return membership


async def assign_resource(team: TeamContext, membership_id: str, resource_id: str | None) -> Membership:
    """Say which member of staff they are in the agenda, or none. Raises ``NotAllowed``, ``NotFound``, and
    ``InvalidField`` (``resource_id``)."""
    await team.require("team.change", changes_team=True)
    membership = await _of_here(team, membership_id)
    await must_be_staff(team, resource_id)
    before, membership.resource_id = membership.resource_id, resource_id
    team.audit("team.change", membership.id, before=before, after=resource_id)
    return membership


async def remove_member(team: TeamContext, membership_id: str) -> None:
    """They work here no longer, from this commit on, and no link that was open lets them in again. An account
    that works nowhere any more goes, and with it everything of that person.

    Raises ``NotAllowed``, ``NotFound``, and ``Conflict`` (``last_owner``).
    """
    await team.require("team.remove", changes_team=True)
    membership = await _of_here(team, membership_id)
    if membership.role == Role.OWNER.value:
        await must_leave_an_owner(team.session, team.organization_id, membership.id)
    await _withdraw_their_invitations(team, membership.account_id)
    account = await team.session.get_one(Account, membership.account_id)
    await withdraw_links_to(team.session, team.organization_id, account.email)
    await _leave(team, membership)
    team.audit("team.remove", membership.id, role=membership.role, account=membership.account_id)


async def _leave(team: TeamContext, membership: Membership) -> None:
    whose = membership.account_id
    # Whoever accepts an invitation elsewhere meanwhile waits for this, or this for them.
    await team.session.execute(select(Account.id).where(Account.id == whose).with_for_update())
    await team.session.execute(delete(Membership).where(Membership.id == membership.id))
    if not await team.session.scalar(select(func.count()).where(Membership.account_id == whose)):
        await team.session.execute(delete(Account).where(Account.id == whose))


async def _of_here(team: TeamContext, membership_id: str) -> Membership:
    found = await team.session.scalar(
        select(Membership).where(
            Membership.id == membership_id, Membership.organization_id == team.organization_id
        )
    )
    if found is None:
        raise NotFound("Nobody like that works here.")
    return found


async def _withdraw_their_invitations(team: TeamContext, account_id: str) -> None:
    """Whoever may invite nobody any more must not come back by an invitation of their own."""
    await withdraw_links(
        team.session,
        OneTimeLink.organization_id == team.organization_id,
        OneTimeLink.invited_by == account_id,
    )
