"""A benchmark's command line, and the PostgreSQL and Redis that it runs for itself."""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from booking_core.storage.database import migrate
from web.embedded import embedded_servers_blocking
from web.settings import Settings


def command(description: str | None) -> argparse.ArgumentParser:
    """A parser that shows the module's text as it stands, with ``--write`` for the benchmark's section of
    README.md."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="into README.md, with its plot if it has one")
    return parser


@contextmanager
def own_servers() -> Iterator[Settings]:
    """Settings for servers in a throw-away directory, with an empty database in its newest form."""
    with tempfile.TemporaryDirectory() as directory, embedded_servers_blocking(Path(directory)) as servers:
        migrate(servers.database_url)
        yield Settings(database_url=servers.database_url, redis_url=servers.redis_url, secret_key="x" * 40)
