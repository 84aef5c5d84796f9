"""The turn queue: conversations that wait for an answer, and the worker that has leased each.

One row per conversation, so that its turns never overlap and keep their order. The row is written with the
message that promises a turn and deleted when every promised turn is answered. All times are PostgreSQL's.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, func
from sqlalchemy.orm import Mapped, mapped_column

from agent.conversation.conversation import Conversation
from booking_core.core import BookingCore
from booking_core.storage.database import Base
from booking_core.storage.statements import Statement

# Workers listen on this PostgreSQL channel; the payload is the conversation's id.
CHANNEL = "waiting_turns"
# A turn whose worker died this often is answered with an apology: it would kill the next worker too.
MOST_ATTEMPTS = 5
# A turn whose apology failed as well is left to the operators.
LAST_ATTEMPT = 10
# Workers send a heartbeat every second.
LEASE_EXPIRES_AFTER = "interval '5 seconds'"

# For statements that store a message. Lock order, as for a lease: this row before the conversation's.
ENQUEUE_TURN = (
    "INSERT INTO waiting_turns (conversation_id) VALUES (:conversation_id)"
    " ON CONFLICT (conversation_id) DO UPDATE SET promised = waiting_turns.promised + 1 RETURNING "
    "conversation_id"
)
_FREE = (
    "(waiting_turns.worker_id IS NULL OR waiting_turns.worker_id = :worker_id OR NOT EXISTS (SELECT FROM "
    "turn_workers"
    f" WHERE turn_workers.id = waiting_turns.worker_id AND seen_at > now() - {LEASE_EXPIRES_AFTER}))"
)
# For the statement that leases a turn. Attempts start again at one when the same worker goes on to the next.
LEASE_CONVERSATION = (
    "UPDATE waiting_turns SET worker_id = :worker_id, attempts = CASE WHEN :goes_on THEN 1 ELSE attempts + "
    "1 END"
    f" WHERE conversation_id = :conversation_id AND {_FREE} RETURNING conversation_id, promised, attempts"
)
# A message stored meanwhile either raises ``promised`` first, so that nothing is deleted, or waits for the
# delete and inserts a new row.
REMOVE_FROM_QUEUE = Statement(
    "DELETE FROM waiting_turns WHERE conversation_id = :conversation_id AND worker_id = :worker_id AND "
    "promised = :promised"
    " AND NOT EXISTS (SELECT FROM runs WHERE conversation_id = :conversation_id AND status IN ('queued', "
    "'running'))"
    " RETURNING conversation_id"
)
HEARTBEAT = Statement(
    "WITH seen AS (INSERT INTO turn_workers (id, seen_at) VALUES (:worker_id, now())"
    " ON CONFLICT (id) DO UPDATE SET seen_at = now())"
    f" SELECT conversation_id FROM waiting_turns WHERE attempts < {LAST_ATTEMPT} AND {_FREE} ORDER BY since"
)
# Before the message comes: nobody else is to take the turn that it promises.
RESERVE_CONVERSATION = Statement(
    "INSERT INTO waiting_turns (conversation_id, promised, worker_id)"
    " VALUES (:conversation_id, 0, :worker_id)"
    f" ON CONFLICT (conversation_id) DO UPDATE SET worker_id = :worker_id WHERE {_FREE}"
    " RETURNING conversation_id"
)
RELEASE_LEASES = Statement(
    "WITH gone AS (DELETE FROM turn_workers WHERE id = :worker_id OR seen_at < now() - interval '1 hour'),"
    " back AS (UPDATE waiting_turns SET worker_id = NULL WHERE worker_id = :worker_id RETURNING "
    "conversation_id)"
    f" SELECT pg_notify('{CHANNEL}', conversation_id) FROM back"
)

ADDRESSES = Statement("SELECT id, address_hash FROM conversations WHERE id = ANY (:ids)")


class WaitingTurns(Base):
    """A conversation that waits for an answer. ``promised`` grows with each message; ``attempts`` counts
    those at its oldest turn."""

    __tablename__ = "waiting_turns"

    conversation_id: Mapped[str] = mapped_column(
        ForeignKey(Conversation.id, ondelete="CASCADE"), primary_key=True
    )
    promised: Mapped[int] = mapped_column(server_default="1")
    attempts: Mapped[int] = mapped_column(server_default="0")
    worker_id: Mapped[str | None]
    since: Mapped[datetime] = mapped_column(server_default=func.now())


class WorkerHeartbeat(Base):
    """A turn worker and the time of its last heartbeat."""

    __tablename__ = "turn_workers"

    id: Mapped[str] = mapped_column(primary_key=True)
    seen_at: Mapped[datetime]


async def record_heartbeat(core: BookingCore, worker_id: str) -> list[str]:
    """Record a heartbeat. Returns the ids of conversations that no other worker has leased, longest waiting
    first."""
    return [row.conversation_id for row in await core.ask(HEARTBEAT, worker_id=worker_id)]


async def reserve_conversation(core: BookingCore, conversation_id: str, worker_id: str) -> bool:
    """Lease a conversation whose next message is still to come, for a worker that answers by a clock of its
    own. Returns whether it is this worker's; the heartbeats of the worker keep it so."""
    leased = {"conversation_id": conversation_id, "worker_id": worker_id}
    return bool(await core.ask(RESERVE_CONVERSATION, **leased))


async def remove_from_queue(core: BookingCore, conversation_id: str, worker_id: str, promised: int) -> bool:
    """Delete the row unless more was promised since the lease, when it was ``promised``; returns whether it
    was deleted."""
    leased = {"conversation_id": conversation_id, "worker_id": worker_id, "promised": promised}
    return bool(await core.ask(REMOVE_FROM_QUEUE, **leased))


async def release_leases(core: BookingCore, worker_id: str) -> None:
    """Release this worker's leases at once, when it stops."""
    await core.ask(RELEASE_LEASES, worker_id=worker_id)


async def addresses_of(core: BookingCore, conversation_ids: Sequence[str]) -> dict[str, str]:
    """The address hashes from which conversations were opened, by conversation id, where known."""
    rows = await core.ask(ADDRESSES, ids=list(conversation_ids))
    return {str(row.id): str(row.address_hash) for row in rows if row.address_hash is not None}
