"""Sending: one POST to an address that the guard has looked at, the status it is answered with, and the
beginning of what comes with it.

HTTP/1.1 on a connection of its own: no redirect is followed, no proxy of the environment asked, no name
looked up twice.
"""

import asyncio
import re
import ssl
from collections.abc import Mapping
from contextlib import aclosing, suppress

import anyio
import httpx2
from msgspec import Struct

from booking_core.input.clean_text import clean_text
from booking_core.outbound.guard import Forbidden, Target, addresses_of, target_of
from booking_core.outbound.pinned import ask_first_reached, pinned_request
from booking_core.outbound.public_addresses import Resolve

# A receiver has this long for everything: to be found, to be reached and to answer.
PATIENCE_S = 10.0
# Of the text of an answer: enough for what a receiver says was wrong, in bytes; and how long it may take to
# come, after the status, which stands whatever becomes of the text.
MOST_TEXT, TEXT_PATIENCE_S = 1024, 1.0
# All but tabs and ends of lines: the database takes no NUL, and nobody reads the others.
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class ReceiverAnswer(Struct, frozen=True):
    """``text`` is by somebody else, about anything: cut off, without control characters, and nothing to
    trust."""

    status: int
    text: str


class NotSent(Exception):
    """Nobody answered; the text says why, without anything of the answer."""


class Sender:
    """``allowed`` are origins on this machine that may be sent to, over http too; for development and
    tests only."""

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

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> ReceiverAnswer:
        """What was answered. Raises ``NotSent``."""
        try:
            async with asyncio.timeout(self._patience_s) as waiting:
                target = target_of(url, self.allowed)
                return await self._post(target, headers, body, waiting)
        except TimeoutError as error:
            raise NotSent("No answer in time.") from error
        except Forbidden as error:
            raise NotSent(str(error)) from error
        except httpx2.RemoteProtocolError as error:
            raise NotSent("What was answered is no HTTP.") from error
        except (httpx2.TransportError, OSError, anyio.EndOfStream) as error:
            if _is_tls_failure(error):
                raise NotSent("No safe connection: the certificate is not right for this host.") from error
            raise NotSent("The connection was refused or broke off.") from error

    async def _post(
        self, target: Target, headers: Mapping[str, str], body: bytes, waiting: asyncio.Timeout
    ) -> ReceiverAnswer:
        """Sent to the first of the addresses that can be reached; only what never connected is sent to the
        next."""
        addresses = await addresses_of(target, self.allowed, self._resolve)
        async with httpx2.AsyncHTTPTransport(verify=self._tls, trust_env=False) as transport:

            async def ask(address: str) -> ReceiverAnswer:
                told = {"Content-Type": "application/json", **headers}
                return await _send(transport, pinned_request(target, address, "POST", told, body), waiting)

            return await ask_first_reached(addresses, ask)


async def _send(
    transport: httpx2.AsyncHTTPTransport, request: httpx2.Request, waiting: asyncio.Timeout
) -> ReceiverAnswer:
    response = await transport.handle_async_request(request)
    # Whoever has said the status in time has answered in time.
    waiting.reschedule(asyncio.get_running_loop().time() + 2 * TEXT_PATIENCE_S)
    try:
        return ReceiverAnswer(response.status_code, await _read_beginning(response))
    finally:
        await response.aclose()


async def _read_beginning(response: httpx2.Response) -> str:
    """What has come in time of its text."""
    found = b""
    with suppress(TimeoutError, httpx2.TransportError, OSError, anyio.EndOfStream):
        async with asyncio.timeout(TEXT_PATIENCE_S), aclosing(response.aiter_raw()) as parts:
            async for part in parts:
                found += part
                if len(found) >= MOST_TEXT:
                    break
    return clean_text(CONTROLS.sub("", found[:MOST_TEXT].decode("utf-8", "replace"))).strip()


def _is_tls_failure(error: BaseException) -> bool:
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, ssl.SSLError):
        cause = cause.__cause__ or cause.__context__
    return cause is not None
