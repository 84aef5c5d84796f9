"""Holds: a claim on time for minutes, while somebody makes up their mind.

Redis says whether anybody else is about to take the time (``hold_book``); the row says what was offered, to
whom, and what became of it. Losing Redis loses exclusivity for minutes, never an appointment.
"""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.catalogue.services.money import Money
from booking_core.catalogue.services.prices import PriceQuote
from booking_core.errors import Conflict, HoldExpired
from booking_core.storage.database import Base
from booking_core.time.timeline import minutes_between

BOOK, RESCHEDULE = "book", "reschedule"
HELD, HOLD_CONFIRMED, RELEASED, REPLACED, EXPIRED = "held", "confirmed", "released", "replaced", "expired"


class Hold(Base):
    """What was held. ``claims_from`` and ``claims_to`` include the buffers; ``staff_id`` is who was asked for
    by name.

    An expired hold is one past ``expires_at``: no row ever says so by itself (see ``outcome``).
    """

    __tablename__ = "holds"
    __table_args__ = (
        CheckConstraint("purpose IN ('book', 'reschedule')", name="holds_purpose_is_known"),
        CheckConstraint(
            "status IN ('held', 'confirmed', 'released', 'replaced')", name="holds_status_is_known"
        ),
        CheckConstraint(
            "(purpose = 'reschedule') = (reschedule_of IS NOT NULL)", name="holds_move_something"
        ),
        Index("holds_of_owner", "organization_id", "owner", "created_at"),
        Index("holds_by_age", "created_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    owner: Mapped[str]
    purpose: Mapped[str]
    status: Mapped[str]
    reschedule_of: Mapped[str | None] = mapped_column(ForeignKey("appointments.id"))
    service_id: Mapped[str] = mapped_column(ForeignKey("services.id"))
    location_id: Mapped[str] = mapped_column(ForeignKey("locations.id"))
    resource_ids: Mapped[list[str]]
    staff_id: Mapped[str | None] = mapped_column(ForeignKey("resources.id"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    claims_from: Mapped[datetime]
    claims_to: Mapped[datetime]
    party_size: Mapped[int]
    price: Mapped[Decimal | None]
    price_is_from: Mapped[bool] = mapped_column(server_default="false")
    currency: Mapped[str]
    policy: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    max_expires_at: Mapped[datetime]
    extensions: Mapped[int] = mapped_column(server_default="0")
    appointment_id: Mapped[str | None] = mapped_column(ForeignKey("appointments.id"))
    # The catalogue's, by which the time was found free.
    revision: Mapped[int | None]

    @property
    def money(self) -> Money | None:
        return None if self.price is None else Money(self.price, self.currency)

    @property
    def quote(self) -> PriceQuote:
        return PriceQuote(self.money, self.price_is_from)

    @property
    def duration_min(self) -> int:
        return minutes_between(self.starts_at, self.ends_at)

    def outcome(self, now: datetime) -> str:
        """What has become of it: ``held``, ``confirmed``, ``released``, ``expired`` or ``replaced``."""
        return EXPIRED if self.status == HELD and self.expires_at <= now else self.status

    def stands(self, now: datetime) -> bool:
        """Whether it is live, or has become an appointment."""
        return self.outcome(now) in (HELD, HOLD_CONFIRMED)

    def must_be_live(self, now: datetime) -> None:
        """Raises ``HoldExpired`` or ``Conflict`` unless this hold still stands at ``now``."""
        if self.status == HOLD_CONFIRMED:
            raise Conflict("This hold has already become an appointment.", code="hold_consumed")
        if self.status != HELD:
            raise Conflict("This hold has been let go.", code="hold_released")
        if self.expires_at <= now:
            raise HoldExpired("The time was kept for you, but not confirmed soon enough.")
