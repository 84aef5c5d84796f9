"""The row of a passkey, and the site that its answers are for."""

from datetime import datetime
from urllib.parse import urlsplit

from msgspec import Struct
from sqlalchemy import BigInteger, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base


class Passkey(Base):
    """``id`` is the credential's, in base64 for addresses. ``name`` is what its person calls it."""

    __tablename__ = "passkeys"

    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    # Four bytes without a sign.
    sign_count: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str]
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]


class RelyingParty(Struct, frozen=True):
    """Where passkeys are good: ``https://chat.example.com``, and nowhere else."""

    origin: str

    @classmethod
    def of(cls, public_url: str) -> "RelyingParty":
        parts = urlsplit(public_url)
        return cls(f"{parts.scheme}://{parts.netloc}")

    @property
    def host(self) -> str:
        return urlsplit(self.origin).hostname or ""
