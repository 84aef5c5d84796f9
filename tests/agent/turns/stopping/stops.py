"""A customer before the summary, who stops turns, and what stands in the tables then."""

from sqlalchemy import select

from agent.models.protocol import ToolCall
from agent.tools.registry import run_tool
from agent.turns.answer_writer import AnswerWriter
from agent.turns.lease import lease_turn
from agent.turns.stop import cancel_run
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.holds.hold import HELD, Hold
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.agent.customers import Chatter

ADA = "ada@example.com"
BOOKED = ("a haircut on tuesday at 10am please", f"I am Ada, {ADA}")
BEFORE = {
    "book": BOOKED,
    "move": (*BOOKED, "yes", "I would like to move it", "wednesday at 11"),
    "cancel": (*BOOKED, "yes", "please cancel my appointment"),
}


async def with_summary(core: BookingCore, salon: DemoSalon, deed: str = "book") -> Chatter:
    chatter = Chatter(core, salon)
    for said in BEFORE[deed]:
        await chatter.says(said)
    return chatter


async def sends(chatter: Chatter, text: str) -> str:
    assert chatter.conversation is not None
    received = await chatter.reception.receive(chatter.conversation, new_id("m"), text=text)
    assert received.run_id is not None
    return received.run_id


async def stops(chatter: Chatter, run_id: str) -> str | None:
    assert chatter.conversation is not None
    return await cancel_run(chatter.core, chatter.reception.log, chatter.conversation.id, run_id)


async def stop_a_turn_that_keeps(chatter: Chatter, words: str, handle: str) -> None:
    """The time is held, and the state does not say so."""
    run_id = await sends(chatter, words)
    assert chatter.conversation is not None
    in_hand = await lease_turn(chatter.core, chatter.conversation.id, chatter.turns.worker_id, remembers=0)
    assert in_hand is not None
    assert in_hand.turn is not None
    writing = AnswerWriter(chatter.core, chatter.reception.log, in_hand.turn, "guided")
    assert (await run_tool(writing.context, ToolCall("c", "hold_time", {"handle": handle}))).answered.ok
    await stops(chatter, run_id)


async def appointments_in(core: BookingCore, salon: DemoSalon) -> list[Appointment]:
    async with core.sessions() as session, session.begin():
        mine = select(Appointment).where(Appointment.organization_id == salon.organization_id)
        return list(await session.scalars(mine))


async def read_holds(core: BookingCore, salon: DemoSalon) -> list[Hold]:
    async with core.sessions() as session, session.begin():
        live = select(Hold).where(Hold.organization_id == salon.organization_id, Hold.status == HELD)
        return list(await session.scalars(live))
