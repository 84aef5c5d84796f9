"""Connections to PostgreSQL with a deadline for every answer, so that a host that is silently gone makes
nobody wait for long.

The kernel's own deadlines (keepalives, ``tcp_user_timeout``) notice a dead host, but not a dead proxy, load
balancer or process that still acknowledges packets; so every wait for an answer has a deadline here too. Once
it has passed, the host is left alone for a moment: new connections are refused at once, and all that were
open are thrown away.
"""

import asyncio
import select
from collections.abc import AsyncGenerator
from time import monotonic
from typing import Any, TypeVar

import psycopg
from psycopg import AsyncConnection, Notify
from psycopg._preparing import PrepareManager
from psycopg.abc import PQGen
from psycopg.errors import ConnectionTimeout, ReadOnlySqlTransaction, _WaitTimeout
from sqlalchemy import event
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine

from booking_core.storage.hosts.circuit_breaker import HostBreaker

T = TypeVar("T")
# One address, and all of them with the look-up of their names: a busy machine needs a second to let twenty in
# at once.
CONNECT_WITHIN_S, CONNECT_ANYWHERE_WITHIN_S = 3, 4.5
# PostgreSQL itself ends a statement a little before we stop waiting for it, so that we are told what became
# of it.
STATEMENT_LASTS_S = 3.5
ANSWER_WITHIN_S = 3.75
# Longer than any connection lives; psycopg knows no deadline as None, which is ours here.
FOR_EVER_S = 10 * 365 * 24 * 3600.0
# What the kernel watches: a host that does not acknowledge what we sent, or does not answer while nobody says
# anything.
SOCKET = {
    "connect_timeout": CONNECT_WITHIN_S,
    "tcp_user_timeout": int(ANSWER_WITHIN_S * 1000),
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
}


class NotConnected(psycopg.OperationalError):
    """No connection was made, so nothing was asked and nothing has happened."""


class NoAnswer(psycopg.OperationalError):
    """PostgreSQL did not answer in time; what it was asked may have happened."""


class DatabaseHost:
    """What is known of a host: whether it is silent, and which connections are older than that."""

    def __init__(self) -> None:
        self.circuit = HostBreaker()
        self.stale_before = 0.0
        self._heard_at = 0.0

    def note_answer(self) -> None:
        """Somebody has been answered."""
        self._heard_at = monotonic()

    def note_silence(self, began: float) -> None:
        """Somebody has waited in vain. Where others have been answered meanwhile, it was one connection, or
        one slow statement."""
        if self._heard_at < began:
            self.circuit.open()
            self.stale_before = monotonic()


class BoundedConnection(AsyncConnection[Any]):
    """A psycopg connection that waits ``answer_within_s`` for each answer. ``connection_to`` makes it for one
    host."""

    host: DatabaseHost
    answer_within_s: float

    @classmethod
    async def connect(cls, conninfo: str = "", **options: Any) -> "BoundedConnection":
        """Raises ``NotConnected``."""
        if cls.host.circuit.is_open():
            raise NotConnected("PostgreSQL does not answer, and is left alone for a moment")
        began = monotonic()
        try:
            # The driver's own deadline is that of one address, and does not cover the look-up of its name.
            async with asyncio.timeout(CONNECT_ANYWHERE_WITHIN_S):
                connection = await super().connect(conninfo, **options)
        except (TimeoutError, ConnectionTimeout) as error:
            cls.host.note_silence(began)
            raise NotConnected("PostgreSQL did not take a connection in time") from error
        except psycopg.OperationalError as error:
            raise NotConnected(str(error)) from error
        cls.host.circuit.close()
        cls.host.note_answer()
        return connection

    async def wait(
        self,
        gen: PQGen[T],
        interval: float = 0.1,
        timeout: float | None = None,  # noqa: ASYNC109 - the driver's own
    ) -> T:
        """Raises ``NoAnswer`` after the connection's own time where no other ``timeout`` is given."""
        if timeout is not None:
            return await super().wait(gen, interval, timeout)
        began = monotonic()
        try:
            answer = await super().wait(gen, interval, self.answer_within_s)
        except _WaitTimeout as error:
            self.host.note_silence(began)
            self.pgconn.finish()
            raise NoAnswer("PostgreSQL did not answer in time") from error
        self.host.note_answer()
        return answer

    def _rollback_gen(self) -> PQGen[None]:
        """Prepared statements stay. The driver forgets them with a ROLLBACK, because what the transaction has
        created is gone; ours create nothing, and PostgreSQL keeps what is prepared. By one refusal, or one
        session that only looked, all statements of a connection would be parsed and planned anew."""
        kept, self._prepared = self._prepared, PrepareManager()
        try:
            yield from super()._rollback_gen()
        finally:
            self._prepared = kept

    async def notifies(
        self,
        *,
        timeout: float | None = None,  # noqa: ASYNC109 - the driver's own
        stop_after: int | None = None,
    ) -> AsyncGenerator[Notify]:
        """Whoever listens waits as long as they like: that nothing happens is no silence."""
        waits = FOR_EVER_S if timeout is None else timeout
        async for notice in super().notifies(timeout=waits, stop_after=stop_after):
            yield notice


def connection_to(host: DatabaseHost, answer_within_s: float = ANSWER_WITHIN_S) -> type[BoundedConnection]:
    """The class of connections to this host."""
    return type("BoundedConnection", (BoundedConnection,), {"host": host, "answer_within_s": answer_within_s})


def is_open(connection: AsyncConnection[Any]) -> bool:
    """Without a round trip: a connection that PostgreSQL has closed has its end to read."""
    if connection.closed:
        return False
    poll = select.poll()
    poll.register(connection.fileno(), select.POLLIN)
    return not poll.poll(0)


def watch_pool(engine: AsyncEngine, host: DatabaseHost) -> None:
    """Lend no connection that is closed or older than the host's last silence, and keep none that may only
    read."""

    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(_: Any, record: Any) -> None:
        record.info["opened_at"] = monotonic()
        record.info["is_new"] = True

    @event.listens_for(engine.sync_engine, "checkout")
    def on_checkout(connection: Any, record: Any, _: Any) -> None:
        # One that was made for this very loan: where it is closed already, the statement will say why.
        if record.info.pop("is_new", False):
            return
        if record.info["opened_at"] < host.stale_before or not is_open(connection.driver_connection):
            raise DisconnectionError

    @event.listens_for(engine.sync_engine, "handle_error")
    def on_error(context: ExceptionContext) -> None:
        # A primary that has become a standby stays one for those who are connected to it.
        if isinstance(context.original_exception, ReadOnlySqlTransaction):
            context.is_disconnect = True
            context.invalidate_pool_on_disconnect = False
