"""Providers of text messages: one row for each organization that has one, with its secret sealed."""

from typing import Any

from msgspec import Struct
from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base

# Twilio's own interface, or ours, which any program speaks that takes a signed request (``docs/texts.md``).
TEXT_KINDS = TWILIO, SIGNED = ("twilio", "signed")


class TextProvider(Base):
    """``sender`` is the number or the name that texts come from, ``account`` the provider's name of whoever
    pays for them; empty where it has none."""

    __tablename__ = "text_providers"
    __table_args__ = (CheckConstraint("kind IN ('twilio', 'signed')", name="text_providers_kind_is_known"),)

    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), primary_key=True)
    kind: Mapped[str]
    url: Mapped[str]
    account: Mapped[str]
    sender: Mapped[str]
    sealed_secret: Mapped[bytes]

    @property
    def bound(self) -> bytes:
        """What its secret is sealed to: it opens for its organization only."""
        return self.organization_id.encode()


class ChosenProvider(Struct, frozen=True):
    """A provider as it is kept, with its secret sealed."""

    kind: str
    url: str
    account: str
    sender: str
    sealed_secret: bytes

    def __repr__(self) -> str:
        return f"ChosenProvider({self.kind!r}, {self.url!r})"

    @classmethod
    def of(cls, row: TextProvider) -> "ChosenProvider":
        return cls(row.kind, row.url, row.account, row.sender, row.sealed_secret)

    @property
    def has_number(self) -> bool:
        """Whether people can answer it."""
        return self.sender.startswith("+")

    @property
    def facts(self) -> dict[str, Any]:
        """What may be read of it: everything but its secret."""
        return {"kind": self.kind, "url": self.url, "account": self.account, "sender": self.sender}

    def row(self, organization_id: str) -> TextProvider:
        return TextProvider(organization_id=organization_id, sealed_secret=self.sealed_secret, **self.facts)


async def text_provider_of(session: AsyncSession, organization_id: str) -> ChosenProvider | None:
    """None where the organization has none."""
    row = await session.get(TextProvider, organization_id, populate_existing=True)
    return None if row is None else ChosenProvider.of(row)
