"""Health: whether this process lives, and whether it can do its work."""

from litestar import Response, Router, get
from litestar.di import NamedDependency
from redis.exceptions import RedisError
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from booking_core.core import BookingCore


@get("/live")
async def live() -> dict[str, str]:
    return {"status": "ok"}


@get("/ready")
async def ready(core: NamedDependency[BookingCore]) -> Response[dict[str, str]]:
    """503 without PostgreSQL. Without Redis, ``degraded``: times cannot be held, everything else goes on."""
    try:
        async with core.reads.connect() as connection:
            await connection.execute(text("SELECT 1"))
    except (SQLAlchemyError, OSError):
        return Response({"status": "unavailable", "postgresql": "away"}, status_code=503)
    try:
        await core.redis.ping()
    except (RedisError, OSError):
        return Response({"status": "degraded", "redis": "away"})
    return Response({"status": "ok"})


ROUTER = Router("/health", route_handlers=[live, ready])
