"""The endpoints in use: each is met once and remembered, with what it refuses and how well it is."""

from typing import TYPE_CHECKING

import httpx2
import msgspec

from agent.models.endpoint import Endpoint
from booking_core.time.clock import Clock

if TYPE_CHECKING:
    from agent.models.openai_chat import OpenAIChat

# Organizations may each bring their own; the one unused for longest is forgotten.
REMEMBERED = 200
# A worker takes dozens of turns at once, each with a request that lasts: none waits for another's connection,
# and most find one open.
LIMITS = httpx2.Limits(max_connections=1000, max_keepalive_connections=100)


class Providers:
    """One for each process; its connections belong to the event loop it is used on."""

    def __init__(self, clock: Clock, transport: httpx2.AsyncBaseTransport | None = None) -> None:
        """``transport`` is the guard before what owners write down; without one, endpoints are the
        installation's own."""
        self._clock = clock
        # A redirect could lead anywhere, a server's own network included: a base URL is taken as it is.
        self._http = httpx2.AsyncClient(follow_redirects=False, limits=LIMITS, transport=transport)
        self._known: dict[bytes, OpenAIChat] = {}

    def model(self, endpoint: Endpoint) -> "OpenAIChat":
        """The model at this endpoint, the same one as last time."""
        # A tenth of what a process imports, and most have no provider; one of the environment is met at the
        # start.
        from agent.models.openai_chat import OpenAIChat  # noqa: PLC0415

        key = msgspec.json.encode(endpoint)
        model = self._known.pop(key, None) or OpenAIChat(endpoint, self._clock, self._http)
        self._known[key] = model
        if len(self._known) > REMEMBERED:
            del self._known[next(iter(self._known))]
        return model

    async def close(self) -> None:
        """Hang up on every provider."""
        await self._http.aclose()
