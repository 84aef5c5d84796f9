"""Letters of the demo: put in words at their time, as their job would, and sent to nobody."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select

from agent.letters.appointment_letter import put_in_words
from agent.letters.team_letter import write_team_letter
from booking_core.core import BookingCore
from booking_core.maintenance.purge import LETTERS_KEPT
from booking_core.notices.outbox import LINK_MARK, STOP_MARK, Mail


async def write_letters(core: BookingCore, organization_id: str, console: str, now: datetime) -> None:
    """Those of appointments that have no words yet; what the next night would purge is not written first.
    ``console`` is where its pages are. A customer's link is put in where somebody reads it."""
    wordless = (
        Mail.organization_id == organization_id,
        Mail.appointment_id.is_not(None),
        Mail.text == "",
        Mail.failure.is_(None),
    )
    await _write_to_customers(core, [*wordless, Mail.reader.is_(None)], now)
    async with core.sessions() as session:
        to_team = list(await session.scalars(select(Mail.id).where(*wordless, Mail.reader.is_not(None))))
    for mail_id in to_team:
        await write_team_letter(
            core, mail_id, lambda one: f"{console}/{organization_id}/appointments/{one.id}"
        )


async def _write_to_customers(
    core: BookingCore, wordless: Sequence[ColumnElement[bool]], now: datetime
) -> None:
    async with core.sessions() as session, session.begin():
        await session.execute(delete(Mail).where(*wordless, Mail.created_at <= now - LETTERS_KEPT))
        mails = list(await session.scalars(select(Mail).where(*wordless).order_by(Mail.created_at)))
        with session.no_autoflush:
            for mail in mails:
                await put_in_words(core, session, mail, lambda _: LINK_MARK, lambda _: STOP_MARK)
        await session.flush()
