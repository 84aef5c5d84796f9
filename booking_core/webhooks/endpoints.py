"""Webhook endpoints: which address is told of which events, and with what secrets it is signed."""

import base64
import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.storage.database import Base
from booking_core.storage.idempotency import Sealer

# Each endpoint is another request for every change; a business needs a few.
MOST_ENDPOINTS = 20
GONE, FAILING = "gone", "failing"
# Standard Webhooks asks for 24 to 64 random bytes, and for this spelling.
SECRET_BYTES, SECRET_PREFIX = 32, "whsec_"


class WebhookEndpoint(Base):
    """``secrets`` are sealed, the newest first: all of them sign, so that a receiver can change from one to
    the next.

    ``failing_since`` is the first failure after the last success. A disabled endpoint says why: ``gone`` (it
    answered 410) or ``failing`` (nothing was taken for days).
    """

    __tablename__ = "webhook_endpoints"
    __table_args__ = (
        CheckConstraint("cardinality(secrets) > 0", name="webhook_endpoints_can_sign"),
        CheckConstraint(
            "(disabled_at IS NULL) = (disabled_because IS NULL)", name="webhook_endpoints_say_why_disabled"
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    url: Mapped[str]
    events: Mapped[list[str]] = mapped_column(ARRAY(Text))
    secrets: Mapped[list[bytes]] = mapped_column(ARRAY(LargeBinary))
    created_at: Mapped[datetime]
    failing_since: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]
    disabled_because: Mapped[str | None]

    @property
    def bound(self) -> bytes:
        """What its secrets are sealed to: nobody can move them to another endpoint."""
        return f"{self.organization_id}\n{self.id}".encode()

    @property
    def mark(self) -> str:
        """Which secret it signs with, without saying anything about it: another after each rotation."""
        return hashlib.sha256(self.secrets[0]).hexdigest()[:16]

    def add_secret(self, secret: str, seal: Sealer) -> None:
        """Sign with this one too; the one before goes on signing, the one before that no more."""
        self.secrets = [seal.close(secret.encode(), self.bound), *(self.secrets or [])[:1]]

    def open_secrets(self, seal: Sealer) -> list[str]:
        """Every secret that can still be read, the newest first."""
        opened = (seal.open(one, self.bound) for one in self.secrets)
        return [one.decode() for one in opened if one is not None]

    def disable(self, at: datetime, because: str) -> None:
        """Send nothing more; ``because`` is ``gone`` or ``failing``."""
        self.disabled_at, self.disabled_because = at, because

    def works(self) -> None:
        """It has taken something: whatever was wrong is over."""
        self.failing_since = self.disabled_at = self.disabled_because = None

    def fails(self, at: datetime) -> None:
        """Note the first failure after the last success."""
        self.failing_since = self.failing_since or at

    def has_failed_for(self, length: timedelta, now: datetime) -> bool:
        """Whether nothing has been taken for that long."""
        return self.failing_since is not None and now - self.failing_since >= length


def new_webhook_secret() -> str:
    return SECRET_PREFIX + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()
