"""Letters of the demo: put in words at their time, as their job would, and sent to nobody."""

from sqlalchemy import select

from agent.letters.appointment_letter import write_appointment_letter
from booking_core.core import BookingCore
from booking_core.notices.outbox import LINK_MARK, STOP_MARK, Mail


async def write_letters(core: BookingCore, organization_id: str) -> None:
    """Those of appointments that have no words yet. Links are put in where somebody reads them."""
    wordless = select(Mail.id).where(
        Mail.organization_id == organization_id,
        Mail.appointment_id.is_not(None),
        Mail.text == "",
        Mail.failure.is_(None),
    )
    async with core.sessions() as session:
        found = list(await session.scalars(wordless.order_by(Mail.created_at)))
    for mail_id in found:
        await write_appointment_letter(core, mail_id, lambda _: LINK_MARK, lambda _: STOP_MARK)
