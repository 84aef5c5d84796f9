"""A business and the people who sign in to it, as the verbs of the team see them."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.storage.audit import Actor
from booking_core.team.accounts import Account
from booking_core.team.context import TeamContext
from booking_core.team.memberships import Membership, add_membership
from tests.accounts import known_account

T = TypeVar("T")
SHELL = Actor(door="system", id="zimun", proof="the command line", role=Role.OWNER)


def token_of(link_id: str) -> str:
    return f"token of {link_id}"


class Somebody:
    """A person and what they are in one organization."""

    def __init__(self, core: BookingCore, account: Account, membership: Membership) -> None:
        self.core = core
        self.account = account
        self.membership = membership

    @property
    def actor(self) -> Actor:
        return Actor(
            door="console",
            id=self.account.id,
            proof="session",
            role=Role(self.membership.role),
            organization_id=self.membership.organization_id,
        )

    async def does(self, verb: Callable[[TeamContext], Awaitable[T]], organization_id: str = "") -> T:
        where = organization_id or self.membership.organization_id
        return await in_team(self.core, where, self.actor, verb)


async def in_team(
    core: BookingCore, organization_id: str, actor: Actor, verb: Callable[[TeamContext], Awaitable[T]]
) -> T:
    async with core.sessions() as session, session.begin():
        return await verb(TeamContext(session, organization_id, actor, core.clock.now()))


async def somebody(
    core: BookingCore, organization_id: str, role: Role = Role.OWNER, account: Account | None = None
) -> Somebody:
    """Somebody new, or this account in one more organization."""
    async with core.sessions() as session, session.begin():
        account = account or await known_account(session)
        membership = add_membership(session, organization_id, account, role)
    return Somebody(core, account, membership)
