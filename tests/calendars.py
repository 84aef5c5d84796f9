"""People with calendars: operators of a salon who may arrange them, as actors."""

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from booking_core.team.memberships import add_membership
from tests.accounts import known_account


async def joins(
    core: BookingCore, salon: DemoSalon, role: Role = Role.OWNER, *, person: str | None = None
) -> Actor:
    """Somebody who works at the salon, perhaps as one of its staff, signed in."""
    async with core.sessions() as session, session.begin():
        account = await known_account(session)
        resource = salon.resources[person] if person else None
        add_membership(session, salon.organization_id, account, role, resource)
    return Actor("console", account.id, "session", role=role, organization_id=salon.organization_id)
