"""Mail servers: one row for each organization that sends its letters itself, with its password sealed."""

from typing import Any

from msgspec import Struct
from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base

# TLS from the first byte, TLS after a word in clear (STARTTLS), or none.
TLS_MODES = TLS, STARTTLS, PLAIN = ("tls", "starttls", "none")


class MailServer(Base):
    """Where an organization's letters are taken, and the ``address`` they come from."""

    __tablename__ = "mail_servers"
    __table_args__ = (
        CheckConstraint("tls IN ('tls', 'starttls', 'none')", name="mail_servers_tls_is_known"),
    )

    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), primary_key=True)
    host: Mapped[str]
    port: Mapped[int]
    tls: Mapped[str]
    username: Mapped[str]
    sealed_password: Mapped[bytes | None]
    address: Mapped[str]

    @property
    def bound(self) -> bytes:
        """What its password is sealed to: it opens for its organization only."""
        return self.organization_id.encode()


class ChosenServer(Struct, frozen=True):
    """A mail server as it is kept, with its password sealed."""

    host: str
    port: int
    tls: str
    username: str
    address: str
    sealed_password: bytes | None = None

    def __repr__(self) -> str:
        return f"ChosenServer({self.host!r}, {self.port!r})"

    @classmethod
    def of(cls, row: MailServer) -> "ChosenServer":
        return cls(row.host, row.port, row.tls, row.username, row.address, row.sealed_password)

    @property
    def facts(self) -> dict[str, Any]:
        """What may be read of it: everything but its password."""
        return {
            "host": self.host,
            "port": self.port,
            "tls": self.tls,
            "username": self.username,
            "address": self.address,
            "has_password": self.sealed_password is not None,
        }

    def row(self, organization_id: str) -> MailServer:
        return MailServer(
            organization_id=organization_id,
            host=self.host,
            port=self.port,
            tls=self.tls,
            username=self.username,
            sealed_password=self.sealed_password,
            address=self.address,
        )


async def mail_server_of(session: AsyncSession, organization_id: str) -> ChosenServer | None:
    """None where the organization has none of its own."""
    row = await session.get(MailServer, organization_id, populate_existing=True)
    return None if row is None else ChosenServer.of(row)
