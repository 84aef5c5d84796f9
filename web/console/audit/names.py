"""Who and what the ids of the audit log are, for people."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.api_clients.api_client import api_clients_of
from booking_core.appointments.appointment import Appointment
from booking_core.context import OperationContext
from booking_core.team.accounts import Account
from booking_core.team.memberships import Membership
from web.console.words.translate import gettext

# Whatever has a name, archived or not; the ids of each begin alike and differ from the others'.
NAMED = text(
    """
    SELECT id, name FROM locations WHERE organization_id = :here AND id = ANY (:ids)
    UNION ALL SELECT id, name FROM resources WHERE organization_id = :here AND id = ANY (:ids)
    UNION ALL SELECT id, name FROM services WHERE organization_id = :here AND id = ANY (:ids)
    UNION ALL SELECT id, name FROM service_categories WHERE organization_id = :here AND id = ANY (:ids)
    UNION ALL SELECT id, label FROM booking_questions WHERE organization_id = :here AND id = ANY (:ids)
    UNION ALL SELECT id, url FROM webhook_endpoints WHERE organization_id = :here AND id = ANY (:ids)
    UNION ALL SELECT id, name FROM organizations WHERE id = :here AND id = ANY (:ids)
    UNION ALL SELECT memberships.id, accounts.name FROM memberships
        JOIN accounts ON accounts.id = memberships.account_id
        WHERE organization_id = :here AND memberships.id = ANY (:ids)
    """
)


class SubjectNames(Struct, frozen=True):
    """``people`` and ``things`` by id; who is neither is called by the id."""

    people: Mapping[str, str]
    things: Mapping[str, str]

    def person(self, actor: str) -> str:
        return self.people.get(actor, actor)

    def thing(self, subject: str) -> str:
        return self.things.get(subject) or self.people.get(subject, subject)


async def people_of(session: AsyncSession, organization_id: str) -> dict[str, str]:
    """The team and the API clients by id."""
    team = select(Account.id, Account.name).join(Membership, Membership.account_id == Account.id)
    rows = await session.execute(team.where(Membership.organization_id == organization_id))
    clients = {one.id: one.name for one in await api_clients_of(session, organization_id)}
    return clients | {row.id: row.name for row in rows}


async def things_of(context: OperationContext, ids: Sequence[str]) -> dict[str, str]:
    """What these ids are called. Of customers none is told: who may read this page may not read every
    customer by it."""
    asked = {"here": context.organization_id, "ids": list(set(ids))}
    rows = await context.session.execute(NAMED, asked)
    codes = await context.session.execute(
        select(Appointment.id, Appointment.code).where(
            Appointment.organization_id == context.organization_id, Appointment.id.in_(asked["ids"])
        )
    )
    return {row.id: row.name for row in rows} | {
        row.id: gettext("Appointment %(code)s", code=row.code) for row in codes
    }
