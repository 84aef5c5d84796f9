"""Who works in an organization, as its page and its tables have it."""

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.accounts import Account
from booking_core.team.memberships import membership_of


def team_of(salon: DemoSalon) -> str:
    return f"/console/{salon.organization_id}/team"


async def membership_id(core: BookingCore, salon: DemoSalon, account: Account) -> str:
    async with core.sessions() as session, session.begin():
        found = await membership_of(session, salon.organization_id, account.id)
    assert found is not None
    return found.id


async def role_of(core: BookingCore, salon: DemoSalon, account: Account) -> str | None:
    async with core.sessions() as session, session.begin():
        found = await membership_of(session, salon.organization_id, account.id)
    return found and found.role
