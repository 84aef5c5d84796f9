"""Categories: how a business groups its services."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.catalogue.translations import Translatable
from booking_core.storage.database import Base


class ServiceCategory(Translatable, Base):
    """Shown in the order of ``position``, with its services in theirs."""

    __tablename__ = "service_categories"
    __table_args__ = (Index("service_categories_by_key", "organization_id", "key", unique=True),)

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    # What files call it.
    key: Mapped[str | None]
    name: Mapped[str]
    position: Mapped[int]
    version: Mapped[int] = mapped_column(server_default="1")
    archived_at: Mapped[datetime | None]
