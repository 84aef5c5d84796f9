"""Which addresses are public: what IANA has allotted, and its registries of special addresses do not take out
again."""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from ipaddress import IPv6Address, IPv6Network, ip_address, ip_network

# All that is allotted of IPv6 (IANA, "IPv6 Global Unicast Address Assignments"). Addresses that stand for an
# IPv4 address, such as `::ffff:0:127.0.0.1` and `64:ff9b::127.0.0.1`, all lie outside of it.
ALLOTTED = IPv6Network("2000::/3")
# IANA's special-purpose registries (RFC 6890), whether it calls them reachable or not: nobody has a website
# there.
SPECIAL = tuple(
    ip_network(one)
    for one in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "2001::/23",
        "2001:db8::/32",
        "2002::/16",
        "2620:4f:8000::/48",
        "3fff::/20",
    )
)
Resolve = Callable[[str, int], Awaitable[list[str]]]


async def resolve_host(host: str, port: int) -> list[str]:
    """The IP addresses of a host, each once. Raises ``OSError`` where it has none."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(text: str) -> bool:
    """Whether an IP address is one of the open internet's."""
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    if isinstance(address, IPv6Address) and (address.scope_id is not None or address not in ALLOTTED):
        return False
    return address.is_global and not any(address in one for one in SPECIAL)


def is_anywhere(_: str) -> bool:
    """True: whoever runs the installation has allowed an origin wherever it is."""
    return True


def is_loopback(text: str) -> bool:
    """Whether the text is an IP address of this machine; False for what is no address."""
    try:
        return ip_address(text).is_loopback
    except ValueError:
        return False
