"""The statements that open a conversation and store a message.

Every message takes this way, so its transaction uses as few statements as possible. When it came is
PostgreSQL's time, which is the same for all processes, unless the clock stands still.
"""

from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation.conversation import Conversation, Message
from agent.conversation.personal_value import VALUES_COLUMN, StoredValue
from agent.conversation.turn_queue import CHANNEL, ENQUEUE_TURN
from agent.intake.repeats import StoredMessage
from agent.verification.verification import AWAITS_CODE
from booking_core.core import BookingCore
from booking_core.storage.statements import Statement
from booking_core.time.clock import Clock

CAME_AT = "coalesce(CAST(:stands_at AS timestamptz), now())"
INSERT_CONVERSATION = Statement(
    "WITH conversation AS (INSERT INTO conversations"
    " (id, organization_id, token_hash, status, locale, time_zone, page, address_hash, network_hash, state, "
    "last_message_at, created_at)"
    " VALUES (:conversation_id, :organization_id, :token_hash, :status, :locale, :time_zone, :page, "
    ":address_hash, :network_hash,"
    f" CAST(:state AS json), :now, {CAME_AT}) RETURNING id, organization_id)"
    " INSERT INTO messages (id, organization_id, conversation_id, role, text, blocks, created_at)"
    f" SELECT :id, organization_id, id, :role, :text, CAST(:blocks AS jsonb), {CAME_AT} FROM conversation"
    " RETURNING created_at"
)
# The lock makes messages of one conversation arrive one after the other. A turn that is queued and then not
# stored costs a worker one query.
LOCK_CONVERSATION = text(
    f"WITH promise AS ({ENQUEUE_TURN}) UPDATE conversations SET last_message_at = :now FROM promise"
    " WHERE id = promise.conversation_id RETURNING organization_id, status, locale"
)
# Not part of the lock's statement, which would not see what was committed while it waited.
READ_MESSAGE_CONTEXT = text(
    "SELECT organizations.revision, CASE WHEN said_before.id IS NOT NULL THEN json_build_object("
    "'message_id', said_before.id, 'run_id', said_before.run_id, 'text', said_before.text, 'input', "
    "said_before.input) END,"
    f" {AWAITS_CODE}, {VALUES_COLUMN}"
    " FROM organizations LEFT JOIN messages AS said_before"
    " ON said_before.conversation_id = :conversation_id AND said_before.client_msg_id = :client_msg_id"
    " WHERE organizations.id = :organization_id"
)
# Workers are notified on commit.
INSERT_MESSAGE = text(
    "WITH run AS (INSERT INTO runs (id, organization_id, conversation_id, message_id, answer_id, status, "
    "created_at)"
    f" SELECT run.id, :organization_id, :conversation_id, :id, :answer_id, 'queued', {CAME_AT}"
    " FROM (SELECT CAST(:run_id AS text) AS id) AS run WHERE run.id IS NOT NULL RETURNING conversation_id)"
    " INSERT INTO messages (id, organization_id, conversation_id, role, text, blocks, input, client_msg_id, "
    "run_id, created_at)"
    " VALUES (:id, :organization_id, :conversation_id, :role, :text, '[]', CAST(:input AS jsonb), "
    f":client_msg_id, :run_id, {CAME_AT})"
    f" RETURNING created_at, (SELECT pg_notify('{CHANNEL}', conversation_id) FROM run)"
)
# Stores nothing where the conversation's row has changed since its token was checked.
INSERT_PLAIN_MESSAGE = Statement(
    f"WITH promise AS ({ENQUEUE_TURN}), conversation AS ("
    "UPDATE conversations SET last_message_at = :now FROM promise"
    " WHERE id = promise.conversation_id AND CAST(conversations.xmin AS text) = :version RETURNING id"
    "), message AS ("
    "INSERT INTO messages (id, organization_id, conversation_id, role, text, blocks, client_msg_id, run_id, "
    "created_at)"
    " SELECT :id, :organization_id, conversation.id, :role, :text, '[]', :client_msg_id, :run_id, "
    f"{CAME_AT} FROM conversation"
    " ON CONFLICT ON CONSTRAINT messages_are_said_once DO NOTHING RETURNING conversation_id, created_at"
    "), run AS ("
    "INSERT INTO runs (id, organization_id, conversation_id, message_id, answer_id, status, created_at)"
    f" SELECT :run_id, :organization_id, conversation_id, :id, :answer_id, 'queued', {CAME_AT} FROM message"
    f") SELECT created_at, pg_notify('{CHANNEL}', conversation_id) FROM message"
)


class LockedConversation(Struct, frozen=True):
    """A conversation whose row is locked. ``before`` is what was stored under the same ``client_msg_id``;
    ``told`` are the rows of the vault."""

    organization_id: str
    status: str
    locale: str
    revision: int
    before: StoredMessage | None
    awaits_code: bool
    told: list[StoredValue] | None


async def store_conversation(
    core: BookingCore,
    conversation: Conversation,
    token_hash: str,
    visitor: dict[str, str | None],
    greeting: Message,
) -> None:
    """Insert a new conversation with its greeting. ``visitor`` has time_zone, page, address_hash and
    network_hash."""
    row = {
        "conversation_id": conversation.id,
        "organization_id": conversation.organization_id,
        "token_hash": token_hash,
        "status": conversation.status,
        "locale": conversation.locale,
        "state": msgspec.json.encode(conversation.state).decode(),
        "now": core.clock.now(),
        "stands_at": core.clock.stands_at(),
        "id": greeting.id,
        "role": greeting.role,
        "text": greeting.text,
        "blocks": msgspec.json.encode(greeting.blocks).decode(),
    }
    (stored,) = await core.ask(INSERT_CONVERSATION, **row, **visitor)
    greeting.created_at = stored.created_at


async def lock_conversation(
    session: AsyncSession, conversation_id: str, client_msg_id: str, clock: Clock
) -> LockedConversation:
    """Lock the conversation's row and read what the intake needs."""
    locked = (
        await session.execute(LOCK_CONVERSATION, {"conversation_id": conversation_id, "now": clock.now()})
    ).one()
    key = {
        "conversation_id": conversation_id,
        "organization_id": locked.organization_id,
        "client_msg_id": client_msg_id,
    }
    revision, before, *beside = (await session.execute(READ_MESSAGE_CONTEXT, key)).one()
    stored = None if before is None else msgspec.convert(before, StoredMessage)
    return LockedConversation(locked.organization_id, locked.status, locked.locale, revision, stored, *beside)


async def store_plain_message(core: BookingCore, message: Message, answer_id: str, version: str) -> bool:
    """Insert a message without input and its turn, in one statement. Returns False, and inserts nothing,
    where the conversation's row has another ``version`` or the message was stored before."""
    row = _message_row(message, answer_id, core.clock)
    row |= {"now": core.clock.now(), "version": version}
    for stored in await core.ask(INSERT_PLAIN_MESSAGE, **row):
        message.created_at = stored.created_at
        return True
    return False


async def store_message(session: AsyncSession, message: Message, answer_id: str, clock: Clock) -> None:
    """Insert the message, and its turn where it has a ``run_id``."""
    message.created_at = (
        await session.execute(INSERT_MESSAGE, _message_row(message, answer_id, clock))
    ).scalar_one()


def _message_row(message: Message, answer_id: str, clock: Clock) -> dict[str, Any]:
    return {
        "id": message.id,
        "organization_id": message.organization_id,
        "conversation_id": message.conversation_id,
        "role": message.role,
        "text": message.text,
        "input": None if message.input is None else msgspec.json.encode(message.input).decode(),
        "client_msg_id": message.client_msg_id,
        "run_id": message.run_id,
        "answer_id": answer_id,
        "stands_at": clock.stands_at(),
    }
