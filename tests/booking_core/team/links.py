"""One-time links as people ask for them and use them."""

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.accept import accept_invitation
from booking_core.team.accounts import Account
from booking_core.team.context import TeamContext
from booking_core.team.credentials.reset_password import issue_reset
from booking_core.team.invite import invite
from booking_core.team.links import NewLink
from booking_core.team.memberships import Membership
from tests.accounts import PASSWORD, address
from tests.booking_core.team.staff import SHELL, in_team, token_of


async def invite_member(
    core: BookingCore, salon: DemoSalon, email: str = "", role: Role = Role.MEMBER
) -> NewLink:
    email = email or address()

    async def work(team: TeamContext) -> NewLink:
        return await invite(team, email, role, token_of, salon.resources["Dana"])

    return await in_team(core, salon.organization_id, SHELL, work)


async def accepts(core: BookingCore, new: NewLink, password: str = PASSWORD) -> Membership:
    return await accept_invitation(core.sessions, new.token, "Nora  Nolan", password, core.clock.now())


async def forgotten(core: BookingCore, account: Account) -> NewLink:
    async with core.sessions() as session, session.begin():
        return await issue_reset(session, account, token_of, core.clock.now())
