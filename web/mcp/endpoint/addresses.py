"""Where the MCP doors stand, and by which names they may be called: anything else is a page that pretends to
be us."""

from urllib.parse import urlsplit

from mcp.server.transport_security import TransportSecuritySettings
from msgspec import Struct

HERE = ("localhost", "127.0.0.1", "[::1]")


class Addresses(Struct, frozen=True):
    """``public_url`` without a slash at its end."""

    public_url: str

    def door(self, organization_id: str) -> str:
        """What clients are given, and what a token has to be issued for (RFC 8707)."""
        return f"{self.public_url}/o/{organization_id}/mcp"

    def metadata(self, organization_id: str) -> str:
        """Where the protected resource describes itself (RFC 9728 §3.1)."""
        return f"{self.public_url}/.well-known/oauth-protected-resource/o/{organization_id}/mcp"

    def security(self) -> TransportSecuritySettings:
        """The hosts and origins of this installation; on a laptop, each of its own names for itself."""
        public = urlsplit(self.public_url)
        names = (
            HERE if f"{public.hostname}" in ("localhost", "127.0.0.1", "::1") else (public.hostname or "",)
        )
        hosts = [f"{name}:{public.port}" if public.port else name for name in names]
        return TransportSecuritySettings(
            allowed_hosts=hosts, allowed_origins=[f"{public.scheme}://{host}" for host in hosts]
        )
