"""A conversation as its customer sees it: messages, and the answer that is being written."""

from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import select

from agent.conversation.conversation import (
    QUEUED,
    RUNNING,
    Conversation,
    Message,
    Run,
)
from agent.conversation.state import ConversationState
from agent.conversation.vault import Vault
from booking_core.catalogue.catalogue import Catalogue
from booking_core.core import BookingCore


class ConversationView(Struct, frozen=True):
    """Messages in order, and the turn that is queued or running, if any."""

    conversation: Conversation
    catalogue: Catalogue
    messages: list[Message]
    run: Run | None
    vault: Vault

    @property
    def state(self) -> ConversationState:
        """The stored state, with the customer's own values in place of their placeholders."""
        return ConversationState.read(self.vault.reveal_all(self.conversation.state))


async def load_view(core: BookingCore, conversation_id: str) -> ConversationView:
    """Everything said so far, from the rows, with personal values in place of placeholders."""
    return _reveal_view(await core.read(lambda: _read_view(core, conversation_id)))


async def _read_view(core: BookingCore, conversation_id: str) -> ConversationView:
    async with core.sessions() as session, session.begin():
        # One snapshot: an answer that ends between two reads would be in neither.
        await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        conversation = await session.get_one(Conversation, conversation_id)
        catalogue = await core.catalogue(session, conversation.organization_id)
        vault = await Vault.load(session, conversation)
        messages = await session.scalars(
            select(Message).where(Message.conversation_id == conversation_id).order_by(Message.position)
        )
        run = await session.scalar(
            select(Run)
            .where(Run.conversation_id == conversation_id, Run.status.in_((QUEUED, RUNNING)))
            .limit(1)
        )
        return ConversationView(conversation, catalogue, list(messages), run, vault)


def _reveal_view(view: ConversationView) -> ConversationView:
    """Replace the placeholders. The objects belong to no session any more, so no row changes."""
    for message in view.messages:
        message.text = view.vault.reveal(message.text)
        message.blocks = view.vault.reveal_all(message.blocks)
    if view.run is not None:
        view.run.text = view.vault.reveal(view.run.text)
    return view


def message_view(message: Message) -> dict[str, Any]:
    """A message as JSON for the customer's page."""
    view: dict[str, Any] = {
        "id": message.id,
        "role": message.role,
        "text": message.text,
        "blocks": message.blocks,
        "created_at": iso_timestamp(message.created_at),
    }
    if message.client_msg_id:
        view["client_msg_id"] = message.client_msg_id
    if message.author:
        view["author"] = message.author
    if message.feedback:
        view["feedback"] = message.feedback
    return view


def iso_timestamp(at: datetime) -> str:
    """ISO 8601 in milliseconds."""
    return at.isoformat(timespec="milliseconds")
