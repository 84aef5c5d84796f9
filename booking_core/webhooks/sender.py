"""Sending: one POST to an address that the guard has looked at, and the status it is answered with. Nothing else is read of the answer.

Plain HTTP/1.1 on a connection of its own: no redirect is followed, no proxy of the environment asked, no name looked up twice.
"""

import asyncio
import re
import ssl
from collections.abc import Mapping
from typing import Any

from booking_core.webhooks.guard import Forbidden, Resolve, Target, addresses_of, target_of

# A receiver has this long for everything: to be found, to be reached and to answer.
PATIENCE_S = 10.0
LONGEST_ANSWER = 64 * 1024
STATUS = re.compile(rb"HTTP/1\.[01] ([0-9]{3})(?: |\r\n)")
# Answers that only say that the real one is to come (RFC 9110 §15.2).
MOST_INTERIM = 5


class NotSent(Exception):
    """Nobody answered; the text says why, without anything of the answer."""


class Sender:
    """``allowed`` are origins on this machine that may be sent to, over http too; for development and tests only."""

    def __init__(
        self,
        allowed: frozenset[str] = frozenset(),
        *,
        resolve: Resolve | None = None,
        tls: ssl.SSLContext | None = None,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self.allowed = allowed
        self._resolve = resolve
        self._tls = tls or ssl.create_default_context()
        self._patience_s = patience_s

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> int:
        """The status of the answer. Raises ``NotSent``."""
        try:
            async with asyncio.timeout(self._patience_s):
                target = target_of(url, self.allowed)
                reader, writer = await self._connect(target)
                try:
                    writer.write(_request(target, headers, body))
                    await writer.drain()
                    return await _status(reader)
                finally:
                    writer.close()
        except TimeoutError as error:
            raise NotSent("No answer in time.") from error
        except Forbidden as error:
            raise NotSent(str(error)) from error
        except ssl.SSLError as error:
            raise NotSent("No safe connection: the certificate is not right for this host.") from error
        except (OSError, EOFError, asyncio.LimitOverrunError) as error:
            raise NotSent("The connection was refused or broke off.") from error

    async def _connect(self, target: Target) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A connection to one of the addresses that were looked at. The certificate has to be that of the name."""
        tls: dict[str, Any] = {}
        if target.scheme == "https":
            tls = {"ssl": self._tls, "server_hostname": target.host}
        addresses = await addresses_of(target, self.allowed, self._resolve)
        for address in addresses[:-1]:
            try:
                return await asyncio.open_connection(address, target.port, limit=LONGEST_ANSWER, **tls)
            except OSError:
                continue
        return await asyncio.open_connection(addresses[-1], target.port, limit=LONGEST_ANSWER, **tls)


def _request(target: Target, headers: Mapping[str, str], body: bytes) -> bytes:
    all_headers = {
        "Host": target.authority,
        "User-Agent": "Zimun",
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        "Connection": "close",
        **headers,
    }
    lines = [f"POST {target.path} HTTP/1.1", *(f"{name}: {value}" for name, value in all_headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("ascii") + body


async def _status(reader: asyncio.StreamReader) -> int:
    for _ in range(MOST_INTERIM):
        found = STATUS.match(await reader.readuntil(b"\r\n\r\n"))
        if found is None:
            raise NotSent("What was answered is no HTTP.")
        if not found[1].startswith(b"1"):
            return int(found[1])
    raise NotSent("What was answered is no HTTP.")
