"""The first owner of an organization: by one link, which whoever runs the server reads, and by nothing
else."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.access.roles import Role
from booking_core.catalogue.organizations import Organization
from booking_core.customers.contacts import normalise_email
from booking_core.errors import Conflict
from booking_core.team.context import TeamContext
from booking_core.team.links import (
    FIRST_OWNER,
    NewLink,
    OneTimeLink,
    Purpose,
    TokenOf,
    hash_of,
    issue_link,
    withdraw_links,
)
from booking_core.team.owners import lock_owners


async def first_owner_link(team: TeamContext, email: str, token_of: TokenOf) -> NewLink:
    """The link that makes whoever has the address the first owner: the one that is open, told once more, or a
    new one in place of whatever was open. Raises ``Conflict`` (``has_an_owner``)."""
    await must_have_no_owner(team.session, team.organization_id)
    email = normalise_email(email)
    here = OneTimeLink.organization_id == team.organization_id, OneTimeLink.kind == FIRST_OWNER
    is_open = OneTimeLink.used_at.is_(None), OneTimeLink.expires_at > team.now, OneTimeLink.email == email
    known = await team.session.scalar(select(OneTimeLink).where(*here, *is_open))
    # After a new secret key the token would be another.
    if known is not None and known.token_hash == hash_of(token_of(known.id)):
        return NewLink(known, token_of(known.id))
    await withdraw_links(team.session, *here)
    purpose = Purpose(FIRST_OWNER, email, team.organization_id, Role.OWNER)
    new = issue_link(team.session, purpose, token_of, team.now)
    team.audit("team.invite", new.link.id, role=Role.OWNER.value)
    return new


async def must_have_no_owner(session: AsyncSession, organization_id: str) -> None:
    """Raises ``Conflict`` (``has_an_owner``). Until this transaction ends nobody becomes the first owner."""
    # Two of them have no membership to wait for: they wait for their organization.
    await session.get_one(Organization, organization_id, with_for_update=True)
    if await lock_owners(session, organization_id):
        raise Conflict("This business has an owner already, who can invite others.", code="has_an_owner")
