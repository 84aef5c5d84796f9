"""Fetching from an address that somebody else has written down: each request and each redirect passes the
guard, the very address that was looked at is connected to, and what comes back has a most.

No proxy of the environment is asked, and what lets us in is told to nobody but the origin it is for.
"""

import asyncio
import ssl
import zlib
from collections.abc import Callable, Mapping
from urllib.parse import urljoin

import anyio
import httpx2
from msgspec import Struct

from booking_core.outbound.guard import Forbidden, Target, addresses_of, target_of
from booking_core.outbound.pinned import ask_first_reached, pinned_request
from booking_core.outbound.public_addresses import Resolve, is_anywhere

# All redirects included.
PATIENCE_S = 20.0
# A calendar of many years with pictures in it has been seen at seven.
MOST_BYTES = 10 * 1024 * 1024
MOST_REDIRECTS = 5
REDIRECTS = (301, 302, 303, 307, 308)
SECRET_HEADERS = frozenset({"authorization", "cookie"})


class NotFetched(Exception):
    """Nothing usable came back; the text says why, without anything of address or answer."""


class NotReached(NotFetched):
    """Nothing was sent at all."""


class Fetched(Struct, frozen=True):
    """``url`` is where it came from after all redirects; names of headers are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str


class Fetcher:
    """``allowed`` are origins inside that the installation lets us ask, over http too. With no
    ``most_redirects`` one is an answer like any other."""

    def __init__(
        self,
        allowed: frozenset[str] = frozenset(),
        *,
        resolve: Resolve | None = None,
        tls: ssl.SSLContext | None = None,
        patience_s: float = PATIENCE_S,
        most_bytes: int = MOST_BYTES,
        most_redirects: int = MOST_REDIRECTS,
    ) -> None:
        self.allowed = allowed
        self._resolve = resolve
        self._tls = tls or ssl.create_default_context()
        self._patience_s = patience_s
        self._most_bytes = most_bytes
        self._most_redirects = most_redirects

    async def fetch(
        self, url: str, *, method: str = "GET", headers: Mapping[str, str] | None = None, body: bytes = b""
    ) -> Fetched:
        """The answer, whatever its status. Raises ``NotFetched``."""
        try:
            async with asyncio.timeout(self._patience_s):
                return await self._follow(url, method, dict(headers or {}), body)
        except TimeoutError as error:
            raise NotFetched("No answer in time.") from error
        except Forbidden as error:
            raise NotReached(str(error)) from error
        except httpx2.ConnectError as error:
            raise NotReached("The connection was refused or broke off.") from error
        # Redirects to what is no address, and tags that cannot be said again, are ``ValueError`` here.
        except (httpx2.RemoteProtocolError, httpx2.InvalidURL, ValueError) as error:
            raise NotFetched("What was answered is no HTTP.") from error
        except (httpx2.TransportError, OSError, anyio.EndOfStream) as error:
            raise NotFetched("The connection was refused or broke off.") from error

    async def _follow(self, url: str, method: str, headers: dict[str, str], body: bytes) -> Fetched:
        for _ in range(self._most_redirects + 1):
            target = target_of(url, self.allowed)
            answer = await self._ask(url, target, method, headers, body)
            leads_on = self._most_redirects and "location" in answer.headers
            if answer.status not in REDIRECTS or not leads_on:
                return answer
            url = urljoin(url, answer.headers["location"]).partition("#")[0]
            if target_of(url, self.allowed).origin != target.origin:
                headers = {name: one for name, one in headers.items() if name.lower() not in SECRET_HEADERS}
        raise NotFetched("It leads from one address to the next without an end.")

    async def _ask(
        self, url: str, target: Target, method: str, headers: Mapping[str, str], body: bytes
    ) -> Fetched:
        """From the first of the addresses that can be reached."""
        addresses = await addresses_of(target, self.allowed, self._resolve, is_anywhere)
        async with httpx2.AsyncHTTPTransport(verify=self._tls, trust_env=False) as transport:

            async def ask(address: str) -> Fetched:
                told = {"Accept-Encoding": "identity", **headers}
                request = pinned_request(target, address, method, told, body)
                return await self._read(transport, request, url)

            return await ask_first_reached(addresses, ask)

    async def _read(self, transport: httpx2.AsyncHTTPTransport, request: httpx2.Request, url: str) -> Fetched:
        response = await transport.handle_async_request(request)
        try:
            unpack = _unpacker(response.headers.get("content-encoding", "identity"))
            read = bytearray()
            async for chunk in response.aiter_raw():
                read += unpack(chunk, self._most_bytes + 1 - len(read))
                if len(read) > self._most_bytes:
                    raise NotFetched("What was answered is too large.")
        except zlib.error as error:
            raise NotFetched("What was answered is no HTTP.") from error
        finally:
            await response.aclose()
        headers = {name.lower(): one for name, one in response.headers.items()}
        return Fetched(response.status_code, headers, bytes(read), url)


def _unpacker(encoding: str) -> Callable[[bytes, int], bytes]:
    """How chunks are unpacked, each into so many bytes at most: some servers pack what nobody asked them
    to."""
    match encoding.strip().lower():
        case "" | "identity":
            return lambda chunk, most: chunk[:most]
        case "gzip" | "x-gzip":
            return zlib.decompressobj(wbits=31).decompress
        case _:
            raise NotFetched("What was answered is packed in a way we do not read.")
