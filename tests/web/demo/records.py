"""What the tables say of a salon whose weeks were played."""

from typing import Any

from msgspec import Struct
from sqlalchemy import text

from booking_core.core import BookingCore
from booking_core.maintenance.invariants import violations
from web.demo.play import DemoLife

APPOINTMENTS = text(
    "SELECT services.name, appointments.starts_at, appointments.status, appointments.source, customers.name,"
    " appointments.created_at FROM appointments JOIN services ON services.id = service_id"
    " JOIN customers ON customers.id = customer_id"
    " WHERE appointments.organization_id = :here ORDER BY 2, 1, 5"
)
CONVERSATIONS = text(
    "SELECT address_hash, status, outcome, locale, created_at, last_message_at FROM conversations"
    " WHERE organization_id = :here ORDER BY created_at"
)
MESSAGES = text(
    "SELECT messages.created_at, role, messages.text FROM messages"
    " WHERE organization_id = :here ORDER BY position"
)
SENT = text("SELECT kind, sent_at FROM outbox WHERE organization_id = :here")


class Records(Struct, frozen=True):
    appointments: list[Any]
    conversations: list[Any]
    messages: list[Any]
    letters: list[Any]

    @property
    def at_the_desk(self) -> set[tuple[Any, ...]]:
        return {(row[0], row[1], row[4]) for row in self.appointments if row.source == "console"}


async def records_of(core: BookingCore, life: DemoLife) -> Records:
    here = {"here": life.salon.organization_id}
    async with core.sessions() as session:
        asked = (APPOINTMENTS, CONVERSATIONS, MESSAGES, SENT)
        return Records(*[list(await session.execute(one, here)) for one in asked])


async def count(core: BookingCore, question: str, **values: Any) -> int:
    async with core.sessions() as session:
        return int(await session.scalar(text(question), values) or 0)


async def wrongs(core: BookingCore, life: DemoLife) -> list[Any]:
    async with core.sessions() as session:
        return list(await violations(session, life.salon.organization_id))
