"""Rate limits: how many requests one caller may send in a minute, counted in Redis, told in `RateLimit`
headers.

The headers are those of draft-ietf-httpapi-ratelimit-headers-10. Without Redis nobody is counted and nobody
is refused.
"""

from msgspec import Struct
from redis.asyncio import Redis
from redis.exceptions import RedisError

from booking_core.errors import TooMany

WINDOW_S = 60
POLICY = "per-client"
COUNT = """
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
return {count, redis.call('TTL', KEYS[1])}
"""


class WindowState(Struct, frozen=True):
    """What is left of a window that ends in ``reset_s`` seconds."""

    limit: int
    count: int
    reset_s: int

    @property
    def is_spent(self) -> bool:
        return self.count > self.limit

    @property
    def headers(self) -> dict[str, str]:
        left = max(0, self.limit - self.count)
        return {
            "RateLimit-Policy": f'"{POLICY}";q={self.limit};w={WINDOW_S}',
            "RateLimit": f'"{POLICY}";r={left};t={self.reset_s}',
        }


async def count_request(redis: Redis, who: str, limit: int) -> WindowState | None:
    """Count one request of this caller, in a window of ``WINDOW_S`` seconds; None without Redis."""
    try:
        count, left = await redis.register_script(COUNT)(keys=[f"rate:{who}"], args=[WINDOW_S])
    except (RedisError, OSError):
        return None
    return WindowState(limit, int(count), max(1, int(left)))


def too_fast(allowance: WindowState) -> TooMany:
    return TooMany(
        "That is more than we answer in a minute. Please wait a moment.",
        code="rate_limited",
        retry_after_s=allowance.reset_s,
    )
