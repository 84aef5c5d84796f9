"""Our own PostgreSQL and Redis over one data directory, from the first start to the last stop."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from web.embedded.data_dir_lock import hold, open_directory
from web.embedded.keys import ServerKeys
from web.embedded.postgres_server import PostgresServer
from web.embedded.redis_server import RedisServer


class EmbeddedServers(Struct, frozen=True):
    """The running servers. The addresses stay the same until they are stopped, also when a server dies
    between."""

    database_url: str
    redis_url: str
    postgres: PostgresServer
    redis: RedisServer


@contextmanager
def embedded_servers_blocking(
    directory: Path, *, durable: bool = True, port: int | None = None
) -> Iterator[EmbeddedServers]:
    """Run PostgreSQL and Redis over a directory, which is made when missing.

    Args:
        directory: where data, logs and keys lie. One process holds it at a time.
        durable: whether what PostgreSQL has committed survives a power cut. Only tests say no.
        port: the web port of this process, for telling whoever comes second.

    Raises:
        DirectoryHeld: another process holds the directory.
        EmbeddedError: a server cannot run; the message says what to do.
    """
    directory = open_directory(directory)
    with hold(directory, port):
        servers = prepare_servers(directory, durable)
        both = (servers.postgres, servers.redis)
        try:
            run_in_parallel(*(server.start for server in both))
            yield servers
        finally:
            run_in_parallel(*(server.stop for server in both))


def prepare_servers(directory: Path, durable: bool) -> EmbeddedServers:
    kept = ServerKeys.in_directory(directory)
    keys = kept or ServerKeys.fresh()
    keys.settle_ports()
    postgres, redis = PostgresServer(directory, keys, durable=durable), RedisServer(directory, keys)
    if kept is None:
        postgres.begin_afresh()
    keys.keep(directory)
    return EmbeddedServers(postgres.url, redis.url, postgres, redis)


def run_in_parallel(*works: Callable[[], None]) -> None:
    """All of them in parallel; when some fail, the first failure once all are done."""
    with ThreadPoolExecutor(len(works)) as pool:
        outcomes = [pool.submit(work) for work in works]
    for outcome in outcomes:
        outcome.result()
