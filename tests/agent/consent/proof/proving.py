"""Customers who prove that a booking is theirs: the codes they were sent, and what became of the booking."""

from sqlalchemy import func, select

from agent.letters.code_letter import write_code_letter
from agent.verification.verification import Verification
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import Mail
from tests.agent.customers import Chatter

ADA = "ada@example.com"


async def read_asked(chatter: Chatter) -> list[Verification]:
    assert chatter.conversation is not None
    async with chatter.core.sessions() as session, session.begin():
        found = await session.scalars(
            select(Verification)
            .where(Verification.conversation_id == chatter.conversation.id)
            .order_by(Verification.expires_at.desc())
        )
        return list(found)


async def code_for(chatter: Chatter) -> str:
    """The code of the newest letter, as its reader would read it."""
    return chatter.reception.codes.of((await read_asked(chatter))[0].id)


async def status_of(core: BookingCore, appointment: Appointment) -> str:
    async with core.sessions() as session, session.begin():
        return (await session.get_one(Appointment, appointment.id)).status


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


async def letters_to(core: BookingCore, salon: DemoSalon, asked: list[Verification]) -> set[str]:
    """Which verifications a letter went out for."""
    for one in asked:
        await write_code_letter(core, one.id)
    written = select(Mail.verification_id).where(Mail.organization_id == salon.organization_id)
    async with core.sessions() as session, session.begin():
        return {one for one in await session.scalars(written) if one is not None}


async def read_booked(core: BookingCore, salon: DemoSalon) -> int:
    counted = select(func.count()).where(Appointment.organization_id == salon.organization_id)
    async with core.sessions() as session, session.begin():
        return await session.scalar(counted) or 0


async def code_mailed(chatter: Chatter, recipient: str = ADA, words: str = "would like to book") -> str:
    """The code of the newest letter to that address, as its reader would read it. A new request expires those
    before it, and the clock of a test may stand still: the newest is valid longest."""
    assert chatter.conversation is not None
    asked = select(Verification).where(Verification.conversation_id == chatter.conversation.id)
    async with chatter.core.sessions() as session, session.begin():
        newest = await session.scalar(asked.order_by(Verification.expires_at.desc()).limit(1))
    assert newest is not None
    await write_code_letter(chatter.core, newest.id)
    async with chatter.core.sessions() as session, session.begin():
        letter = await session.scalar(select(Mail).where(Mail.verification_id == newest.letter_of))
    assert letter is not None
    assert letter.recipient == recipient
    assert words in letter.text
    return chatter.reception.codes.of(newest.letter_of)
