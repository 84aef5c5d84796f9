"""Letters of the demo: put in words at their time, as their job would, and sent to nobody."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from agent.letters.appointment_letter import put_in_words
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.maintenance.purge import LETTERS_KEPT
from booking_core.notices.outbox import LINK_MARK, STOP_MARK, Mail


async def write_letters(core: BookingCore, organization_id: str, now: datetime) -> None:
    """Those of appointments that have no words yet; what the next night would purge is not written first.
    Links are put in where somebody reads them."""
    wordless = (
        Mail.organization_id == organization_id,
        Mail.appointment_id.is_not(None),
        Mail.text == "",
        Mail.failure.is_(None),
    )
    async with core.sessions() as session, session.begin():
        await session.execute(delete(Mail).where(*wordless, Mail.created_at <= now - LETTERS_KEPT))
        mails = list(await session.scalars(select(Mail).where(*wordless).order_by(Mail.created_at)))
        read = await _read_with(session, mails)
        with session.no_autoflush:
            for mail in mails:
                await put_in_words(core, session, mail, lambda _: LINK_MARK, lambda _: STOP_MARK)
        await session.flush()
        read.clear()


async def _read_with(session: AsyncSession, mails: Sequence[Mail]) -> list[object]:
    """Whatever the letters are about, in two statements; it is known to the session while it is held."""
    ids = {mail.appointment_id for mail in mails}
    booked = list(await session.scalars(select(Appointment).where(Appointment.id.in_(ids))))
    theirs = {one.customer_id for one in booked}
    customers = await session.scalars(select(Customer).where(Customer.id.in_(theirs)))
    return [*booked, *customers]
