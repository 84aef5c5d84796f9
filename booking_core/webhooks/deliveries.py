"""Deliveries: one event for one endpoint, what was sent, and what became of it."""

from datetime import datetime, timedelta

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base

PENDING, DELIVERED, GIVEN_UP = "pending", "delivered", "given_up"
# What was sent can be looked up and sent again this long.
KEPT = timedelta(days=30)


class WebhookDelivery(Base):
    """``body`` is what is signed and sent, the same at every attempt: ids only. ``answer`` is the last
    status and ``answer_text`` the beginning of what came with it, ``problem`` why none. A receiver may say
    anything, also of a customer: an erasure forgets the text."""

    __tablename__ = "webhook_deliveries"
    __table_args__ = (
        UniqueConstraint("endpoint_id", "event_id", name="webhooks_tell_each_event_once"),
        CheckConstraint(
            "status IN ('pending', 'delivered', 'given_up')", name="webhook_deliveries_status_is_known"
        ),
        Index("webhook_deliveries_by_age", "organization_id", "created_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    endpoint_id: Mapped[str] = mapped_column(ForeignKey("webhook_endpoints.id", ondelete="CASCADE"))
    event_id: Mapped[str]
    kind: Mapped[str]
    subject: Mapped[str]
    body: Mapped[str]
    status: Mapped[str]
    attempts: Mapped[int] = mapped_column(server_default="0")
    answer: Mapped[int | None]
    answer_text: Mapped[str | None]
    problem: Mapped[str | None]
    created_at: Mapped[datetime]
    attempted_at: Mapped[datetime | None]
