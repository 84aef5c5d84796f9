"""Slowing down whoever guesses: each wrong try makes the next one wait longer, and nobody is ever locked out.

Kept in Redis. Known and unknown accounts are counted alike, so a delay tells nothing about who exists.
"""

import hashlib
from contextlib import suppress
from datetime import datetime
from ipaddress import IPv6Address, ip_address

from msgspec import Struct
from redis.asyncio import Redis
from redis.exceptions import RedisError

# Waits double from one second up to this: a person is back soon, a guesser gets sixty tries an hour.
LONGEST_WAIT_S = 60
FORGOTTEN_AFTER_S = 15 * 60

# One step, so that a hundred tries at once count as a hundred. A try counts before it is judged; ``forget`` takes it back.
COUNT_A_TRY = """
local now = tonumber(ARGV[4])
local allowed = tonumber(redis.call('HGET', KEYS[1], 'allowed') or '0')
if now < allowed then return allowed - now end
local tries = redis.call('HINCRBY', KEYS[1], 'tries', 1)
local over = tries - tonumber(ARGV[1])
if over >= 0 then
  redis.call('HSET', KEYS[1], 'allowed', now + math.min(2 ^ math.min(over, 16), tonumber(ARGV[2])))
end
redis.call('EXPIRE', KEYS[1], ARGV[3])
return 0
"""


class Throttle(Struct, frozen=True):
    """``free`` tries of one ``kind`` go at once; every later one waits for the one before it."""

    kind: str
    free: int

    async def wait_s(self, redis: Redis, now: datetime, *who: str) -> int:
        """Seconds to wait before this try, which then does not count; 0 lets it through and counts it.

        Without Redis nobody has to wait: passwords are still checked two at a time, and slowly.
        """
        try:
            waited = await redis.register_script(COUNT_A_TRY)(
                keys=[self._key(who)],
                args=[self.free, LONGEST_WAIT_S, FORGOTTEN_AFTER_S, int(now.timestamp())],
            )
        except RedisError:
            return 0
        return int(waited)

    async def forgive(self, redis: Redis, *who: str) -> None:
        """The last try was right, so it does not count."""
        with suppress(RedisError):
            await redis.hincrby(self._key(who), "tries", -1)

    async def forget(self, redis: Redis, *who: str) -> None:
        """The last try was right, and nothing that was tried before it counts any more."""
        with suppress(RedisError):
            await redis.delete(self._key(who))

    def _key(self, who: tuple[str, ...]) -> str:
        # Hashed: an account's e-mail address has no business among Redis keys.
        return f"throttle:{self.kind}:{hashlib.sha256(chr(0).join(who).encode()).hexdigest()}"


def network_of(address: str) -> str:
    """Who an address counts as: itself, or for IPv6 the /64 that one customer of a provider has to themselves."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        return str(parsed.ipv4_mapped or IPv6Address(int(parsed) >> 64 << 64))
    return str(parsed)


def is_loopback(address: str) -> bool:
    """Whether it is this machine's own; False for what is no address."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
