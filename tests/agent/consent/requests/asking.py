"""A wish for what needs approval, as far as its summary, and what came of it."""

from typing import Any

from sqlalchemy import select

from booking_core.appointments.appointment import Appointment
from booking_core.notices.ics import calendar_file
from tests.agent.customers import Chatter

WISH = "bridal styling on thursday"


async def comes_to_the_summary(eve: Chatter) -> str:
    await eve.says(WISH)
    await eve.presses("2026-", kind="slot_picker")
    return await eve.fills_in(name="Eve Adams", email="eve@example.com", phone="")


async def ask_for(eve: Chatter) -> Appointment:
    async with eve.core.sessions() as session, session.begin():
        found = await session.scalars(
            select(Appointment).where(Appointment.organization_id == eve.salon.organization_id)
        )
        return found.one()


async def cards_of(eve: Chatter) -> list[dict[str, Any]]:
    messages = (await eve.view()).messages
    return [block for message in messages for block in message.blocks if block["type"] == "booking_card"]


async def file_of(eve: Chatter) -> str:
    appointment = await ask_for(eve)
    async with eve.core.sessions() as session, session.begin():
        catalogue = await eve.core.catalogue(session, eve.salon.organization_id)
        return calendar_file(catalogue, appointment, eve.core.clock.now()).decode()
