"""Everything that is kept anywhere: each row of each table, and each key of Redis, as text to look for traces
in."""

from collections.abc import Collection

from sqlalchemy import text

from booking_core.core import BookingCore

TABLES = text("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")


async def everything_kept(core: BookingCore, *, but: Collection[str] = ()) -> str:
    """``but`` are tables not to look into."""
    return await rows_kept(core, but) + await keys_kept(core)


async def rows_kept(core: BookingCore, but: Collection[str] = ()) -> str:
    async with core.sessions() as session, session.begin():
        tables = [name for name in await session.scalars(TABLES) if name not in but]
        rows = [await session.scalars(text(f'SELECT t::text FROM "{name}" t')) for name in tables]
        return "\n".join(row for of_table in rows for row in of_table)


async def keys_kept(core: BookingCore) -> str:
    found = []
    async for key in core.redis.scan_iter(count=500):
        found += [key, await _value(core, key)]
    return "\n".join(part.decode("utf-8", "replace") for part in found)


async def _value(core: BookingCore, key: bytes) -> bytes:
    match await core.redis.type(key):
        case b"string":
            return await core.redis.get(key) or b""
        case b"stream":
            return repr(await core.redis.xrange(key)).encode()
        case b"hash":
            return repr(await core.redis.hgetall(key)).encode()
        case b"zset":
            return repr(await core.redis.zrange(key, 0, -1)).encode()
        case b"set":
            return repr(await core.redis.smembers(key)).encode()
        case _:
            return repr(await core.redis.lrange(key, 0, -1)).encode()
