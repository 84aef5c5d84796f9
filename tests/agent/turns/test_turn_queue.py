"""Turns wait in a queue that no worker's death, and no message that comes at the wrong moment, can make
anybody forget."""

from collections.abc import AsyncGenerator

import pytest

from agent.conversation.conversation import COMPLETED, FAILED
from agent.conversation.turn_queue import (
    MOST_ATTEMPTS,
    record_heartbeat,
    release_leases,
)
from agent.events import Event
from agent.guided.receptionist import GuidedModel
from agent.intake.reception import Reception
from agent.live_stream.stream import ConversationLog
from agent.turns.turn import TurnRunner
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.turns.waiting import begin_waiting, falls_silent, give_to, row_of, statuses, turns_of


async def test_what_waits_is_answered_in_order_and_waits_no_more(
    core: BookingCore, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await begin_waiting(reception, salon, "hello", "what does a haircut cost?")
    await turns_of(core).take(conversation_id)
    said = (await reception.view(conversation_id)).messages
    assert [message.role for message in said[1:]] == ["customer", "customer", "assistant", "assistant"]
    assert "€45" in said[-1].text
    assert await statuses(core, conversation_id) == [COMPLETED, COMPLETED]
    assert await row_of(core, conversation_id) is None


async def test_a_living_workers_turn_is_nobody_elses(
    core: BookingCore, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await begin_waiting(reception, salon, "hello")
    first, second = turns_of(core), turns_of(core)
    await record_heartbeat(core, first.worker_id)
    await give_to(core, conversation_id, worker_id=first.worker_id)
    await second.take(conversation_id)
    assert conversation_id not in await record_heartbeat(core, second.worker_id)
    assert await statuses(core, conversation_id) == ["queued"]
    await falls_silent(core, first.worker_id)
    assert conversation_id in await record_heartbeat(core, second.worker_id)
    await second.take(conversation_id)
    assert await statuses(core, conversation_id) == [COMPLETED]


async def test_a_worker_that_goes_home_gives_back_what_it_has_begun(
    core: BookingCore, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await begin_waiting(reception, salon, "hello")
    first, second = turns_of(core), turns_of(core)
    await record_heartbeat(core, first.worker_id)
    await give_to(core, conversation_id, worker_id=first.worker_id)
    await release_leases(core, first.worker_id)
    assert conversation_id in await record_heartbeat(core, second.worker_id)


async def test_a_turn_that_ends_every_worker_ends_with_an_apology(
    core: BookingCore, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await begin_waiting(reception, salon, "hello")
    await give_to(core, conversation_id, attempts=MOST_ATTEMPTS)
    await turns_of(core).take(conversation_id)
    assert await statuses(core, conversation_id) == [FAILED]
    newest = (await reception.view(conversation_id)).messages[-1]
    assert newest.blocks[0]["type"] == "contact_fallback"
    assert await row_of(core, conversation_id) is None


async def test_a_turn_that_breaks_is_apologised_for_once_and_waits_no_more(
    core: BookingCore, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await begin_waiting(reception, salon, "hello")
    with pytest.raises(ZeroDivisionError):
        await Broken(core, ConversationLog(core.redis), (), GuidedModel()).take(conversation_id)
    assert await statuses(core, conversation_id) == [FAILED]
    assert await row_of(core, conversation_id) is None


class Broken(TurnRunner):
    def _events(self, *_: object) -> AsyncGenerator[Event, None]:
        raise ZeroDivisionError


async def test_the_next_turn_is_no_further_attempt(
    core: BookingCore, salon: DemoSalon, reception: Reception
) -> None:
    conversation_id = await begin_waiting(reception, salon, *["hello"] * (MOST_ATTEMPTS + 2))
    await turns_of(core).take(conversation_id)
    assert set(await statuses(core, conversation_id)) == {COMPLETED}
