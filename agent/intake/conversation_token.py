"""Conversation tokens: the secret in a browser that opens a conversation."""

import hashlib
from datetime import timedelta

from msgspec import Struct

from agent.conversation.conversation import (
    CLOSED,
    Conversation,
    ConversationToken,
)
from agent.conversation.personal_value import VALUES_COLUMN, StoredValue
from agent.verification.verification import AWAITS_CODE
from booking_core.core import BookingCore
from booking_core.errors import NotFound
from booking_core.storage.ids import new_secret
from booking_core.storage.statements import Statement

# Counted from the last message of the conversation.
TOKEN_LASTS = timedelta(days=30)
# Asked with every request of a customer. ``version`` changes with the conversation's row.
CONVERSATION_BY_TOKEN = Statement(
    "SELECT conversations.id, organization_id, organizations.revision, conversations.status, "
    "conversations.locale,"
    f" CAST(conversations.xmin AS text) AS version, {AWAITS_CODE}, {VALUES_COLUMN}"
    " FROM conversations JOIN organizations ON organizations.id = organization_id"
    " WHERE conversations.id = :conversation_id AND last_message_at > :since AND (token_hash = :token OR "
    "EXISTS ("
    "SELECT FROM conversation_tokens WHERE conversation_tokens.id = :token AND conversation_id = "
    "conversations.id))"
)


class AuthenticatedConversation(Struct, frozen=True):
    """A conversation as it was when its token was checked. ``revision`` is that of the organization's
    catalogue, ``told`` the rows of the vault."""

    id: str
    organization_id: str
    revision: int
    status: str
    locale: str
    version: str
    awaits_code: bool
    told: list[StoredValue] | None


async def conversation_with_token(
    core: BookingCore, conversation_id: str, token: str
) -> AuthenticatedConversation:
    """The conversation this token opens. Raises ``NotFound`` for a wrong id and a wrong token alike."""
    since = core.clock.now() - TOKEN_LASTS
    shown = {"conversation_id": conversation_id, "token": token_hash(token), "since": since}
    for found in await core.look_up(CONVERSATION_BY_TOKEN, **shown):
        return AuthenticatedConversation(*found)
    raise NotFound("There is no such conversation.")


async def issue_token(core: BookingCore, conversation_id: str) -> str:
    """A token for one more device of the same customer. Raises ``NotFound`` where the conversation is
    closed or deleted."""
    token, now = new_secret(), core.clock.now()
    async with core.sessions() as session, session.begin():
        conversation = await session.get(Conversation, conversation_id, with_for_update=True)
        if conversation is None or conversation.status == CLOSED:
            raise NotFound("This conversation is over. You can start a new one.")
        conversation.last_message_at = now
        session.add(ConversationToken(id=token_hash(token), conversation_id=conversation_id, created_at=now))
    return token


def token_hash(token: str) -> str:
    """SHA-256 as hex; tokens are long and random, so it needs no salt."""
    return hashlib.sha256(token.encode()).hexdigest()
