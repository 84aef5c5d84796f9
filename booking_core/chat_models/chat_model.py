"""Chat models: one row for each endpoint an organization's chat asks, with its key sealed."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct
from sqlalchemy import ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base
from booking_core.storage.ids import derived_id


class ChatModel(Base):
    """One endpoint; the one with the lowest ``position`` is asked first. Prices are of a million tokens."""

    __tablename__ = "chat_models"

    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    base_url: Mapped[str]
    model: Mapped[str]
    sealed_key: Mapped[bytes | None]
    input_price: Mapped[Decimal | None]
    output_price: Mapped[Decimal | None]

    @property
    def bound(self) -> bytes:
        """What its key is sealed to: it opens for its organization only."""
        return self.organization_id.encode()


class ChosenModel(Struct, frozen=True):
    """One of an organization's models, wherever it stands in their order."""

    base_url: str
    model: str
    sealed_key: bytes | None = None
    input_price: Decimal | None = None
    output_price: Decimal | None = None

    @classmethod
    def of(cls, row: ChatModel) -> "ChosenModel":
        return cls(row.base_url, row.model, row.sealed_key, row.input_price, row.output_price)

    @property
    def id(self) -> str:
        """The same for the same model at the same address, of which an organization has one at most."""
        return derived_id("mdl", self.base_url, self.model)

    @property
    def facts(self) -> dict[str, Any]:
        """What may be read of it: everything but its key."""
        prices = None if self.input_price is None else [str(self.input_price), str(self.output_price)]
        has_key = self.sealed_key is not None
        return {"base_url": self.base_url, "model": self.model, "has_key": has_key, "prices": prices}

    def row(self, organization_id: str, position: int) -> ChatModel:
        return ChatModel(
            organization_id=organization_id,
            position=position,
            base_url=self.base_url,
            model=self.model,
            sealed_key=self.sealed_key,
            input_price=self.input_price,
            output_price=self.output_price,
        )


async def chat_models_of(session: AsyncSession, organization_id: str) -> Sequence[ChatModel]:
    """In the order in which they are asked."""
    own = select(ChatModel).where(ChatModel.organization_id == organization_id)
    return (await session.scalars(own.order_by(ChatModel.position))).all()
