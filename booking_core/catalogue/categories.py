"""Categories: how a business groups its services."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.catalogue.translations import Translatable
from booking_core.storage.database import Base


class ServiceCategory(Translatable, Base):
    """Shown in the order of ``position``, with its services in theirs."""

    __tablename__ = "service_categories"

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    name: Mapped[str]
    position: Mapped[int]
