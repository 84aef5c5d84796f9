"""Resources: what an appointment occupies, a person, a room or a piece of equipment."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base

STAFF, ROOM, EQUIPMENT = "staff", "room", "equipment"


class Resource(Base):
    __tablename__ = "resources"
    __table_args__ = (
        CheckConstraint("kind IN ('staff', 'room', 'equipment')", name="resources_kind_is_known"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    location_id: Mapped[str] = mapped_column(ForeignKey("locations.id"), index=True)
    kind: Mapped[str]
    name: Mapped[str]
    bio: Mapped[str] = mapped_column(server_default="")
    position: Mapped[int]
    version: Mapped[int] = mapped_column(server_default="1")
    archived_at: Mapped[datetime | None]
