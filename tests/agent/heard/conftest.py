"""A small salon on a Monday morning, and what stands on the screens there."""

from collections.abc import Awaitable, Callable

import pytest
from redis.asyncio import Redis
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from agent.conversation.conversation import Message
from booking_core.core import BookingCore
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from evaluation.salon.small_salon import small_salon
from tests.agent.heard.states import NOW, Screen, screen

ScreenOf = Callable[[str], Awaitable[Screen]]


@pytest.fixture(scope="module")
def monday(engine: AsyncEngine, redis: Redis) -> BookingCore:
    return BookingCore(engine, redis, FrozenClock(NOW))


@pytest.fixture(scope="module")
async def screen_of(monday: BookingCore) -> ScreenOf:
    """Each screen in a salon of its own, as one appointment would take the time of another's; nothing is
    written there, so that all sentences are said before the same."""
    known: dict[str, Screen] = {}

    async def find(name: str) -> Screen:
        if name not in known or not await _is_kept(monday, known[name]):
            async with monday.sessions() as session, session.begin():
                salon = await small_salon(session, name=f"Salon {new_id('test')}")
            known[name] = await screen(monday, salon, name)
        return known[name]

    return find


async def _is_kept(core: BookingCore, screen: Screen) -> bool:
    """Whether nobody has cleared the conversation away: tests of retention share the database."""
    messages = select(func.count()).where(Message.conversation_id == screen.conversation_id)
    async with core.sessions() as session:
        return bool(await session.scalar(messages))
