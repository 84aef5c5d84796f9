"""What a verb of the team works with: one session, for one organization, on behalf of one actor."""

from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.access.roles import Role, require_role
from booking_core.context import Guard, OperationContext
from booking_core.errors import NotAllowed
from booking_core.storage.audit import CONSOLE, Actor, AuditEntry
from booking_core.team.memberships import Membership
from booking_core.team.owners import lock_owners


async def lock_role(session: AsyncSession, organization_id: str, account_id: str) -> Role | None:
    """What they are there, which nobody changes until this transaction ends; None where they are nothing."""
    role = await session.scalar(
        select(Membership.role)
        .where(Membership.organization_id == organization_id, Membership.account_id == account_id)
        .with_for_update(read=True)
    )
    return Role(role) if role else None


def while_in_role(actor: Actor) -> Guard:
    """For any operation of somebody who is signed in: raises ``NotAllowed`` unless they still are what they
    were when their page asked, so that nothing is done in a role that was taken away meanwhile."""

    async def guard(session: AsyncSession) -> None:
        if await lock_role(session, actor.organization_id, actor.id) != actor.role:
            raise NotAllowed("Your role here has just changed, so nothing was done. Please try again.")

    return guard


class TeamContext(Struct, frozen=True):
    """``now`` is aware. The caller commits."""

    session: AsyncSession
    organization_id: str
    actor: Actor
    now: datetime

    @classmethod
    def at_desk(cls, context: OperationContext) -> "TeamContext":
        """The same session, organization, actor and moment as those of an operation at the desk."""
        return cls(context.session, context.organization_id, context.actor, context.clock.now())

    async def require(self, verb: str, *, changes_team: bool = False) -> None:
        """Raises ``NotAllowed`` unless the actor may use the verb as things stand.

        Whoever is signed in may have lost their role since their page was drawn: it is read again here, and
        stays as it is until this transaction ends. Verbs that change the team come here one after the other:
        with a lock of their own each, two owners who remove each other would wait for each other.
        """
        if changes_team:
            await lock_owners(self.session, self.organization_id)
        role = self.actor.role
        if self.actor.door == CONSOLE:
            role = await lock_role(self.session, self.organization_id, self.actor.id)
        require_role(role, verb)

    def audit(self, action: str, subject: str, **details: Any) -> None:
        """Note who did what to ``subject``; ids and roles, never who somebody is."""
        self.session.add(
            AuditEntry.of(self.actor, self.organization_id, action, subject, self.now, **details)
        )
