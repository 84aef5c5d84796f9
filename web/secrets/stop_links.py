"""Links with which a customer says that they want no more reminders: made from their id and the
installation's secret. They say nothing of any appointment and open none, and last as long as the customer is
known."""

import base64
import hmac
import re

from msgspec import Struct

from web.secrets.sealing import derive_key
from web.settings import Settings

PURPOSE, PREFIX, SIGNATURE = "links that stop reminders", "cus_", 16
TOKEN = re.compile(r"([a-z0-9]{20})([A-Za-z0-9_-]{22})")


class StopLinks(Struct, frozen=True):
    """``keys`` are made of the secret keys, the newest first."""

    keys: tuple[bytes, ...]
    public_url: str

    @classmethod
    def of(cls, settings: Settings) -> "StopLinks":
        secrets = (settings.secret_key, *settings.secret_key_old)
        return cls(tuple(derive_key(one, PURPOSE) for one in secrets), settings.public_url)

    def address(self, customer_id: str) -> str:
        return (
            f"{self.public_url}/r/{customer_id.removeprefix(PREFIX)}{_signature(self.keys[0], customer_id)}"
        )

    def customer_of(self, token: str) -> str | None:
        """Whose link it is; None for what is none of ours."""
        found = TOKEN.fullmatch(token)
        if found is None:
            return None
        customer_id = f"{PREFIX}{found[1]}"
        known = [hmac.compare_digest(found[2], _signature(key, customer_id)) for key in self.keys]
        return customer_id if any(known) else None


def _signature(key: bytes, customer_id: str) -> str:
    digest = hmac.digest(key, customer_id.encode(), "sha256")[:SIGNATURE]
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
