"""Addresses of one-time links, with which people join, and choose passwords: made from the id of a link and
the installation's secret, so that no table and no waiting letter holds one."""

import base64
import hmac

from msgspec import Struct

from web.secrets.sealing import derive_key
from web.settings import Settings


class TeamLinks(Struct, frozen=True):
    """Makes the token of a link, and the address that carries it."""

    key: bytes
    public_url: str

    @classmethod
    def of(cls, settings: Settings) -> "TeamLinks":
        return cls(derive_key(settings.secret_key, "one-time links of the team"), settings.public_url)

    def token(self, link_id: str) -> str:
        digest = hmac.digest(self.key, link_id.encode(), "sha256")
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()

    def address(self, link_id: str) -> str:
        return f"{self.public_url}/console/link/{self.token(link_id)}"
