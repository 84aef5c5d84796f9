"""The reception: where conversations are opened, messages are taken in, and what was said is looked up again.

Taking in a message stores it and promises the turn that answers it, in one transaction; the answer is written
elsewhere (``agent.turns.turn``) and reaches the customer over the stream.
"""

import hashlib
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import select

from agent.conversation.conversation import (
    ASSISTANT,
    BOT,
    CLOSED,
    CUSTOMER,
    PERSON,
    QUEUED,
    RUNNING,
    WAITING,
    Conversation,
    ConversationToken,
    Message,
    Run,
)
from agent.conversation.personal_value import VALUES_COLUMN, StoredValue
from agent.conversation.state import ConversationState
from agent.conversation.vault import Vault
from agent.intake.arrival import (
    LockedConversation,
    lock_conversation,
    store_conversation,
    store_message,
    store_plain_message,
)
from agent.intake.intake import ConversationContext, IncomingMessage, Intake, plain_words
from agent.languages.texts.fields import translate_field_error
from agent.languages.texts.welcomes import MEANINGS, welcome_of
from agent.languages.wording import locale_from_tag
from agent.live_stream.stream import ConversationLog
from agent.ui_blocks import blocks
from agent.verification.one_time_codes import OneTimeCodes
from agent.verification.verification import AWAITS_CODE
from booking_core.catalogue.catalogue import Catalogue
from booking_core.core import BookingCore
from booking_core.errors import Conflict, InvalidField, NotFound
from booking_core.storage.ids import new_id, new_secret
from booking_core.storage.statements import Statement

LONGEST_MESSAGE = 4000
# From the last message on: whoever says something keeps their conversation.
TOKEN_LASTS = timedelta(days=30)
# Asked with every request of a customer's; ``version`` is another after every change of the conversation's
# row.
CONVERSATION_BY_TOKEN = Statement(
    "SELECT conversations.id, organization_id, organizations.revision, conversations.status,"
    f" CAST(conversations.xmin AS text) AS version, {AWAITS_CODE}, {VALUES_COLUMN}"
    " FROM conversations JOIN organizations ON organizations.id = organization_id"
    " WHERE conversations.id = :conversation_id AND last_message_at > :since AND (token_hash = :token OR EXISTS ("
    "SELECT FROM conversation_tokens WHERE conversation_tokens.id = :token AND conversation_id = conversations.id))"
)


class Visitor(Struct, frozen=True):
    """What a browser says of its user: language tag, own time zone, and the page they are on. None of it is
    trusted further.

    ``address_hash`` and ``network_hash`` are what the door knows of where they are: keyed hashes.
    """

    locale: str | None = None
    time_zone: str | None = None
    page: str | None = None
    address_hash: str | None = None
    network_hash: str | None = None


class OpenedConversation(Struct, frozen=True):
    """A new conversation. ``token`` is shown this once and kept only as a hash."""

    conversation: Conversation
    token: str
    greeting: Message


class AuthenticatedConversation(Struct, frozen=True):
    """The conversation of whoever has shown its token, as it was then: ``revision`` is that of its
    organization's catalogue."""

    id: str
    organization_id: str
    revision: int
    status: str
    version: str
    awaits_code: bool
    told: list[StoredValue] | None


class MessageReceipt(Struct, frozen=True):
    message_id: str
    run_id: str | None


class ConversationView(Struct, frozen=True):
    """A conversation as its customer may see it: what was said, and the answer that is being written."""

    conversation: Conversation
    catalogue: Catalogue
    messages: list[Message]
    run: Run | None
    vault: Vault

    @property
    def state(self) -> ConversationState:
        return ConversationState.read(self.vault.reveal_all(self.conversation.state))


class Reception:
    """One per process."""

    def __init__(self, core: BookingCore, log: ConversationLog, codes: OneTimeCodes | None = None) -> None:
        self.core = core
        self.log = log
        self.codes = codes or OneTimeCodes()

    async def open(
        self, organization_id: str, visitor: Visitor, catalogue: Catalogue | None = None
    ) -> OpenedConversation:
        """Raises ``NotFound`` for an unknown organization. Who has just read its ``catalogue`` saves a
        question."""
        catalogue = catalogue or await self.core.catalogue_of(organization_id)
        token, state = new_secret(), ConversationState()
        conversation = Conversation(
            id=new_id("cnv"),
            organization_id=organization_id,
            status=BOT,
            locale=locale_from_tag(visitor.locale, catalogue.organization.locale),
        )
        greeting = _greeting(catalogue, conversation, state)
        conversation.state = state.to_dict()
        told = {
            "time_zone": visitor.time_zone,
            "page": visitor.page,
            "address_hash": visitor.address_hash,
            "network_hash": visitor.network_hash,
        }
        await store_conversation(self.core, conversation, _token_hash(token), told, greeting)
        return OpenedConversation(conversation, token, greeting)

    async def receive(
        self,
        conversation: Conversation | AuthenticatedConversation,
        client_msg_id: str,
        *,
        text: str = "",
        input_id: str | None = None,
        payload: dict[str, Any] | None = None,
    ) -> MessageReceipt:
        """Take a message in, and promise its turn. Saying it again gives the same answer.

        Raises ``Conflict`` (``input_closed``) for a button that means nothing any more, ``InvalidField`` for
        a form that is not filled in right, and ``Conflict`` (``conversation_closed``).
        """
        if isinstance(conversation, AuthenticatedConversation) and input_id is None:
            message = await self._receive_plain_text(conversation, client_msg_id, text)
            if message is not None:
                return await self._announce(message)
        async with self.core.sessions() as session, session.begin():
            arrival = await lock_conversation(session, conversation.id, client_msg_id, self.core.clock)
            if arrival.message_id is not None:
                return MessageReceipt(arrival.message_id, arrival.run_id)
            if arrival.status == CLOSED:
                raise Conflict(
                    "This conversation has ended. Please start a new one.", code="conversation_closed"
                )
            known = await self._context(conversation.id, arrival)
            intake = Intake(session, known, self.codes, self.core.clock)
            try:
                taken = await intake.take(IncomingMessage(text, input_id, payload or {}))
            except InvalidField as wrong:
                raise translate_field_error(arrival.locale, wrong) from wrong
            message = _message(conversation, CUSTOMER, taken.text, client_msg_id=client_msg_id)
            message.input = taken.input
            # Where a person is answering, no turn is promised.
            message.run_id = new_id("run") if arrival.status != PERSON else None
            await store_message(session, message, new_id("msg"))
        return await self._announce(message)

    async def _receive_plain_text(
        self, own: AuthenticatedConversation, client_msg_id: str, text: str
    ) -> Message | None:
        """Plain words to the assistant, which most messages are, take one statement. None for everything
        else, and what was said before."""
        words = plain_words(await self._context(own.id, own), text) if own.status in (BOT, WAITING) else None
        if words is None:
            return None
        message = _message(own, CUSTOMER, words, client_msg_id=client_msg_id)
        message.run_id = new_id("run")
        return message if await store_plain_message(self.core, message, new_id("msg"), own.version) else None

    async def _announce(self, message: Message) -> MessageReceipt:
        told = [("message.completed", {"message": message_view(message)})]
        await self.log.append(message.conversation_id, told)
        return MessageReceipt(message.id, message.run_id)

    async def _context(
        self, conversation_id: str, read: LockedConversation | AuthenticatedConversation
    ) -> ConversationContext:
        catalogue = await self.core.catalogue_of(read.organization_id, read.revision)
        vault = Vault.from_rows(conversation_id, read.organization_id, read.told)
        return ConversationContext(conversation_id, catalogue, vault, read.awaits_code)

    async def conversation_of(self, conversation_id: str, token: str) -> AuthenticatedConversation:
        """The conversation this token opens. Raises ``NotFound`` for a wrong id and a wrong token alike."""
        since = self.core.clock.now() - TOKEN_LASTS
        shown = {"conversation_id": conversation_id, "token": _token_hash(token), "since": since}
        for found in await self.core.look_up(CONVERSATION_BY_TOKEN, **shown):
            return AuthenticatedConversation(*found)
        raise NotFound("There is no such conversation.")

    async def issue_token(self, conversation_id: str) -> str:
        """A token for one more device of the same customer. Raises ``NotFound`` where the conversation is
        over or gone."""
        token, now = new_secret(), self.core.clock.now()
        async with self.core.sessions() as session, session.begin():
            conversation = await session.get(Conversation, conversation_id, with_for_update=True)
            if conversation is None or conversation.status == CLOSED:
                raise NotFound("This conversation is over. You can start a new one.")
            conversation.last_message_at = now
            session.add(
                ConversationToken(id=_token_hash(token), conversation_id=conversation_id, created_at=now)
            )
        return token

    async def view(self, conversation_id: str) -> ConversationView:
        """Everything said so far, from the rows."""
        return _reveal_view(await self.core.read(lambda: self._view(conversation_id)))

    async def _view(self, conversation_id: str) -> ConversationView:
        async with self.core.sessions() as session, session.begin():
            # One moment of all rows: an answer that ends between two looks would be neither being written nor
            # whole.
            await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            conversation = await session.get_one(Conversation, conversation_id)
            catalogue = await self.core.catalogue(session, conversation.organization_id)
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
    """The same view with every placeholder replaced by what it stands for. The rows, which are no longer of
    any session, stay as they are."""
    for message in view.messages:
        message.text = view.vault.reveal(message.text)
        message.blocks = view.vault.reveal_all(message.blocks)
    if view.run is not None:
        view.run.text = view.vault.reveal(view.run.text)
    return view


def message_view(message: Message) -> dict[str, Any]:
    """A message as the customer's page reads it."""
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
    return at.isoformat(timespec="milliseconds")


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


def _token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
