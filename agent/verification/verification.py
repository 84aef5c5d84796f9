"""Verifications: the rows that say which proof was asked for, and which was given."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, ForeignKey, Index, false
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column

from booking_core.storage.database import Base

CODE_LASTS, PROOF_LASTS = timedelta(minutes=10), timedelta(minutes=30)
# The window in which requests for proof and letters are counted.
HOUR = timedelta(hours=1)
# A column for other statements: whether six digits in a conversation are probably a one-time code.
AWAITS_CODE = "EXISTS (SELECT FROM verifications WHERE conversation_id = :conversation_id) AS awaits_code"


class Verification(Base):
    """One request for proof. ``appointment_ids`` are the bookings it would prove; none where no booking was
    found.

    ``asked_for`` is a hash of the contact or booking code that was named, ``mailbox`` a hash of the mailbox
    the code is sent to, if any. ``address_hash`` and ``network_hash`` say from where the conversation was
    opened. How often each of them occurs is limited. ``code_of`` is the verification whose letter carries the
    code, where that is another one. ``proven_until`` is set once proof has been given.
    """

    __tablename__ = "verifications"
    __table_args__ = (
        Index("verifications_of_conversation", "conversation_id", "created_at"),
        Index("verifications_by_mailbox", "organization_id", "mailbox", "created_at"),
        Index("verifications_by_age", "organization_id", "created_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    kind: Mapped[str]
    asked_for: Mapped[bytes]
    appointment_ids: Mapped[list[str]]
    tries: Mapped[int] = mapped_column(server_default="0")
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    proven_until: Mapped[datetime | None]
    mailbox: Mapped[bytes | None]
    address_hash: Mapped[str | None]
    network_hash: Mapped[str | None]
    code_of: Mapped[str | None]

    @property
    def letter_of(self) -> str:
        """The id of the verification whose letter carries the code of this one."""
        return self.code_of or self.id


def matches_known_value(column: InstrumentedAttribute[str | None], known: str | None) -> ColumnElement[bool]:
    """Whether a column has a known value; false where the value is not known, as unknown is not equal."""
    return false() if known is None else column == known
