"""Who and what the ids of the audit log are, for people."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.api_clients.api_client import api_clients_of
from booking_core.context import OperationContext
from booking_core.storage.audit import CHAT, CONSOLE, PAGE, AuditEntry
from booking_core.team.accounts import Account
from booking_core.team.memberships import Membership
from web.console.rendering.formatting import LocalFormat
from web.console.words.translate import N_, gettext

# As ``new_id`` makes them.
AN_ID = re.compile(r"[a-z]{2,5}_[a-z2-9]{20}")
# Whatever has a name, archived or not, with the clock of its place and a date of its own, where it has them;
# the ids of each begin alike and differ from the others'.
NAMED = text(
    """
    WITH places AS (SELECT id, name, time_zone FROM locations WHERE organization_id = :here),
    things AS (
        SELECT resources.id, resources.name, places.time_zone
        FROM resources JOIN places ON places.id = resources.location_id
        WHERE organization_id = :here
    )
    SELECT id, name, time_zone, NULL::date AS day FROM places WHERE id = ANY (:ids)
    UNION ALL SELECT id, name, time_zone, NULL FROM things WHERE id = ANY (:ids)
    UNION ALL SELECT dates.id, coalesce(things.name, places.name),
            coalesce(places.time_zone, things.time_zone), dates.day
        FROM opening_overrides AS dates
        LEFT JOIN places ON places.id = dates.location_id LEFT JOIN things ON things.id = dates.resource_id
        WHERE organization_id = :here AND dates.id = ANY (:ids)
    UNION ALL SELECT away.id, name, time_zone, NULL FROM time_off AS away
        JOIN things ON things.id = resource_id WHERE away.organization_id = :here AND away.id = ANY (:ids)
    UNION ALL SELECT away.id, name, time_zone, NULL FROM repeated_time_off AS away
        JOIN things ON things.id = resource_id WHERE away.organization_id = :here AND away.id = ANY (:ids)
    UNION ALL SELECT appointments.id, code, time_zone, NULL FROM appointments
        JOIN places ON places.id = location_id
        WHERE organization_id = :here AND appointments.id = ANY (:ids)
    UNION ALL SELECT id, name, NULL, NULL FROM services WHERE organization_id = :here AND id = ANY (:ids)
    UNION ALL SELECT id, name, NULL, NULL FROM service_categories
        WHERE organization_id = :here AND id = ANY (:ids)
    UNION ALL SELECT id, label, NULL, NULL FROM booking_questions
        WHERE organization_id = :here AND id = ANY (:ids)
    UNION ALL SELECT id, url, NULL, NULL FROM webhook_endpoints
        WHERE organization_id = :here AND id = ANY (:ids)
    UNION ALL SELECT id, name, NULL, NULL FROM organizations WHERE id = :here AND id = ANY (:ids)
    UNION ALL SELECT memberships.id, accounts.name, NULL, NULL FROM memberships
        JOIN accounts ON accounts.id = memberships.account_id
        WHERE organization_id = :here AND memberships.id = ANY (:ids)
    """
)
APPOINTMENT = "apt_"
DOORS = {
    CHAT: N_("a customer in the chat"),
    "api": N_("a program"),
    "mcp": N_("an assistant"),
    PAGE: N_("a customer by their link"),
    "system": "Zimun",
}
SOMEBODY = N_("somebody who left")


class NamedThing(Struct, frozen=True):
    """``time_zone`` is that of the place it belongs to, ``day`` the date it is about, where there is one."""

    name: str
    time_zone: str | None = None
    day: date | None = None


class SubjectNames(Struct, frozen=True):
    """``people`` and ``things`` by id; who or what is neither has no name."""

    people: Mapping[str, str]
    things: Mapping[str, NamedThing]

    def person(self, actor: str) -> str:
        return self.people.get(actor, "")

    def thing(self, subject: str, local: LocalFormat | None = None) -> str:
        """With its date, where ``local`` says how dates are written."""
        found = self.things.get(subject)
        if found is None:
            return self.person(subject)
        is_code = subject.startswith(APPOINTMENT)
        name = gettext("Appointment %(code)s", code=found.name) if is_code else found.name
        # The name apart, whose letters may go the other way than those of the date.
        return f"\u2068{name}\u2069, {local.short_date(found.day)}" if local and found.day else name

    def time_zone(self, subject: str) -> str | None:
        """The clock of its place; None where it is the business's."""
        found = self.things.get(subject)
        return found.time_zone if found else None


def who_did(entry: AuditEntry, names: SubjectNames) -> str:
    """By name, or by the door where nobody may be named."""
    if name := names.person(entry.actor):
        return name
    return gettext(SOMEBODY if entry.door == CONSOLE else DOORS.get(entry.door, entry.door))


async def people_of(session: AsyncSession, organization_id: str) -> dict[str, str]:
    """The team and the API clients by id."""
    team = select(Account.id, Account.name).join(Membership, Membership.account_id == Account.id)
    rows = await session.execute(team.where(Membership.organization_id == organization_id))
    clients = {one.id: one.name for one in await api_clients_of(session, organization_id)}
    return clients | {row.id: row.name for row in rows}


async def things_of(context: OperationContext, ids: Iterable[str]) -> dict[str, NamedThing]:
    """What these ids are called. Of customers none is told: who may read this page may not read every
    customer by it."""
    asked = {"here": context.organization_id, "ids": list(set(ids))}
    rows = await context.session.execute(NAMED, asked)
    return {row.id: NamedThing(row.name, row.time_zone, row.day) for row in rows}


def ids_in(said: Any) -> Iterator[str]:
    """All ids of ours within what an entry says."""
    if isinstance(said, str):
        yield from AN_ID.findall(said)
    elif isinstance(said, Mapping):
        for key, value in said.items():
            yield from (*ids_in(key), *ids_in(value))
    elif isinstance(said, Sequence):
        for value in said:
            yield from ids_in(value)
