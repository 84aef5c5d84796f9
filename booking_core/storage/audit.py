"""Who did what, when, through which door; and the one event per change that notices and webhooks are made
from."""

from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import BigInteger, ForeignKey, Identity, Index, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.access.roles import Role
from booking_core.access.scopes import Scope
from booking_core.storage.database import Base

# A customer without a conversation, at the page of their appointment, is at the door ``page``.
CHAT, CONSOLE, PAGE = "chat", "console", "page"


class Actor(Struct, frozen=True):
    """Somebody at the desk. ``door`` is ``chat``, ``api``, ``console``, ``mcp``, ``page`` or ``system``.

    ``proof`` says what entitles them: a scope, a consent, a booking code, a sign-in. Whoever belongs to an
    organization has a ``role`` in it, and in no other: ``organization_id`` says in which.
    """

    door: str
    id: str
    proof: str = ""
    request_id: str = ""
    role: Role | None = None
    organization_id: str = ""

    @property
    def owner(self) -> str:
        """By which what they keep and make is theirs."""
        return f"{self.door}:{self.id}"

    @property
    def is_business(self) -> bool:
        """Whether the business itself acts, by its console or by whatever has a role in it."""
        return self.door == CONSOLE or self.role is not None

    @property
    def decides(self) -> bool:
        """Whether they may decide for the business, themselves or as a program that was given the scope."""
        return self.is_business or self.proof == f"scope:{Scope.APPOINTMENTS_MANAGE}"


class AuditEntry(Base):
    __tablename__ = "audit"
    __table_args__ = (
        Index("audit_by_time", "organization_id", "at", "id"),
        Index("audit_of_subject", "organization_id", "subject"),
        Index("audit_of_actor", "organization_id", "actor"),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    at: Mapped[datetime]
    door: Mapped[str]
    actor: Mapped[str]
    proof: Mapped[str]
    request_id: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    details: Mapped[dict[str, Any]]

    @classmethod
    def of(
        cls, actor: Actor, organization_id: str, action: str, subject: str, at: datetime, **details: Any
    ) -> "AuditEntry":
        """The entry of what ``actor`` has done to ``subject`` (an id) at a moment in UTC; ``details`` must be
        JSON."""
        return cls(
            organization_id=organization_id,
            at=at,
            door=actor.door,
            actor=actor.id,
            proof=actor.proof,
            request_id=actor.request_id,
            action=action,
            subject=subject,
            details=details,
        )


class AppointmentEvent(Base):
    """Exactly one row per committed change of an appointment: the table refuses a second."""

    __tablename__ = "appointment_events"
    __table_args__ = (UniqueConstraint("appointment_id", "kind", "version", name="events_happen_once"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    kind: Mapped[str]
    appointment_id: Mapped[str] = mapped_column(ForeignKey("appointments.id"))
    version: Mapped[int]
    at: Mapped[datetime] = mapped_column(server_default=func.now())
