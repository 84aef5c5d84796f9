"""What stands on the screen and in the tables after what a customer has said."""

from sqlalchemy import select

from booking_core.appointments.appointment import Appointment
from tests.agent.customers import Chatter


async def appointments(chatter: Chatter) -> list[Appointment]:
    of_salon = Appointment.organization_id == chatter.salon.organization_id
    async with chatter.core.sessions() as session, session.begin():
        return list(await session.scalars(select(Appointment).where(of_salon)))


async def booked(chatter: Chatter) -> Appointment:
    [one] = await appointments(chatter)
    return one


async def times(chatter: Chatter) -> list[str]:
    return [label for label in await chatter.labels() if label.startswith("2026")]


async def rows(chatter: Chatter) -> dict[str, str]:
    summary = await chatter.sees("summary")
    assert summary is not None
    return {row["label"]: row["value"] for row in summary["rows"]}
