"""What keeps an outage short, broken on purpose."""

from psycopg import AsyncConnection

from booking_core.core import BookingCore
from booking_core.storage import database
from booking_core.storage.hosts.connections import BoundedConnection
from booking_core.storage.statements import Statement
from web.server import health


def answers_have_no_deadline() -> None:
    BoundedConnection.wait = AsyncConnection.wait  # type: ignore[method-assign]


def stale_connections_are_lent() -> None:
    database.watch_pool = lambda *_: None


def readiness_only_reads() -> None:
    async def check_reading(core: BookingCore) -> None:
        await core.ask(Statement("SELECT 1"))

    health.check_writing = check_reading
