"""An attempt at a turn, what it may write, and the fences that keep it from writing."""

import json
from typing import Any

from msgspec import Struct
from redis.asyncio import Redis
from sqlalchemy import text

from agent.conversation.conversation import Conversation
from agent.data_retention.erasure import forget_conversations
from agent.turns.answer_writer import AnswerWriter
from agent.turns.lease import lease_turn
from agent.turns.stop import cancel_run
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from booking_core.storage.ids import new_id
from tests.agent.customers import Chatter

ADA = "ada@example.com"


# Whatever a turn can write to. Runs and conversations are what the fences themselves change.
TABLES = (
    "appointments", "appointment_events", "audit", "claims", "customers", "holds", "idempotency_keys",
    "messages", "outbox", "personal_values", "procrastinate_jobs", "seats", "steps", "time_blocks",
    "verifications",
)  # fmt: skip


class Scene(Struct):
    """A turn in the middle: its customer, and its attempt."""

    core: BookingCore
    chatter: Chatter
    writing: AnswerWriter

    @property
    def conversation_id(self) -> str:
        return self.writing.run.conversation_id


async def stop(scene: Scene) -> None:
    await cancel_run(scene.core, scene.writing.log, scene.conversation_id, scene.writing.run.id)


async def overtaken(scene: Scene) -> None:
    async with scene.core.sessions() as session, session.begin():
        await session.execute(text("UPDATE waiting_turns SET worker_id = NULL"))
    assert await lease_turn(scene.core, scene.conversation_id, "wrk_other", remembers=0)


async def close(scene: Scene) -> None:
    await _becomes(scene, "closed")


async def take_over(scene: Scene) -> None:
    await _becomes(scene, "person")


async def _becomes(scene: Scene, status: str) -> None:
    async with scene.core.sessions() as session, session.begin():
        (await session.get_one(Conversation, scene.conversation_id)).status = status


async def erase(scene: Scene) -> None:
    await scene.core.transaction(
        scene.chatter.salon.organization_id,
        Actor(door="console", id="op_1"),
        lambda desk: forget_conversations(desk, scene.writing.log, [scene.conversation_id]),
    )


FENCES = (stop, overtaken, close, take_over, erase)


async def begin(core: BookingCore, salon: DemoSalon, said: tuple[str, ...], words: str) -> Scene:
    chatter = Chatter(core, salon)
    for one in said:
        await chatter.says(one)
    if chatter.conversation is None:
        await chatter.says("hi")
    assert chatter.conversation is not None
    await chatter.reception.receive(chatter.conversation, new_id("m"), text=words)
    in_hand = await lease_turn(core, chatter.conversation.id, "wrk_ours", remembers=40)
    assert in_hand is not None
    assert in_hand.turn is not None
    return Scene(core, chatter, AnswerWriter(core, chatter.reception.log, in_hand.turn, "guided"))


async def everything(core: BookingCore, redis: Redis, organization_id: str) -> dict[str, Any]:
    """What an organization has in the tables, and in the holds of Redis."""
    found: dict[str, Any] = {}
    async with core.sessions() as session, session.begin():
        for table in TABLES:
            rows = await session.scalars(text(f"SELECT CAST(to_jsonb(t) AS text) FROM {table} AS t"))
            found[table] = sorted(rows)
    async for key in redis.scan_iter(f"*{organization_id}*"):
        is_hold = await redis.type(key) == b"hash"
        # The script writes its JSON in any order.
        found[str(key)] = (
            {name: json.loads(value) for name, value in (await redis.hgetall(key)).items()}
            if is_hold
            else await redis.zrange(key, 0, -1)
        )
    return found
