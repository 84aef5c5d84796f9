"""The rows of conversations: messages, turns (runs) and their steps.

The rows are the source of truth; the live stream (``agent.live_stream.stream``) may be lost and is rebuilt
from them.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKey, Identity, Index, UniqueConstraint, func
from sqlalchemy import text as sql_text
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base

CUSTOMER, ASSISTANT = "customer", "assistant"
BOT, WAITING, PERSON, CLOSED = "bot", "waiting", "person", "closed"
# The rule that a question is answered; its steps that are not ok are the questions nobody here could answer.
UNANSWERED = "questions_are_answered"
QUEUED, RUNNING, COMPLETED, FAILED, CANCELLED = "queued", "running", "completed", "failed", "cancelled"


class Conversation(Base):
    """One conversation of a customer with an organization. ``state`` is a ``ConversationState`` as JSON.

    ``status`` says who answers: the assistant (``bot``), still the assistant while a person was asked for
    (``waiting``), a person, or nobody (``closed``). ``outcome`` is booked, moved, cancelled or handed_over,
    as far as the database proves it.
    """

    __tablename__ = "conversations"
    __table_args__ = (
        CheckConstraint(
            "status IN ('bot', 'waiting', 'person', 'closed')", name="conversations_status_is_known"
        ),
        Index("conversations_by_status", "organization_id", "status", "last_message_at", "id"),
        Index("conversations_by_outcome", "organization_id", "outcome", "status", "last_message_at", "id"),
        Index(
            "conversations_of_customer", "customer_id", postgresql_where=sql_text("customer_id IS NOT NULL")
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    token_hash: Mapped[str] = mapped_column(unique=True)
    status: Mapped[str]
    locale: Mapped[str]
    # The IANA zone of the customer's browser, if known; times are shown in the location's.
    time_zone: Mapped[str | None]
    page: Mapped[str | None]
    # JSON, not JSONB, which would lose the order of keys: that in which things were offered.
    state: Mapped[dict[str, Any]] = mapped_column(JSON)
    epoch: Mapped[int] = mapped_column(server_default="0")
    outcome: Mapped[str | None]
    customer_id: Mapped[str | None] = mapped_column(ForeignKey("customers.id"))
    # Tokens that models have used here, and from where the conversation was opened, for limits per visitor.
    model_tokens: Mapped[int] = mapped_column(BigInteger, server_default="0")
    address_hash: Mapped[str | None]
    network_hash: Mapped[str | None]
    # The customer's id at the organization's own website, where that has signed it.
    identified_as: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    last_message_at: Mapped[datetime] = mapped_column(server_default=func.now())


class ConversationToken(Base):
    """A further token of a conversation, for another device. ``id`` is the token's SHA-256."""

    __tablename__ = "conversation_tokens"

    id: Mapped[str] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    created_at: Mapped[datetime]


class Message(Base):
    """A message. ``position`` orders the messages of a conversation; ``input`` is the button or form behind a
    customer's message."""

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("conversation_id", "client_msg_id", name="messages_are_said_once"),
        CheckConstraint("feedback IN ('up', 'down')", name="messages_feedback_is_known"),
        Index("messages_of_conversation", "conversation_id", "position"),
        Index(
            "messages_by_words",
            "organization_id",
            "text",
            postgresql_using="gin",
            postgresql_ops={"text": "gin_trgm_ops"},
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(BigInteger, Identity(always=True), unique=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    role: Mapped[str]
    text: Mapped[str]
    blocks: Mapped[list[Any]]
    input: Mapped[dict[str, Any] | None]
    client_msg_id: Mapped[str | None]
    run_id: Mapped[str | None]
    author: Mapped[str | None]
    feedback: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class Run(Base):
    """One turn, from a customer's message to its answer. ``epoch`` fences: only the newest attempt may
    write.

    ``text`` and ``seq`` are the checkpoint of an answer that is being written; the finished answer is the
    message ``answer_id``.
    """

    __tablename__ = "runs"
    __table_args__ = (
        CheckConstraint(
            "status IN ('queued', 'running', 'completed', 'failed', 'cancelled')", name="runs_status_is_known"
        ),
        Index("runs_of_conversation", "conversation_id", "created_at"),
        Index("runs_of_message", "message_id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    message_id: Mapped[str] = mapped_column(ForeignKey("messages.id"))
    answer_id: Mapped[str]
    status: Mapped[str]
    epoch: Mapped[int] = mapped_column(server_default="0")
    engine: Mapped[str | None]
    text: Mapped[str] = mapped_column(server_default="")
    seq: Mapped[int] = mapped_column(server_default="0")
    outcome: Mapped[str | None]
    input_tokens: Mapped[int] = mapped_column(server_default="0")
    output_tokens: Mapped[int] = mapped_column(server_default="0")
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class Step(Base):
    """One step of a turn: a model call, a tool call with its arguments and result, or a rule's decision.

    ``kind`` is ``model``, ``tool`` or ``rule``; ``took_ms`` is in milliseconds.
    """

    __tablename__ = "steps"
    __table_args__ = (
        Index("steps_of_run", "run_id", "id"),
        Index(
            "unanswered_questions",
            "organization_id",
            "id",
            postgresql_where=sql_text(f"kind = 'rule' AND name = '{UNANSWERED}' AND NOT ok"),
        ),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    run_id: Mapped[str] = mapped_column(ForeignKey("runs.id"))
    kind: Mapped[str]
    name: Mapped[str]
    ok: Mapped[bool]
    arguments: Mapped[dict[str, Any]]
    result: Mapped[dict[str, Any]]
    took_ms: Mapped[int]
    at: Mapped[datetime] = mapped_column(server_default=func.now())
