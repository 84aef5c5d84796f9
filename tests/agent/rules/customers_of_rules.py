"""Customers before a model that tries to get round the rules, and what of it is on record."""

from typing import Any

from sqlalchemy import func, select

from agent.conversation.conversation import Step
from agent.guided.receptionist import GuidedModel
from agent.models.scripted import Call, Say, ScriptedModel, Steps
from agent.turns.turn import TurnRunner
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter

FIND = Call("find_times", {"service": "haircut", "when": "tuesday"})


OFFERED = (FIND,), (Call("hold_time", {"handle": "t1"}),)


CONTACT = {"name": "Ada", "email": "ada@example.com"}


def quiet(*replies: Steps) -> ScriptedModel:
    """A model that says no more once its script is over."""
    return ScriptedModel(*replies, forever=lambda _: [Say("Is there anything else?")])


async def rules_of(chatter: Chatter) -> list[tuple[str, bool]]:
    assert chatter.conversation is not None
    async with chatter.core.sessions() as session, session.begin():
        steps = select(Step).where(Step.conversation_id == chatter.conversation.id, Step.kind == "rule")
        return [(step.name, step.ok) for step in await session.scalars(steps.order_by(Step.id))]


async def read_booked(chatter: Chatter) -> int:
    async with chatter.core.sessions() as session, session.begin():
        counted = select(func.count()).where(Appointment.organization_id == chatter.salon.organization_id)
        return int(await session.scalar(counted) or 0)


async def with_summary(core: BookingCore, salon: DemoSalon, *models: Any) -> Chatter:
    """A customer before whom a summary lies open."""
    eve = Chatter(core, salon, *models)
    eve.turns = TurnRunner(core, eve.turns.log, (), GuidedModel())
    await eve.says("haircut on tuesday at 10am")
    await eve.fills_in(**CONTACT)
    assert await eve.sees("summary")
    eve.turns = TurnRunner(core, eve.turns.log, models, GuidedModel())
    return eve
