"""Slowing down whoever guesses: each wrong try makes the next one wait longer, and nobody is ever locked out.

Kept in Redis. Known and unknown accounts are counted alike, so a delay tells nothing about who exists.
"""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from ipaddress import IPv6Address, ip_address

from msgspec import Struct
from redis.asyncio import Redis
from redis.exceptions import RedisError

# Waits double from one second up to this: a person is back soon, a guesser gets sixty tries an hour.
LONGEST_WAIT_S = 60
FORGOTTEN_AFTER_S = 15 * 60

# One step, so that a hundred tries at once count as a hundred, and one that has to wait anywhere counts
# nowhere. A try counts before it is judged; ``forget`` takes it back.
COUNT_A_TRY = """
local now, waits = tonumber(ARGV[1]), 0
for _, key in ipairs(KEYS) do
  waits = math.max(waits, tonumber(redis.call('HGET', key, 'allowed') or '0') - now)
end
if waits > 0 then return waits end
for number, key in ipairs(KEYS) do
  local over = redis.call('HINCRBY', key, 'tries', 1) - tonumber(ARGV[3 + number])
  if over >= 0 then
    redis.call('HSET', key, 'allowed', now + math.min(2 ^ math.min(over, 16), tonumber(ARGV[2])))
  end
  redis.call('EXPIRE', key, ARGV[3])
end
return 0
"""


class Throttle(Struct, frozen=True):
    """``free`` tries of one ``kind`` go at once; every later one waits for the one before it."""

    kind: str
    free: int

    async def forgive(self, redis: Redis, *who: str) -> None:
        """The last try was right, so it does not count."""
        with suppress(RedisError):
            await redis.hincrby(self.key(who), "tries", -1)

    async def forget(self, redis: Redis, *who: str) -> None:
        """The last try was right, and nothing that was tried before it counts any more."""
        with suppress(RedisError):
            await redis.delete(self.key(who))

    def key(self, who: tuple[str, ...]) -> str:
        # Hashed: an account's e-mail address has no business among Redis keys.
        return f"throttle:{self.kind}:{hashlib.sha256(chr(0).join(who).encode()).hexdigest()}"


async def wait_s(redis: Redis, now: datetime, tries: Sequence[tuple[Throttle, tuple[str, ...]]]) -> int:
    """Seconds until a try that is counted in all these ways may be made; 0 lets it through and counts it.

    Without Redis nobody has to wait: passwords are still checked two at a time, and slowly.
    """
    try:
        waited = await redis.register_script(COUNT_A_TRY)(
            keys=[throttle.key(who) for throttle, who in tries],
            args=[int(now.timestamp()), LONGEST_WAIT_S, FORGOTTEN_AFTER_S, *(one.free for one, _ in tries)],
        )
    except RedisError:
        return 0
    return int(waited)


def network_of(address: str) -> str:
    """Who an address counts as: itself, or for IPv6 the /64 that one customer of a provider has to
    themselves."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        return str(parsed.ipv4_mapped or IPv6Address(int(parsed) >> 64 << 64))
    return str(parsed)


def site_network_of(address: str) -> str | None:
    """The /48 of an IPv6 address, as large as what a provider gives one customer at most; None for any
    other."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return None
    if not isinstance(parsed, IPv6Address) or parsed.ipv4_mapped:
        return None
    return f"{IPv6Address(int(parsed) >> 80 << 80)}/48"


def is_loopback(address: str) -> bool:
    """Whether it is this machine's own, be it written as IPv6; False for what is no address."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    mapped = parsed.ipv4_mapped if isinstance(parsed, IPv6Address) else None
    return (mapped or parsed).is_loopback
