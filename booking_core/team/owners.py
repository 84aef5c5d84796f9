"""An organization that has owners never loses the last one, whoever leaves at once."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.access.roles import Role
from booking_core.errors import Conflict
from booking_core.team.memberships import Membership


async def lock_owners(session: AsyncSession, organization_id: str) -> list[str]:
    """The ids of its owners' memberships, which nobody else changes until this transaction ends.

    Always locked in the same order. Whoever waits here for another transaction sees what that one left.
    """
    owners = (
        select(Membership.id)
        .where(Membership.organization_id == organization_id, Membership.role == Role.OWNER.value)
        .order_by(Membership.id)
        .with_for_update()
    )
    return list(await session.scalars(owners))


async def must_leave_an_owner(session: AsyncSession, organization_id: str, membership_id: str) -> None:
    """Raises ``Conflict`` (``last_owner``) where nobody would own the organization without this one."""
    if await lock_owners(session, organization_id) == [membership_id]:
        raise Conflict("This is the only owner. Please make somebody else an owner first.", code="last_owner")
