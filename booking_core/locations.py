"""Locations: where appointments happen, with the zone whose clock hangs on the wall."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.database import Base


class Location(Base):
    __tablename__ = "locations"

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    name: Mapped[str]
    address: Mapped[str]
    time_zone: Mapped[str]
    position: Mapped[int]
