"""Links by which people join and choose a new password."""

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from booking_core.storage.ids import new_id
from booking_core.team.accounts import account_with_email
from booking_core.team.context import TeamContext
from booking_core.team.credentials.reset_password import issue_reset
from booking_core.team.first_owner import first_owner_link
from booking_core.team.invite import invite
from tests.web.console.stage import HERE
from web.secrets.team_links import TeamLinks
from web.settings import Settings

SHELL = Actor(door="system", id="zimun", role=Role.OWNER)
LINKS = TeamLinks.of(Settings(public_url=HERE))


async def invitation(core: BookingCore, salon: DemoSalon, email: str = "") -> tuple[str, str]:
    """The path of a link, and whose it is."""
    email = email or f"{new_id('who')}@example.com"
    async with core.sessions() as session, session.begin():
        team = TeamContext(session, salon.organization_id, SHELL, core.clock.now())
        new = await invite(team, email, Role.MEMBER, LINKS.token)
    return LINKS.address(new.link.id).removeprefix(HERE), email


async def first_owner(core: BookingCore, salon: DemoSalon) -> tuple[str, str]:
    """The path of the link for the first owner, and whose it is."""
    email = f"{new_id('who')}@example.com"
    async with core.sessions() as session, session.begin():
        team = TeamContext(session, salon.organization_id, SHELL, core.clock.now())
        new = await first_owner_link(team, email, LINKS.token)
    return LINKS.address(new.link.id).removeprefix(HERE), email


async def reset(core: BookingCore, email: str) -> str:
    async with core.sessions() as session, session.begin():
        account = await account_with_email(session, email)
        assert account is not None
        new = await issue_reset(session, account, LINKS.token, core.clock.now())
    return LINKS.address(new.link.id).removeprefix(HERE)
