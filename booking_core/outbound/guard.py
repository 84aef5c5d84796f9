"""The guard against SSRF, before every request to an address that somebody else has written down.

Only https on its usual ports, only to public addresses, each looked up once: whoever connects uses the very
address that was looked at, so a name that changes its mind leads nowhere. Public is what IANA has allotted as
global unicast and its registries of special addresses do not take out again: what they give to translators,
tunnels and documentation leads back inside or nowhere, and what is not allotted yet is nobody's.
"""

import re
import socket
from collections.abc import Callable

from msgspec import Struct

from booking_core.outbound.public_addresses import Resolve, is_loopback, is_public, resolve_host

PORTS = (443, 8443)
OTHER_PORT = "An address with such a number behind its name cannot be used: please give the one without it."
LONGEST_URL = 2000
# RFC 1123 §2.1 and RFC 1035 §2.3.4; some names in use have an underscore, and a dot may stand at the end.
LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
HOST_NAME = re.compile(rf"(?=.{{1,254}}\Z){LABEL}(?:\.{LABEL})*\.?", re.ASCII)
# Printable ASCII only: what looks like a digit or a dot and is none never gets as far as a resolver.
URL = re.compile(
    r"(?P<scheme>https?)://(?P<host>[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::(?P<port>[0-9]{1,5}))?"
    r"(?P<path>[/?][!-\"$-~]*)?",
    re.ASCII,
)
# Names that never lead outside (RFC 6761, RFC 6762).
INSIDE_NAMES = ("localhost", "local", "internal", "home.arpa")


class Forbidden(Exception):
    """An address we do not send to; the text says why, in words for whoever wrote it down."""


class UnknownHost(Forbidden):
    """No address of that name was found."""


class Target(Struct, frozen=True):
    """Where a request goes. ``host`` is as in the URL, without brackets; ``path`` has the query with it."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = 443 if self.scheme == "https" else 80
        return host if self.port == usual else f"{host}:{self.port}"


def target_of(url: str, allowed: frozenset[str] = frozenset()) -> Target:
    """What a URL names, if its form is one we send to. ``allowed`` are origins on this machine, for
    development.

    Raises ``Forbidden``. Nothing is looked up here.
    """
    found = URL.fullmatch(url) if len(url) <= LONGEST_URL else None
    if found is None:
        raise Forbidden("That is no address like https://example.com/path.")
    scheme, host, port = found["scheme"], found["host"].strip("[]").lower(), found["port"]
    path = found["path"] or "/"
    target = Target(
        scheme,
        host,
        int(port or (443 if scheme == "https" else 80)),
        path if path.startswith("/") else f"/{path}",
    )
    if target.origin in allowed:
        return target
    if scheme != "https":
        raise Forbidden("Only addresses that begin with https:// may be used.")
    if target.port not in PORTS:
        raise Forbidden(
            "An address with such a number behind its name cannot be used: please give the one without it."
        )
    require_outside(target)
    return target


async def addresses_of(
    target: Target,
    allowed: frozenset[str] = frozenset(),
    resolve: Resolve | None = None,
    is_inside: Callable[[str], bool] = is_loopback,
) -> list[str]:
    """The IP addresses to connect to, looked up once. What is ``allowed`` may lead to addresses that are
    ``is_inside``, anything else only to public ones. Raises ``Forbidden`` unless each may be connected
    to."""
    try:
        found = await (resolve or resolve_host)(target.host, target.port)
    except (OSError, UnicodeError) as error:
        raise UnknownHost("There is nothing at this address: please look at how it is spelled.") from error
    fits = is_inside if target.origin in allowed else is_public
    if not found or not all(fits(address) for address in found):
        raise Forbidden("That host leads to an address that is not public.")
    return found


def require_outside(target: Target) -> None:
    """Addresses in figures, however they are written, and names that cannot be public are refused without a
    look-up."""
    try:
        written = socket.getaddrinfo(target.host, target.port, flags=socket.AI_NUMERICHOST)
    except (OSError, UnicodeError):
        if not HOST_NAME.fullmatch(target.host):
            raise Forbidden("That is no name of a host.") from None
        last = target.host.removesuffix(".")
        if "." in last and not any(last == name or last.endswith(f".{name}") for name in INSIDE_NAMES):
            return
        raise Forbidden("That name leads to no public address.") from None
    if not all(is_public(str(address[0])) for *_, address in written):
        raise Forbidden("That is not a public address.")
