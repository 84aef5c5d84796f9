"""Limits of the customers' door: how many conversations an address opens, and how much is said in them.

Counted in Redis, at whoever sends; without Redis nobody is counted and nobody is refused. An address is known
by a keyed hash only. What all customers of an organization say together refuses nobody: on a day with very
much of it each may say a quarter.
"""

import sys
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from litestar import Request
from msgspec import Struct
from redis.asyncio import Redis
from redis.exceptions import RedisError

from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.settings.settings import settings_under
from booking_core.errors import TooMany
from booking_core.live_holds.quotas import ADDRESSES_OF_A_NETWORK
from booking_core.storage.alarms import raise_alarm
from web.access.origins import CallerOrigin, Origins
from web.settings import Settings

MINUTE_S, HOUR_S, DAY_S = 60, 60 * 60, 24 * 60 * 60
# Looks at free times: whoever goes through two months day by day makes sixty.
LOOKS_PER_ADDRESS_AND_MINUTE = 120
# On a crowded day, this part of each limit is left.
CROWDED_SHARE = 4
# How many seconds the first of them who has had enough has to wait, and how much everybody has said by now;
# whoever comes after them is not counted. 0 lets them through. The last key counts everybody's day, its limit
# says from when on others have less.
COUNT = """
local crowd, day = KEYS[#KEYS], ARGV[#ARGV]
local in_all = tonumber(redis.call('GET', crowd) or '0')
local share = in_all >= tonumber(ARGV[#ARGV - 1]) and tonumber(ARGV[#ARGV - 2]) or 1
for i = 1, #KEYS - 1 do
  local count = redis.call('INCR', KEYS[i])
  if count == 1 then redis.call('EXPIRE', KEYS[i], ARGV[2 * i]) end
  if count > math.ceil(ARGV[2 * i - 1] / share) then
    return {math.max(1, redis.call('TTL', KEYS[i])), in_all}
  end
end
in_all = redis.call('INCR', crowd)
if in_all == 1 then redis.call('EXPIRE', crowd, day) end
return {0, in_all}
"""


class ChatLimits(Struct, frozen=True):
    """``chat.limits`` of the settings. Behind one address may sit an office, or a whole hotel.

    From ``messages_per_day`` of everybody together on, everybody has a quarter of the other limits of
    messages.
    """

    conversations_per_address_and_hour: int
    messages_per_conversation_and_minute: int
    messages_per_address_and_minute: int
    messages_per_address_and_day: int
    messages_per_day: int

    @classmethod
    def of(cls, organization: Organization) -> "ChatLimits":
        """What the owner has set, the usual where that cannot be read."""
        return cls(**settings_under(organization, "chat.limits"))


def origin_of(request: Request[Any, Any, Any], settings: Settings) -> CallerOrigin:
    """Whom a request counts as."""
    return Origins(settings.secret_key).of(request.client.host if request.client else "")


async def must_be_let_open(redis: Redis, organization: Organization, origin: CallerOrigin) -> None:
    """Counts one conversation. Raises ``TooMany``."""
    limit = ChatLimits.of(organization).conversations_per_address_and_hour
    windows = [
        (_sender("opened", organization, origin.address), limit, HOUR_S),
        (_sender("opened", organization, origin.network), limit * ADDRESSES_OF_A_NETWORK, HOUR_S),
    ]
    await _count(redis, windows, Crowd(f"opened:{organization.id}"))


async def must_be_let_look(redis: Redis, organization: Organization, origin: CallerOrigin) -> None:
    """Counts one look at free times. Raises ``TooMany``."""
    limit = LOOKS_PER_ADDRESS_AND_MINUTE
    windows = [
        (_sender("looked", organization, origin.address), limit, MINUTE_S),
        (_sender("looked", organization, origin.network), limit * ADDRESSES_OF_A_NETWORK, MINUTE_S),
    ]
    await _count(redis, windows, Crowd(f"looked:{organization.id}"))


async def must_be_let_speak(
    redis: Redis, organization: Organization, conversation_id: str, origin: CallerOrigin, now: datetime
) -> None:
    """Counts one message, at what is closest to its sender first. Raises ``TooMany``."""
    limits = ChatLimits.of(organization)
    sender = _sender("said", organization, origin.address)
    network = _sender("said", organization, origin.network)
    a_day = _sender("said today", organization, origin.address)
    windows = [
        (f"said:{conversation_id}", limits.messages_per_conversation_and_minute, MINUTE_S),
        (sender, limits.messages_per_address_and_minute, MINUTE_S),
        (network, limits.messages_per_address_and_minute * ADDRESSES_OF_A_NETWORK, MINUTE_S),
        (a_day, limits.messages_per_address_and_day, DAY_S),
    ]
    crowd = Crowd(f"said:{organization.id}", limits.messages_per_day)
    if await _count(redis, windows, crowd) >= crowd.crowded_from:
        raise_alarm("very many messages in a day", organization.id, now)


class Crowd(Struct, frozen=True):
    """Everybody's day under one name; from ``crowded_from`` on each has less."""

    name: str
    crowded_from: int = sys.maxsize


def _sender(operation: str, organization: Organization, known_as: str | None) -> str:
    """What an address is counted as; nothing where it is not known."""
    return f"{operation}:{organization.id}:{known_as}" if known_as else ""


async def _count(redis: Redis, windows: Iterable[tuple[str, int, int]], crowd: Crowd) -> int:
    """Each who, how often at most, and in how many seconds. How often everybody has come today."""
    known = [(f"rate:{who}", limit, window_s) for who, limit, window_s in windows if who]
    bounds = [bound for _, limit, window_s in known for bound in (limit, window_s)]
    keys = [*(who for who, _, _ in known), f"rate:{crowd.name}"]
    try:
        wait_s, in_all = await redis.register_script(COUNT)(
            keys=keys, args=[*bounds, CROWDED_SHARE, crowd.crowded_from, DAY_S]
        )
    except (RedisError, OSError):
        return 0
    if wait_s:
        detail = "That is more than we can answer just now. Please wait a moment."
        raise TooMany(detail, code="rate_limited", retry_after_s=int(wait_s))
    return int(in_all)
