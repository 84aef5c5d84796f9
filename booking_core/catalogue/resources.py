"""Resources: what an appointment occupies, a person, a room or a piece of equipment."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.catalogue.translations import Translatable
from booking_core.pictures.picture import Picture
from booking_core.storage.database import Base

STAFF, ROOM, EQUIPMENT = "staff", "room", "equipment"


class Resource(Translatable, Base):
    TRANSLATED: ClassVar[tuple[str, ...]] = ("name", "bio")
    __tablename__ = "resources"
    __table_args__ = (
        CheckConstraint("kind IN ('staff', 'room', 'equipment')", name="resources_kind_is_known"),
        ForeignKeyConstraint(
            ["organization_id", "picture"],
            [f"{Picture.__tablename__}.organization_id", f"{Picture.__tablename__}.hash"],
            name="resources_picture_is_there",
        ),
        Index("resources_by_picture", "organization_id", "picture"),
        Index("resources_by_key", "organization_id", "key", unique=True),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    # What files call it.
    key: Mapped[str | None]
    location_id: Mapped[str] = mapped_column(ForeignKey("locations.id"), index=True)
    kind: Mapped[str]
    name: Mapped[str]
    bio: Mapped[str] = mapped_column(server_default="")
    # The hash of their picture.
    picture: Mapped[str | None]
    position: Mapped[int]
    version: Mapped[int] = mapped_column(server_default="1")
    archived_at: Mapped[datetime | None]
