"""The reception: opens conversations, receives messages, and reads conversations for their customers.

Receiving a message stores it and queues the turn that answers it, in one transaction. The answer is written
by a worker (``agent.turns.turn``) and reaches the customer over the stream.
"""

from typing import Any

from msgspec import UNSET, Struct, UnsetType
from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation.choices import ChosenTime
from agent.conversation.conversation import (
    ASSISTANT,
    BOT,
    CLOSED,
    CUSTOMER,
    PERSON,
    WAITING,
    Conversation,
    Message,
)
from agent.conversation.state import ConversationState
from agent.conversation.vault import Vault
from agent.intake.arrival import (
    LockedConversation,
    lock_conversation,
    store_conversation,
    store_message,
    store_plain_message,
)
from agent.intake.conversation_token import (
    AuthenticatedConversation,
    conversation_with_token,
    issue_token,
    token_hash,
)
from agent.intake.conversation_view import ConversationView, load_view, message_view
from agent.intake.intake import ConversationContext, IncomingMessage, Intake, RedactedMessage, plain_words
from agent.intake.repeats import DIGEST, StoredMessage, digest_of, must_be_the_same
from agent.languages.patterns.remembered import forget_texts
from agent.languages.texts.fields import translate_field_error
from agent.languages.texts.welcomes import MEANINGS, welcome_of
from agent.languages.wording import locale_from_tag
from agent.live_stream.stream import ConversationLog
from agent.ui_blocks import blocks
from agent.verification.one_time_codes import OneTimeCodes
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.settings.customer_languages import spoken_tag
from booking_core.core import BookingCore
from booking_core.errors import Conflict, InvalidField
from booking_core.storage.ids import new_id, new_secret

LONGEST_MESSAGE = 4000
CLOSED_ALREADY = "This conversation has ended. Please start a new one."


class Visitor(Struct, frozen=True):
    """What a browser says of its user: language tag, IANA time zone and the page they are on; unverified.

    ``address_hash`` and ``network_hash`` are keyed hashes of the IP address and its network, from the server.
    """

    locale: str | None = None
    time_zone: str | None = None
    page: str | None = None
    address_hash: str | None = None
    network_hash: str | None = None


class OpenedConversation(Struct, frozen=True):
    """A new conversation. ``token`` is stored only as a hash."""

    conversation: Conversation
    token: str
    greeting: Message


class MessageReceipt(Struct, frozen=True):
    """A stored message. ``run_id`` is the turn that answers it; None where a person answers."""

    message_id: str
    run_id: str | None


class Reception:
    """Opens conversations and receives messages. One per process."""

    def __init__(self, core: BookingCore, log: ConversationLog, codes: OneTimeCodes | None = None) -> None:
        self.core = core
        self.log = log
        self.codes = codes or OneTimeCodes()

    async def open(
        self, organization_id: str, visitor: Visitor, catalogue: Catalogue | None = None
    ) -> OpenedConversation:
        """Store a new conversation with its greeting. Raises ``NotFound`` for an unknown organization.

        ``catalogue`` is read if not given.
        """
        catalogue = catalogue or await self.core.catalogue_of(organization_id)
        token, state = new_secret(), ConversationState()
        conversation = Conversation(
            id=new_id("cnv"),
            organization_id=organization_id,
            status=BOT,
            locale=spoken_tag(
                catalogue.organization, locale_from_tag(visitor.locale, catalogue.organization.locale)
            ),
        )
        greeting = _greeting(catalogue, conversation, state)
        conversation.state = state.to_dict()
        origin = {
            "time_zone": visitor.time_zone,
            "page": visitor.page,
            "address_hash": visitor.address_hash,
            "network_hash": visitor.network_hash,
        }
        await store_conversation(self.core, conversation, token_hash(token), origin, greeting)
        return OpenedConversation(conversation, token, greeting)

    async def receive(
        self,
        conversation: Conversation | AuthenticatedConversation,
        client_msg_id: str,
        *,
        text: str = "",
        input_id: str | None = None,
        payload: dict[str, Any] | None = None,
        time: ChosenTime | UnsetType = UNSET,
    ) -> MessageReceipt:
        """Store a message and queue its turn. Idempotent per ``client_msg_id``.

        Raises ``Conflict`` (``input_closed``) for a button that was closed, ``InvalidField`` for a form that
        is not filled in right, ``Conflict`` (``conversation_closed``), and ``Invalid``
        (``client_msg_id_reused``) for another message under a ``client_msg_id`` that was used before.
        """
        sent = IncomingMessage(text, input_id, payload or {}, time)
        if isinstance(conversation, AuthenticatedConversation) and input_id is None and time is UNSET:
            message = await self._receive_plain_text(conversation, client_msg_id, text)
            if message is not None:
                return await self._announce(message)
        async with self.core.sessions() as session, session.begin():
            arrival = await lock_conversation(session, conversation.id, client_msg_id, self.core.clock)
            if arrival.before is not None:
                return await self._repeat(conversation.id, arrival, arrival.before, sent)
            if arrival.status == CLOSED:
                raise Conflict(CLOSED_ALREADY, code="conversation_closed")
            taken = await self._redact(session, conversation.id, arrival, sent)
            message = _message(conversation, CUSTOMER, taken.text, client_msg_id=client_msg_id)
            message.input = self._input_of(taken, sent)
            # Where a person answers, no turn is queued.
            message.run_id = new_id("run") if arrival.status != PERSON else None
            await store_message(session, message, new_id("msg"), self.core.clock)
        return await self._announce(message)

    def _input_of(self, taken: RedactedMessage, sent: IncomingMessage) -> dict[str, Any] | None:
        """What is kept of a button or form, and how a repeat of what was redacted is known."""
        if taken.input is None and taken.text == sent.text:
            return None
        return {**(taken.input or {}), DIGEST: digest_of(sent, self.codes)}

    async def _repeat(
        self, conversation_id: str, arrival: LockedConversation, before: StoredMessage, sent: IncomingMessage
    ) -> MessageReceipt:
        """Raises ``Invalid`` unless the message is the one that was stored before."""
        known = await self._context(conversation_id, arrival)
        must_be_the_same(before, sent, known.vault, self.codes)
        return MessageReceipt(before.message_id, before.run_id)

    async def _receive_plain_text(
        self, own: AuthenticatedConversation, client_msg_id: str, text: str
    ) -> Message | None:
        """Store plain text for the assistant, as most messages are, in one statement. Returns None where the
        message is anything else, or was stored before."""
        words = plain_words(await self._context(own.id, own), text) if own.status in (BOT, WAITING) else None
        forget_texts()
        if words is None:
            return None
        message = _message(own, CUSTOMER, words, client_msg_id=client_msg_id)
        message.run_id = new_id("run")
        return message if await store_plain_message(self.core, message, new_id("msg"), own.version) else None

    async def _redact(
        self, session: AsyncSession, conversation_id: str, arrival: LockedConversation, sent: IncomingMessage
    ) -> RedactedMessage:
        """Raises ``Conflict`` and, in the conversation's language, ``InvalidField``."""
        known = await self._context(conversation_id, arrival)
        try:
            return await Intake(session, known, self.codes, self.core.clock).take(sent)
        except InvalidField as wrong:
            raise translate_field_error(arrival.locale, wrong) from wrong
        finally:
            forget_texts()

    async def _announce(self, message: Message) -> MessageReceipt:
        events = [("message.completed", {"message": message_view(message)})]
        await self.log.append(message.conversation_id, events)
        return MessageReceipt(message.id, message.run_id)

    async def _context(
        self, conversation_id: str, read: LockedConversation | AuthenticatedConversation
    ) -> ConversationContext:
        catalogue = await self.core.catalogue_of(read.organization_id, read.revision)
        vault = Vault.from_rows(conversation_id, read.organization_id, read.told)
        return ConversationContext(conversation_id, read.locale, catalogue, vault, read.awaits_code)

    async def conversation_of(self, conversation_id: str, token: str) -> AuthenticatedConversation:
        """The conversation this token opens. Raises ``NotFound`` for a wrong id and a wrong token alike."""
        return await conversation_with_token(self.core, conversation_id, token)

    async def issue_token(self, conversation_id: str) -> str:
        """A token for one more device. Raises ``NotFound`` where the conversation is closed or deleted."""
        return await issue_token(self.core, conversation_id)

    async def view(self, conversation_id: str) -> ConversationView:
        """Everything said so far, from the rows."""
        return await load_view(self.core, conversation_id)


def _greeting(catalogue: Catalogue, conversation: Conversation, state: ConversationState) -> Message:
    welcome = welcome_of(catalogue.organization, conversation.locale)
    greeting = _message(conversation, ASSISTANT, welcome.greeting)
    greeting.blocks = [blocks.quick_replies(state, dict(zip(welcome.starters, MEANINGS, strict=True)))]
    return greeting


def _message(
    conversation: Conversation | AuthenticatedConversation,
    role: str,
    text: str,
    *,
    client_msg_id: str | None = None,
) -> Message:
    return Message(
        id=new_id("msg"),
        organization_id=conversation.organization_id,
        conversation_id=conversation.id,
        role=role,
        text=text,
        blocks=[],
        client_msg_id=client_msg_id,
    )
