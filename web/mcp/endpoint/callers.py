"""Who calls at the MCP door: a client with a token of this organization, or somebody without one where the
owner allows that."""

from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncConnection

from booking_core.access.scopes import FOR_CUSTOMERS, Scope, require_scope
from booking_core.api_clients.tokens import bearer_of
from booking_core.booking.booking_caps import Booker
from booking_core.live_holds.quotas import Quota, address_quota, client_quota, network_quota
from booking_core.storage.audit import Actor
from booking_core.time.clock import Clock
from web.access.origins import Origins
from web.access.throttle import network_of
from web.mcp.endpoint.rules import Business, McpRules

DOOR = "mcp"
# Holds are found by who made them. Those of people without a token have one owner: the id itself, which
# nobody can guess, is the key.
ANYBODY = "anybody"
READS = frozenset({Scope.ORG_READ, Scope.AVAILABILITY_READ})
ANONYMOUS = frozenset(FOR_CUSTOMERS)
# One address behind which nobody is known: a conversation takes a dozen messages, and assistants of many
# share an address.
ANONYMOUS_REQUESTS_PER_MINUTE = 120


class Stranger(Exception):
    """Nobody who may come in. ``error`` is a code of RFC 6750 §3.1, empty where there was no token at all."""

    def __init__(self, detail: str, error: str = "") -> None:
        super().__init__(detail)
        self.detail = detail
        self.error = error


class McpCaller(Struct, frozen=True):
    """``client_id`` is None for somebody without a token, who is counted by ``address``."""

    business: Business
    client_id: str | None
    address: str
    scopes: frozenset[str]
    requests_per_minute: int
    quotas: tuple[Quota, ...]
    booker: Booker

    @property
    def is_known(self) -> bool:
        return self.client_id is not None

    @property
    def counted_as(self) -> str:
        return self.client_id or f"{DOOR}:{self.business.id}:{self.address}"

    def actor(self, scope: Scope, request_id: str) -> Actor:
        """Who does something that needs ``scope``. Raises ``MissingScope``: nobody gets to the desk but as an
        actor.

        What entitles a token is its scope; anybody else states the customer's agreement, and each tool
        insists on it.
        """
        require_scope(scope, self.scopes)
        proof = f"scope:{scope}" if self.is_known else "stated:customer_agreed"
        return Actor(DOOR, self.client_id or ANYBODY, proof, request_id)


async def caller_of(
    connection: AsyncConnection,
    business: Business,
    authorization: str,
    address: str,
    door: str,
    clock: Clock,
    origins: Origins,
) -> McpCaller:
    """Raises ``Stranger``. A token of another organization is as good as none, and so is one that was not
    issued for this ``door``: whoever is given one for somewhere else cannot pass it on to here."""
    scheme, _, token = authorization.partition(" ")
    if not authorization:
        return _anybody(business, address, origins)
    if scheme.lower() != "bearer" or not token.strip():
        raise Stranger("Send an access token: `Authorization: Bearer …`.", "invalid_request")
    bearer = await bearer_of(connection, token.strip(), clock.now())
    if bearer is None or bearer.organization_id != business.id:
        raise Stranger("This access token is not valid here, or not any more.", "invalid_token")
    if bearer.audience != door:
        raise Stranger(
            f"This access token was not issued for this door: ask for one with resource={door}",
            "invalid_token",
        )
    return McpCaller(
        business,
        bearer.client_id,
        network_of(address),
        bearer.scopes,
        bearer.requests_per_minute,
        (client_quota(bearer.client_id, bearer.holds_at_once),),
        Booker(client_id=bearer.client_id, client_a_day=bearer.bookings_per_day),
    )


def _anybody(business: Business, host: str, origins: Origins) -> McpCaller:
    scopes = _scopes_of_anybody(business.rules)
    if not scopes:
        raise Stranger("This door needs an access token.")
    address, origin = network_of(host), origins.of_anybody(host)
    return McpCaller(
        business,
        None,
        address,
        scopes,
        ANONYMOUS_REQUESTS_PER_MINUTE,
        (address_quota(address), *((network_quota(origin.network),) if origin.network else ())),
        Booker(address=origin.address, network=origin.network),
    )


def _scopes_of_anybody(rules: McpRules) -> frozenset[Scope]:
    if rules.anonymous_booking:
        return ANONYMOUS
    return READS if rules.public_reads else frozenset()
