"""Appointments: the promises made to customers."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.catalogue.services.money import Money
from booking_core.catalogue.services.prices import PriceQuote
from booking_core.errors import Conflict
from booking_core.storage.database import Base
from booking_core.time.timeline import minutes_between

CONFIRMED, PENDING, CANCELLED, COMPLETED, NO_SHOW = (
    "confirmed",
    "pending_approval",
    "cancelled",
    "completed",
    "no_show",
)


class Appointment(Base):
    """A promise to a customer. Price and policy are those agreed when the time was held.

    Moments are UTC. ``version`` grows by one with every change; ``cancelled`` is final. ``link_number`` says
    which of its customer's links is good, 0 that none is.
    """

    __tablename__ = "appointments"
    __table_args__ = (
        UniqueConstraint("organization_id", "hold_id", name="one_hold_makes_one_appointment"),
        UniqueConstraint("organization_id", "code", name="booking_codes_are_unique"),
        CheckConstraint(
            "status IN ('confirmed', 'pending_approval', 'cancelled', 'completed', 'no_show')",
            name="appointments_status_is_known",
        ),
        CheckConstraint("ends_at > starts_at", name="appointments_end_after_they_start"),
        CheckConstraint("(status = 'cancelled') = (block_id IS NULL)", name="only_a_cancel_frees_time"),
        Index("appointments_by_start", "organization_id", "starts_at", "id"),
        Index("appointments_by_status", "organization_id", "status", "starts_at", "id"),
        Index("appointments_of_customer", "customer_id"),
        Index("appointments_of_block", "block_id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    code: Mapped[str]
    status: Mapped[str]
    version: Mapped[int]
    service_id: Mapped[str] = mapped_column(ForeignKey("services.id"))
    location_id: Mapped[str] = mapped_column(ForeignKey("locations.id"))
    block_id: Mapped[str | None] = mapped_column(ForeignKey("time_blocks.id"))
    resource_ids: Mapped[list[str]]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    party_size: Mapped[int]
    price: Mapped[Decimal | None]
    price_is_from: Mapped[bool] = mapped_column(server_default="false")
    currency: Mapped[str]
    policy: Mapped[dict[str, Any]]
    answers: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    customer_id: Mapped[str] = mapped_column(ForeignKey("customers.id"))
    hold_id: Mapped[str]
    source: Mapped[str]
    created_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]
    cancel_reason: Mapped[str | None]
    link_number: Mapped[int] = mapped_column(server_default="1")
    # When its customer said that they come at its present time.
    coming_at: Mapped[datetime | None]
    # Since when the business cannot keep its present time, and its customer is to choose another.
    displaced_at: Mapped[datetime | None]
    # When its customer said that they will be late, and by how many minutes, where they said that.
    late_at: Mapped[datetime | None]
    late_min: Mapped[int | None]

    @property
    def money(self) -> Money | None:
        return None if self.price is None else Money(self.price, self.currency)

    @property
    def quote(self) -> PriceQuote:
        return PriceQuote(self.money, self.price_is_from)

    @property
    def duration_min(self) -> int:
        return minutes_between(self.starts_at, self.ends_at)

    @property
    def stands(self) -> bool:
        """Whether it is still to come about."""
        return self.status in (CONFIRMED, PENDING)

    @property
    def is_displaced(self) -> bool:
        """Whether it stands at a time that the business cannot keep, until its customer chooses another."""
        return self.stands and self.displaced_at is not None

    def must_be_version(self, expected: int | None) -> None:
        """Raises ``Conflict`` where somebody decided by another version than this."""
        if expected is not None and expected != self.version:
            raise Conflict(
                "This appointment has changed meanwhile.",
                code="version_conflict",
                details={"version": self.version},
            )

    def must_be_movable(self, now: datetime) -> None:
        """Raises ``Conflict`` for an appointment that is over or has begun."""
        if not self.stands or self.starts_at <= now:
            raise Conflict("This appointment is over and cannot be moved.", code="not_reschedulable")

    def displace(self, at: datetime) -> None:
        """Its time cannot be kept. Raises ``Conflict`` (``not_reschedulable``)."""
        self.must_be_movable(at)
        self.displaced_at, self.coming_at = at, None
        self.late_at = self.late_min = None
        self.version += 1

    def cancel(self, at: datetime, reason: str | None) -> None:
        """Give it up and free its time. Raises ``Conflict`` (``already_started``)."""
        if not self.stands or self.starts_at <= at:
            raise Conflict("This appointment has begun and cannot be cancelled.", code="already_started")
        self._free(at, reason)

    def approve(self) -> None:
        """Confirm what was asked for. Raises ``Conflict`` (``illegal_transition``) where nothing was."""
        self._becomes(CONFIRMED, PENDING)

    def decline(self, at: datetime, reason: str | None) -> None:
        """Say no to what was asked for; its time is free again. Legal even when the time has come unanswered.
        Raises ``Conflict`` (``illegal_transition``) where it is confirmed or over."""
        if self.status == CONFIRMED:
            raise Conflict(
                "This appointment is confirmed already: it can be cancelled, not declined.",
                code="illegal_transition",
            )
        self._must_be(CANCELLED, PENDING)
        self._free(at, reason)

    def complete(self, at: datetime) -> None:
        """They came, be it that the opposite was noted. Raises ``Conflict``: ``not_started``,
        ``illegal_transition``."""
        self._must_have_begun(at)
        self._becomes(COMPLETED, CONFIRMED, NO_SHOW)

    def no_show(self, at: datetime) -> None:
        """They did not come, be it that the opposite was noted. The time stays taken: it was."""
        self._must_have_begun(at)
        self._becomes(NO_SHOW, CONFIRMED, COMPLETED)

    def _free(self, at: datetime, reason: str | None) -> None:
        self.status, self.block_id = CANCELLED, None
        self.cancelled_at, self.cancel_reason = at, reason
        self.version += 1

    def _becomes(self, status: str, *only_from: str) -> None:
        self._must_be(status, *only_from)
        self.status = status
        self.version += 1

    def _must_be(self, wanted: str, *statuses: str) -> None:
        if self.status not in statuses:
            raise Conflict(
                f"An appointment that is {self.status} cannot become {wanted}.", code="illegal_transition"
            )

    def _must_have_begun(self, at: datetime) -> None:
        if at < self.starts_at:
            raise Conflict("This appointment has not begun yet.", code="not_started")
