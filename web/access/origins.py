"""Where a request comes from, as it is kept and counted: keyed hashes, from which nobody reads an address."""

import hmac

from msgspec import Struct

from web.access.throttle import is_loopback, network_of, site_network_of
from web.secrets.sealing import derive_key


class CallerOrigin(Struct, frozen=True):
    """``address`` is of an IPv4 address or an IPv6 /64, ``network`` of an IPv6 /48; None where there is none,
    or it is not known."""

    address: str | None = None
    network: str | None = None


NOBODY_KNOWS = CallerOrigin()


class Origins:
    """Makes origins with the key of the installation."""

    def __init__(self, secret_key: str) -> None:
        self._key = derive_key(secret_key, "addresses of conversations")

    def of(self, host: str) -> CallerOrigin:
        """Nothing for this machine's own address: a proxy that does not say whom it speaks for is nobody."""
        address = network_of(host)
        return NOBODY_KNOWS if not address or is_loopback(address) else self.of_anybody(host)

    def of_anybody(self, host: str) -> CallerOrigin:
        """The same where this machine's own address counts as any other."""
        address, network = network_of(host), site_network_of(host)
        return CallerOrigin(self._hash(address), self._hash(network) if network else None)

    def _hash(self, network: str) -> str:
        return hmac.digest(self._key, network.encode(), "sha256").hex()[:32]
