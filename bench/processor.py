"""How much of the processor's time each part takes, which a busy machine does not change as it changes the
time on the clock."""

import os
from collections.abc import Iterable

import psutil
import psycopg
from msgspec import Struct
from redis import Redis


class Effort(Struct, frozen=True):
    """Seconds of processor time, user and system, since the processes began."""

    server: float
    postgresql: float
    redis: float
    callers: float

    def since(self, before: "Effort", times: int) -> "Effort":
        """Milliseconds for each of so many requests."""
        parts = zip(self.parts, before.parts, strict=True)
        return Effort(*((after - earlier) * 1000 / times for after, earlier in parts))

    @property
    def parts(self) -> tuple[float, float, float, float]:
        return self.server, self.postgresql, self.redis, self.callers

    @property
    def service(self) -> float:
        """All but the callers, who would be on other machines."""
        return self.server + self.postgresql + self.redis


def effort(database_url: str, redis_url: str, servers: Iterable[int] = ()) -> Effort:
    """Of the server processes named, of PostgreSQL with all its backends, of Redis, and of this process."""
    return Effort(
        sum(_seconds(psutil.Process(pid)) for pid in servers),
        _of_postgresql(database_url),
        _of_redis(redis_url),
        _seconds(psutil.Process(os.getpid())),
    )


def _of_postgresql(url: str) -> float:
    with psycopg.connect(url) as connection:
        backend = psutil.Process(connection.info.backend_pid)
        postmaster = backend.parent()
        if postmaster is None:
            raise SystemExit("PostgreSQL is not on this machine")
        # Those that are there, and those whose connections have ended.
        gone = postmaster.cpu_times()
        there = sum(_seconds(one) for one in postmaster.children() if one.pid != backend.pid)
        return there + float(gone.children_user + gone.children_system)


def _of_redis(url: str) -> float:
    with Redis.from_url(url) as redis:
        told = redis.info("cpu")
        return float(told["used_cpu_user"]) + float(told["used_cpu_sys"])


def _seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)
