"""Services: what can be booked, how long it takes, what it costs and what it needs."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.catalogue.services.categories import ServiceCategory
from booking_core.catalogue.services.money import Money
from booking_core.catalogue.translations import Translatable
from booking_core.errors import Invalid
from booking_core.pictures.picture import Picture
from booking_core.storage.database import Base

CENTS = Decimal("0.01")


class Service(Translatable, Base):
    """All lengths of time are whole minutes. ``durations`` holds the allowed ones, the usual one first.

    ``price`` is that of every length which has none of its own in ``price_by_duration`` (minutes to amount,
    both as text), and ``duration_names`` says what some lengths are called, such as "long hair". Where
    ``price_is_from``, every price of it is the least it costs.
    """

    TRANSLATED: ClassVar[tuple[str, ...]] = ("name", "description")
    TRANSLATED_EACH: ClassVar[tuple[str, ...]] = ("duration_names",)
    __tablename__ = "services"
    __table_args__ = (
        CheckConstraint("cardinality(durations) > 0", name="services_last_some_time"),
        CheckConstraint("capacity >= 1", name="services_have_a_seat"),
        CheckConstraint("slot_step_min BETWEEN 1 AND 1440", name="services_step_within_a_day"),
        CheckConstraint(
            "buffer_before_min >= 0 AND buffer_after_min >= 0", name="services_buffers_not_negative"
        ),
        CheckConstraint("jsonb_typeof(price_by_duration) = 'object'", name="services_price_by_duration"),
        ForeignKeyConstraint(
            ["organization_id", "picture"],
            [f"{Picture.__tablename__}.organization_id", f"{Picture.__tablename__}.hash"],
            name="services_picture_is_there",
        ),
        Index("services_by_picture", "organization_id", "picture"),
        Index("services_by_key", "organization_id", "key", unique=True),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    # What files call it.
    key: Mapped[str | None]
    name: Mapped[str]
    description: Mapped[str] = mapped_column(server_default="")
    aliases: Mapped[list[str]] = mapped_column(server_default="{}")
    durations: Mapped[list[int]] = mapped_column(ARRAY(Integer))
    buffer_before_min: Mapped[int] = mapped_column(server_default="0")
    buffer_after_min: Mapped[int] = mapped_column(server_default="0")
    price: Mapped[Decimal | None]
    price_by_duration: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    duration_names: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    price_is_from: Mapped[bool] = mapped_column(server_default="false")
    currency: Mapped[str]
    capacity: Mapped[int] = mapped_column(server_default="1")
    slot_step_min: Mapped[int] = mapped_column(server_default="15")
    min_notice_min: Mapped[int] = mapped_column(server_default="0")
    booking_window_days: Mapped[int] = mapped_column(server_default="62")
    cancellation_cutoff_min: Mapped[int] = mapped_column(server_default="0")
    reschedule_cutoff_min: Mapped[int] = mapped_column(server_default="0")
    requires_approval: Mapped[bool] = mapped_column(server_default="false")
    # None where it is as the business reminds.
    reminders_min: Mapped[list[int] | None] = mapped_column(ARRAY(Integer))
    category_id: Mapped[str | None] = mapped_column(
        ForeignKey(f"{ServiceCategory.__tablename__}.id", ondelete="SET NULL"), index=True
    )
    # The hash of its picture.
    picture: Mapped[str | None]
    position: Mapped[int]
    version: Mapped[int] = mapped_column(server_default="1")
    archived_at: Mapped[datetime | None]

    @property
    def spoken_names(self) -> tuple[str, ...]:
        """What customers may call it: its name in any language, and the words they use for it."""
        return (*self.all_names, *(self.aliases or ()))

    @property
    def duration_min(self) -> int:
        """The usual length in minutes."""
        return self.durations[0]

    @property
    def is_group(self) -> bool:
        return self.capacity > 1

    @property
    def money(self) -> Money | None:
        """What the usual length costs."""
        return self.money_for(self.duration_min)

    def money_for(self, duration_min: int) -> Money | None:
        """What a length costs; None where no price is told."""
        own = (self.price_by_duration or {}).get(str(duration_min))
        amount = self.price if own is None else Decimal(own).quantize(CENTS)
        return None if amount is None else Money(amount, self.currency)

    def length_name(self, duration_min: int) -> str:
        """What a length is called; empty for one without a name."""
        return str((self.duration_names or {}).get(str(duration_min), ""))

    def name_for(self, duration_min: int) -> str:
        """The service as it was booked: its name, and what that length is called: "Haircut, long hair"."""
        return ", ".join(part for part in (self.name, self.length_name(duration_min)) if part)

    def must_offer(self, duration_min: int, party_size: int) -> None:
        """Raises ``Invalid`` for a length or a number of people that cannot be booked."""
        if duration_min not in self.durations:
            raise Invalid("That service does not come in that length.", code="duration_not_allowed")
        if party_size < 1:
            raise Invalid("An appointment is for at least one person.", code="invalid_party_size")
        if party_size > self.capacity:
            raise Invalid("That is more people than we can take at once.", code="party_too_large")

    def policy(self) -> dict[str, Any]:
        """The terms a customer agrees to; copied onto the hold and the appointment, so later changes bind
        nobody."""
        return {
            "requires_approval": self.requires_approval,
            "cancellation_cutoff_min": self.cancellation_cutoff_min,
            "reschedule_cutoff_min": self.reschedule_cutoff_min,
        }

    def claim_offsets(self, duration_min: int) -> tuple[timedelta, timedelta]:
        """How long before its start and after its start an appointment of that length occupies its
        resources."""
        return timedelta(minutes=self.buffer_before_min), timedelta(
            minutes=duration_min + self.buffer_after_min
        )


class ServiceResource(Base):
    """Who or what can serve: a booking takes one of each kind that is linked."""

    __tablename__ = "service_resources"

    service_id: Mapped[str] = mapped_column(ForeignKey("services.id", ondelete="CASCADE"), primary_key=True)
    resource_id: Mapped[str] = mapped_column(
        ForeignKey("resources.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)


class ServiceLocation(Base):
    """Where a service is offered. One that names no location is offered wherever somebody or something serves
    it."""

    __tablename__ = "service_locations"

    service_id: Mapped[str] = mapped_column(ForeignKey("services.id", ondelete="CASCADE"), primary_key=True)
    location_id: Mapped[str] = mapped_column(
        ForeignKey("locations.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
