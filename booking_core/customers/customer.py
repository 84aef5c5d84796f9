"""Customers: who comes, under the name and the contact they gave."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, func, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base


class Customer(Base):
    """Found again by name and contact together, as they are kept (see ``confirm.sql``); never by a mere claim
    to a contact."""

    __tablename__ = "customers"
    __table_args__ = (
        Index("customers_by_email", "organization_id", "email"),
        Index("customers_by_phone", "organization_id", "phone"),
        Index(
            "customers_by_words",
            "organization_id",
            "name",
            postgresql_using="gin",
            postgresql_ops={"name": "gin_trgm_ops"},
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    name: Mapped[str]
    email: Mapped[str | None]
    phone: Mapped[str | None]
    time_zone: Mapped[str | None]
    locale: Mapped[str | None]
    # Since when whoever has this address wants no reminders.
    reminders_stopped_at: Mapped[datetime | None]
    # Since when whoever has this number wants no text messages.
    texts_stopped_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


async def write_in_language(
    session: AsyncSession, organization_id: str, customer_id: str, locale: str
) -> None:
    """From now on letters to this customer are in this language (BCP 47)."""
    await session.execute(
        update(Customer)
        .where(Customer.organization_id == organization_id, Customer.id == customer_id)
        .values(locale=locale)
    )
