"""A week of a salon, and everything of it that a backup keeps."""

from redis.asyncio import Redis

from agent.conversation.conversation import Conversation, Message
from booking_core.core import BookingCore
from booking_core.maintenance.demo import demo_salon
from booking_core.storage.database import open_engine
from booking_core.time.clock import FrozenClock
from tests.cast import MONDAY, Visitor, at
from tests.operations.databases import Installation

TABLES = (
    "organizations",
    "appointments",
    "claims",
    "seats",
    "holds",
    "customers",
    "appointment_events",
    "audit",
    "conversations",
    "messages",
    "procrastinate_jobs",
)


async def a_week(installation: Installation) -> None:
    """A salon with an appointment, one that was moved, one that was cancelled, and a conversation."""
    engine = open_engine(installation.database_url, pool_size=2)
    async with Redis.from_url(installation.redis_url) as redis:
        core = BookingCore(engine, redis, FrozenClock(MONDAY))
        async with core.sessions() as session, session.begin():
            salon = await demo_salon(session)
            session.add(
                Conversation(
                    id="cnv_test",
                    organization_id=salon.organization_id,
                    token_hash="h",
                    status="bot",
                    locale="en",
                    state={},
                )
            )
            await session.flush()
            session.add(
                Message(
                    id="msg_test",
                    organization_id=salon.organization_id,
                    conversation_id="cnv_test",
                    role="customer",
                    text="Grüße, \\. and 'quotes' \n on two lines",
                    blocks=[],
                )
            )
        ada = Visitor(core, salon, "Ada")
        await ada.books("Haircut", at(1, 11))
        await ada.moves(await ada.books("Massage", at(2, 10), duration_min=60), at(2, 12))
        await ada.cancels(await ada.books("Yoga class", at(4, 10), party_size=2))
    await engine.dispose()


def everything(installation: Installation) -> dict[str, list[tuple[object, ...]]]:
    return {table: installation.rows(table) for table in TABLES}


async def another_booking(installation: Installation) -> None:
    engine = open_engine(installation.database_url, pool_size=2)
    async with Redis.from_url(installation.redis_url) as redis:
        core = BookingCore(engine, redis, FrozenClock(MONDAY))
        async with core.sessions() as session, session.begin():
            salon = await demo_salon(session)
        await Visitor(core, salon, "Ben").books("Haircut", at(3, 11))
    await engine.dispose()
