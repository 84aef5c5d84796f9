"""Limits of the customers' door: how many conversations an address opens, and how much is said in them.

Counted in Redis; without Redis nobody is counted and nobody is refused. An address is known by a keyed hash only.
"""

from collections.abc import Iterable
from typing import Any

import msgspec
from litestar import Request
from msgspec import Struct
from redis.asyncio import Redis
from redis.exceptions import RedisError

from booking_core.booking_caps import ADDRESSES_OF_A_NETWORK
from booking_core.errors import TooMany
from booking_core.organizations import Organization
from web.access.origins import Origin, Origins
from web.settings import Settings

MINUTE_S, HOUR_S, DAY_S = 60, 60 * 60, 24 * 60 * 60
# How many seconds the first of them who has had enough has to wait; whoever comes after them is not counted. 0 lets them through.
COUNT = """
for i, who in ipairs(KEYS) do
  local count = redis.call('INCR', who)
  if count == 1 then redis.call('EXPIRE', who, ARGV[2 * i]) end
  if count > tonumber(ARGV[2 * i - 1]) then return math.max(1, redis.call('TTL', who)) end
end
return 0
"""


class Limits(Struct, frozen=True):
    """``limits`` in an organization's chat settings. Behind one address may sit an office, or a whole hotel."""

    conversations_per_address_and_hour: int = 60
    messages_per_conversation_and_minute: int = 30
    messages_per_address_and_minute: int = 120
    messages_per_day: int = 20_000

    @classmethod
    def of(cls, organization: Organization) -> "Limits":
        """What the owner has set, the usual where that cannot be read."""
        try:
            return msgspec.convert(organization.chat.get("limits", {}), cls)
        except msgspec.ValidationError:
            return cls()


def origin_of(request: Request[Any, Any, Any], settings: Settings) -> Origin:
    """Whom a request counts as."""
    return Origins(settings.secret_key).of(request.client.host if request.client else "")


async def must_be_let_open(redis: Redis, organization: Organization, origin: Origin) -> None:
    """Counts one conversation. Raises ``TooMany``."""
    limit = Limits.of(organization).conversations_per_address_and_hour
    await _count(
        redis,
        [
            (_sender("opened", organization, origin.address), limit, HOUR_S),
            (_sender("opened", organization, origin.network), limit * ADDRESSES_OF_A_NETWORK, HOUR_S),
        ],
    )


async def must_be_let_speak(
    redis: Redis, organization: Organization, conversation_id: str, address_hash: str | None
) -> None:
    """Counts one message, at what is closest to its sender first. Raises ``TooMany``."""
    limits = Limits.of(organization)
    sender = _sender("said", organization, address_hash)
    await _count(
        redis,
        [
            (f"said:{conversation_id}", limits.messages_per_conversation_and_minute, MINUTE_S),
            (sender, limits.messages_per_address_and_minute, MINUTE_S),
            (f"said:{organization.id}", limits.messages_per_day, DAY_S),
        ],
    )


def _sender(deed: str, organization: Organization, address_hash: str | None) -> str:
    """What an address is counted as; nothing where it is not known."""
    return f"{deed}:{organization.id}:{address_hash}" if address_hash else ""


async def _count(redis: Redis, windows: Iterable[tuple[str, int, int]]) -> None:
    """Each who, how often at most, and in how many seconds."""
    known = [(f"rate:{who}", limit, window_s) for who, limit, window_s in windows if who]
    bounds = [bound for _, limit, window_s in known for bound in (limit, window_s)]
    try:
        wait_s = await redis.register_script(COUNT)(keys=[who for who, _, _ in known], args=bounds)
    except (RedisError, OSError):
        return
    if wait_s:
        detail = "That is more than we can answer just now. Please wait a moment."
        raise TooMany(detail, code="rate_limited", retry_after_s=int(wait_s))
