"""The letters of an appointment to one reader, be it its customer or somebody of the team: which a later one
replaces, and what the reader was told last."""

from typing import Any

from sqlalchemy import ColumnElement, and_, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.notices.outbox import SUPERSEDED, Mail

# The version of an appointment that was just booked: nobody was told anything before.
FIRST = 1


async def is_replaced(session: AsyncSession, mail: Mail) -> bool:
    """Whether a later change has a letter of its own to the same reader."""
    return bool(await session.scalar(select(has_later_letter(mail))))


def has_later_letter(mail: Mail) -> ColumnElement[bool]:
    """The same as a column of a statement that asks for more."""
    return exists().where(_to_same_reader(mail), Mail.appointment_version > mail.appointment_version)


async def change_since_last_told(session: AsyncSession, mail: Mail) -> dict[str, Any]:
    """The change; of a move, from where the reader last was told. What was replaced told nobody anything."""
    change = dict(mail.change or {})
    if mail.appointment_version == FIRST:
        return change
    earlier = select(Mail).where(_to_same_reader(mail), Mail.appointment_version < mail.appointment_version)
    for one in await session.scalars(earlier.order_by(Mail.appointment_version.desc())):
        if one.failure != SUPERSEDED or one.kind != mail.kind:
            break
        change["before"] = (one.change or {}).get("before") or change.get("before")
    return change


def _to_same_reader(mail: Mail) -> ColumnElement[bool]:
    return and_(Mail.appointment_id == mail.appointment_id, Mail.reader.is_not_distinct_from(mail.reader))
