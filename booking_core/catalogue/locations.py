"""Locations: where appointments happen, with the zone whose clock hangs on the wall."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.catalogue.translations import Translatable
from booking_core.storage.database import Base


class Location(Translatable, Base):
    __tablename__ = "locations"
    __table_args__ = (Index("locations_by_key", "organization_id", "key", unique=True),)

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    # What files call it.
    key: Mapped[str | None]
    name: Mapped[str]
    address: Mapped[str]
    time_zone: Mapped[str]
    # Whose public holidays count: ISO 3166-1 (the organization's where none is said) and the part of it, ISO
    # 3166-2.
    country: Mapped[str | None]
    subdivision: Mapped[str | None]
    # ISO 4217; that of each service where none is said.
    currency: Mapped[str | None]
    closed_on_public_holidays: Mapped[bool] = mapped_column(server_default="true")
    position: Mapped[int]
    version: Mapped[int] = mapped_column(server_default="1")
    archived_at: Mapped[datetime | None]
