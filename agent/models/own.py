"""An organization's own models: which endpoints its chat asks, in order. Keys lie sealed; only a worker opens
them."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from msgspec import Struct
from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from agent.models.endpoint import Endpoint, Price
from booking_core.errors import Invalid
from booking_core.storage.audit import Actor, AuditEntry
from booking_core.storage.database import Base
from booking_core.time.clock import Clock

# Whoever waits for three models to fail has waited long enough.
MOST_MODELS = 3


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


class KeySeal(Protocol):
    """Closes and opens a secret for whom it is bound to; None for what it cannot open."""

    def close(self, plain: bytes, bound: bytes) -> bytes:
        """The sealed secret."""
        ...

    def open(self, sealed: bytes, bound: bytes) -> bytes | None:
        """The secret; None where it was sealed for somebody else or with another key."""
        ...


class ModelChoice(Struct, frozen=True):
    """What an owner says about one model. Without a key none is sent, as servers at home like it."""

    base_url: str
    model: str
    api_key: str = ""
    price: Price | None = None

    def must_be_sound(self) -> None:
        """Raises ``Invalid``."""
        if not self.base_url.startswith(("http://", "https://")) or not self.model.strip():
            raise Invalid("A model needs an address (https://…/v1) and a name.", code="invalid_model")


async def choose_models(
    session: AsyncSession,
    organization_id: str,
    choices: Sequence[ModelChoice],
    seal: KeySeal,
    actor: Actor,
    clock: Clock,
) -> None:
    """The organization's chat asks these from now on, in this order; none at all brings the installation's
    model back.

    Raises ``Invalid`` for an address or a name that is none, or for too many.
    """
    if len(choices) > MOST_MODELS:
        raise Invalid(f"At most {MOST_MODELS} models, one after the other.", code="invalid_model")
    for choice in choices:
        choice.must_be_sound()
    await session.execute(delete(ChatModel).where(ChatModel.organization_id == organization_id))
    session.add_all(_row(organization_id, at, choice, seal) for at, choice in enumerate(choices))
    names = [choice.model for choice in choices]
    session.add(
        AuditEntry.of(
            actor, organization_id, "chat_models.chosen", organization_id, clock.now(), models=names
        )
    )
    await session.flush()


async def own_endpoints(
    session: AsyncSession, organization_id: str, seal: KeySeal
) -> tuple[Endpoint, ...] | None:
    """The endpoints an organization chose; None where it chose none. One whose key cannot be opened any more
    is left out."""
    rows = list(
        await session.scalars(
            select(ChatModel).where(ChatModel.organization_id == organization_id).order_by(ChatModel.position)
        )
    )
    endpoints = [_endpoint(row, seal) for row in rows]
    return tuple(endpoint for endpoint in endpoints if endpoint is not None) if rows else None


def _row(organization_id: str, position: int, choice: ModelChoice, seal: KeySeal) -> ChatModel:
    key = choice.api_key
    return ChatModel(
        organization_id=organization_id,
        position=position,
        base_url=choice.base_url.rstrip("/"),
        model=choice.model.strip(),
        sealed_key=seal.close(key.encode(), organization_id.encode()) if key else None,
        input_price=choice.price.input if choice.price else None,
        output_price=choice.price.output if choice.price else None,
    )


def _endpoint(row: ChatModel, seal: KeySeal) -> Endpoint | None:
    key = seal.open(row.sealed_key, row.bound) if row.sealed_key else b""
    if key is None:
        return None
    price = None
    if row.input_price is not None and row.output_price is not None:
        price = Price(row.input_price, row.output_price)
    return Endpoint(row.base_url, row.model, key.decode(), price=price)
