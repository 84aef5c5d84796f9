"""A turn survives its process, its readers and its customer's impatience, and is written down."""

import asyncio

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from agent.conversation.conversation import Message
from agent.conversation.turn_queue import WaitingTurns
from agent.guided.receptionist import GuidedModel
from agent.intake.reception import Reception
from agent.intake.reception import Visitor as Browser
from agent.live_stream.stream import BEGINNING, ConversationLog
from agent.models.scripted import ModelInput, Say, ScriptedModel, Steps, Wait
from agent.turns.stop import cancel_run
from agent.turns.turn import TurnRunner
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter
from tests.agent.turns.waiting import last_run, steps_of
from web.context import open_redis


async def test_a_turn_taken_twice_is_answered_once(core: BookingCore, salon: DemoSalon) -> None:
    log = ConversationLog(core.redis)
    reception, turns = Reception(core, log), TurnRunner(core, log, (), GuidedModel())
    opened = await reception.open(salon.organization_id, Browser())
    received = await reception.receive(opened.conversation, "m1", text="hello")
    assert received.run_id is not None
    await turns.take(opened.conversation.id)
    await turns.take(opened.conversation.id)
    messages = (await reception.view(opened.conversation.id)).messages
    assert [message.role for message in messages] == ["assistant", "customer", "assistant"]


async def test_an_answer_whose_writer_died_before_telling_it_is_found_by_readers(
    core: BookingCore, salon: DemoSalon
) -> None:
    log = ConversationLog(core.redis)
    reception, turns = Reception(core, log), TurnRunner(core, log, (), GuidedModel())
    opened = await reception.open(salon.organization_id, Browser())
    cursor = await log.cursor(opened.conversation.id)
    received = await reception.receive(opened.conversation, "m1", text="hello")
    assert received.run_id is not None
    await turns.take(opened.conversation.id)
    assert await log.after(opened.conversation.id, cursor)
    async with core.sessions() as session, session.begin():
        session.add(WaitingTurns(conversation_id=opened.conversation.id, attempts=1, worker_id="wrk_dead"))
    await turns.take(opened.conversation.id)
    assert await log.after(opened.conversation.id, cursor) is None


async def test_whoever_reads_an_empty_log_notices_that_what_followed_is_lost(
    core: BookingCore, salon: DemoSalon
) -> None:
    log = ConversationLog(core.redis)
    cursor = await log.cursor("cnv_empty")
    await log.append("cnv_empty", [("message.delta", {})])
    await log.forget(["cnv_empty"])
    assert await log.after("cnv_empty", cursor) is None


async def test_an_attempt_that_has_been_overtaken_neither_speaks_nor_writes(
    core: BookingCore, salon: DemoSalon
) -> None:
    log = ConversationLog(core.redis)
    reception = Reception(core, log)
    slow = TurnRunner(core, log, (ScriptedModel([Wait(0.4), Say("from the first")]),), GuidedModel())
    quick = TurnRunner(core, log, (ScriptedModel([Say("from the second")]),), GuidedModel())
    opened = await reception.open(salon.organization_id, Browser())
    received = await reception.receive(opened.conversation, "m1", text="hello")
    assert received.run_id is not None
    first = asyncio.create_task(slow.take(opened.conversation.id))
    await asyncio.sleep(0.1)
    await quick.take(opened.conversation.id)
    await first
    messages = (await reception.view(opened.conversation.id)).messages
    assert [message.text for message in messages[1:]] == ["hello", "from the second"]
    events = await log.after(opened.conversation.id, BEGINNING) or []
    assert sum(event.name == "run.completed" for event in events) == 1


async def test_a_cancelled_turn_leaves_no_answer(core: BookingCore, salon: DemoSalon) -> None:
    log = ConversationLog(core.redis)
    reception = Reception(core, log)
    slow = TurnRunner(core, log, (ScriptedModel([Wait(0.3), Say("too late")]),), GuidedModel())
    opened = await reception.open(salon.organization_id, Browser())
    received = await reception.receive(opened.conversation, "m1", text="hello")
    assert received.run_id is not None
    taking = asyncio.create_task(slow.take(opened.conversation.id))
    await asyncio.sleep(0.1)
    await cancel_run(core, log, opened.conversation.id, received.run_id)
    await cancel_run(core, log, opened.conversation.id, received.run_id)
    await taking
    view = await reception.view(opened.conversation.id)
    assert [message.text for message in view.messages[1:]] == ["hello"]
    assert view.run is None


async def test_what_happened_is_written_down_for_the_operators(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon)
    await eve.says("haircut on tuesday at 10am")
    steps = await steps_of(eve)
    assert [(step.name, step.ok) for step in steps if step.kind == "tool"] == [
        ("find_times", True),
        ("hold_time", True),
        ("ask_contact_details", True),
    ]
    assert [(step.name, step.ok) for step in steps if step.kind == "rule"] == [
        ("session_says_who", True),
        ("free_times_only", True),
        ("records_are_data", True),
        ("only_what_was_offered", True),
        ("plain_text_only", True),
        ("instructions_stay_inside", True),
        ("no_deed_told_undone", True),
    ]
    run = await last_run(eve)
    async with core.sessions() as session, session.begin():
        answer = await session.get_one(Message, run.answer_id)
    assert (run.status, run.engine, answer.run_id) == ("completed", "guided", run.id)


async def test_a_turn_that_breaks_ends_with_an_apology_and_ways_to_reach_somebody(
    core: BookingCore, salon: DemoSalon
) -> None:
    def broken(heard: ModelInput) -> Steps:
        raise RuntimeError("a mistake of ours")

    eve = Chatter(core, salon, ScriptedModel(broken))
    with pytest.raises(RuntimeError):
        await eve.says("hello")
    assert "something went wrong" in (await eve.view()).messages[-1].text
    assert await eve.sees("contact_fallback")
    run = await last_run(eve)
    assert run.status == "failed"


async def test_without_redis_no_time_is_held_and_the_talk_goes_on(
    engine: AsyncEngine, clock: FrozenClock, salon: DemoSalon
) -> None:
    away = open_redis("redis://127.0.0.1:1/0")
    eve = Chatter(BookingCore(engine, away, clock), salon)
    assert "free for Haircut" in await eve.says("haircut on tuesday morning")
    assert "cannot be held just now" in await eve.says("the first one")
    assert "€45.00" in await eve.says("how much is it?")
    await away.aclose()
