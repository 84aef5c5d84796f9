"""Connections to mail servers that owners write down: only to ports of mail at public addresses, and to those
inside that the installation allows. A name is looked up once, and the very address that was looked at
connected to."""

import asyncio
import socket
from collections.abc import Sequence

from booking_core.outbound.guard import Forbidden, Target, addresses_of, require_outside
from booking_core.outbound.public_addresses import Resolve, is_anywhere

# SMTP, submission with TLS, submission, and what providers offer where these are blocked.
MAIL_PORTS = (25, 465, 587, 2525)


def mail_target(host: str, port: int, allowed: frozenset[str] = frozenset()) -> Target:
    """``allowed`` are servers inside, each as ``host:port``. Raises ``Forbidden``; nothing is looked up."""
    target = Target("smtp", host.lower(), port, "")
    if target.origin in _origins(allowed):
        return target
    if port not in MAIL_PORTS:
        raise Forbidden(f"Only the ports {', '.join(map(str, MAIL_PORTS))} may be used.")
    require_outside(target)
    return target


async def connect_guarded(
    target: Target, allowed: frozenset[str] = frozenset(), resolve: Resolve | None = None
) -> socket.socket:
    """A connected socket. Raises ``Forbidden`` where none may be had, ``OSError`` where nobody answers."""
    addresses = await addresses_of(target, _origins(allowed), resolve, is_anywhere)
    return await _connect_to_any(addresses, target.port)


def _origins(allowed: frozenset[str]) -> frozenset[str]:
    return frozenset(f"smtp://{one}" for one in allowed)


async def _connect_to_any(addresses: Sequence[str], port: int) -> socket.socket:
    failed: OSError = ConnectionError("no address")
    for address in addresses:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        opened = socket.socket(family, socket.SOCK_STREAM)
        opened.setblocking(False)
        try:
            await asyncio.get_running_loop().sock_connect(opened, (address, port))
        except OSError as error:
            opened.close()
            failed = error
        except asyncio.CancelledError:
            opened.close()
            raise
        else:
            return opened
    raise failed
