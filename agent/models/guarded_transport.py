"""HTTP to endpoints that owners of businesses write down: only to public addresses, and to those inside that
the installation allows. A name is looked up once, and the very address that was looked at connected to."""

from collections import OrderedDict

import httpx2

from booking_core.outbound.guard import Forbidden, Target, addresses_of, target_of
from booking_core.outbound.pinned import ask_first_reached
from booking_core.outbound.public_addresses import Resolve, is_anywhere, resolve_host

# Origins with open connections; the one unused for longest is hung up on.
REMEMBERED = 200
LIMITS = httpx2.Limits(max_connections=100, max_keepalive_connections=10)


class GuardedTransport(httpx2.AsyncBaseTransport):
    """``allowed`` are origins inside, such as ``http://127.0.0.1:11434``. Each origin has connections of its
    own: two names with one address never share what was made safe for the other."""

    def __init__(self, allowed: frozenset[str] = frozenset(), resolve: Resolve = resolve_host) -> None:
        self._allowed = allowed
        self._resolve = resolve
        self._open: OrderedDict[str, httpx2.AsyncHTTPTransport] = OrderedDict()

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Raises ``ConnectError`` where the guard says no."""
        try:
            target = target_of(str(request.url), self._allowed)
            addresses = await addresses_of(target, self._allowed, self._resolve, is_anywhere)
        except Forbidden as error:
            raise httpx2.ConnectError(str(error), request=request) from error
        transport = await self._transport_to(target)

        async def ask(address: str) -> httpx2.Response:
            return await transport.handle_async_request(_pin(request, target, address))

        return await ask_first_reached(addresses, ask)

    async def aclose(self) -> None:
        while self._open:
            await self._open.popitem()[1].aclose()

    async def _transport_to(self, target: Target) -> httpx2.AsyncHTTPTransport:
        known = self._open.pop(target.origin, None)
        transport = known or httpx2.AsyncHTTPTransport(trust_env=False, limits=LIMITS)
        self._open[target.origin] = transport
        if len(self._open) > REMEMBERED:
            await self._open.popitem(last=False)[1].aclose()
        return transport


def _pin(request: httpx2.Request, target: Target, address: str) -> httpx2.Request:
    """For this address. Host, SNI and the name on the certificate stay the target's own."""
    extensions = {**request.extensions, "sni_hostname": target.host}
    return httpx2.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions=extensions,
    )
