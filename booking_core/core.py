"""The booking core: PostgreSQL, Redis and a clock, and the transactions in which the desk is used."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, nullcontext
from secrets import token_bytes
from time import monotonic
from typing import Any, TypeVar

import psycopg
from redis.asyncio import Redis
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from booking_core.appointments.by_link.calendar_links import CalendarLinks
from booking_core.appointments.locks import lock_resources
from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.decisions import Decisions
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.catalogue_cache import REVISION, Catalogues
from booking_core.catalogue.catalogue_lock import catalogue_lock
from booking_core.context import Guard, follow_up
from booking_core.desk import Desk
from booking_core.errors import NotFound, Refusal, SettingsBusy, SlotHeld
from booking_core.live_holds.hold_book import HoldBook
from booking_core.storage.audit import Actor
from booking_core.storage.hosts.outages import is_silence, is_trouble, is_without_effect, unavailable
from booking_core.storage.statements import Statement, run_statement
from booking_core.time.clock import Clock

T = TypeVar("T")
D = TypeVar("D")
# A connection can be lost with its COMMIT unanswered; operations are keyed, so the same one again finds out
# what became of it.
TRIES = 4
# Whoever has waited this long is told, instead of waiting for one more try.
PATIENCE_S = 1.0


class BookingCore:
    """One per process. Opens transactions: each for one organization, by one actor."""

    def __init__(
        self, engine: AsyncEngine, redis: Redis, clock: Clock, reads: AsyncEngine | None = None
    ) -> None:
        """``reads`` (``open_reading_engine``) is for what only reads; without one it shares the connections
        of transactions."""
        self.engine = engine
        self.reads = reads or engine.execution_options(isolation_level="AUTOCOMMIT")
        self.redis = redis
        self.clock = clock
        # Until whoever knows the installation's secret sets others, they open nothing.
        self.calendar_links = CalendarLinks((token_bytes(32),))
        self.holds = HoldBook(redis, clock)
        self.sessions = async_sessionmaker(engine, expire_on_commit=False, autoflush=False)
        self._single_statements = async_sessionmaker(self.reads, expire_on_commit=False, autoflush=False)
        self._catalogues = Catalogues()

    @asynccontextmanager
    async def desk(
        self, organization_id: str, actor: Actor, revision: int | None = None
    ) -> AsyncIterator[Desk]:
        """A transaction: committed when the block ends, undone when it raises. Raises ``NotFound`` for an
        unknown organization."""
        async with AsyncExitStack() as undoing:
            async with self.sessions() as session, session.begin():
                desk = await self.desk_in(session, organization_id, actor, revision)
                undoing.push_async_callback(follow_up, desk.undoing)
                yield desk
            undoing.pop_all()
        await follow_up(desk.afterwards)

    @asynccontextmanager
    async def back_office(self, organization_id: str, actor: Actor) -> AsyncIterator[BackOffice]:
        """A transaction that changes the catalogue or the settings; of one organization only one at a time,
        and none while a booking is being written. Raises ``NotFound`` for an organization that is not the
        actor's own."""
        if actor.organization_id != organization_id:
            raise NotFound("There is no such organization.")
        async with AsyncExitStack() as undoing:
            async with self.sessions() as session, session.begin():
                await lock_resources(session, (), first=[catalogue_lock(organization_id)])
                catalogue = await self._catalogues.of(session, organization_id, self.clock.now())
                office = BackOffice(session, self.holds, catalogue, self.clock, actor)
                undoing.push_async_callback(follow_up, office.undoing)
                yield office
                if office.is_rehearsal:
                    await session.rollback()
                    return
                await office.finish()
            undoing.pop_all()
        await follow_up(office.afterwards)

    @asynccontextmanager
    async def _reading_desk(
        self, organization_id: str, actor: Actor, revision: int | None
    ) -> AsyncIterator[Desk]:
        """Each statement by itself, as it is in a transaction that reads what is committed, but without its
        BEGIN and COMMIT."""
        async with self._single_statements() as session:
            yield await self.desk_in(session, organization_id, actor, revision)

    async def desk_in(
        self, session: AsyncSession, organization_id: str, actor: Actor, revision: int | None
    ) -> Desk:
        """A desk within a transaction that somebody else has opened and will commit."""
        catalogue = await self._catalogues.of(session, organization_id, self.clock.now(), revision)
        return Desk(session, self.holds, catalogue, self.clock, actor)

    async def catalogue(self, session: AsyncSession, organization_id: str) -> Catalogue:
        """The organization's services, people and hours as they are now. Raises ``NotFound`` for an unknown
        one."""
        return await self._catalogues.of(session, organization_id, self.clock.now())

    async def catalogue_of(self, organization_id: str, revision: int | None = None) -> Catalogue:
        """The same outside of any transaction. Who has just been told its ``revision`` asks nobody where the
        copy in hand is that one."""
        if revision is None:
            revision = next((row.revision for row in await self.look_up(REVISION, id=organization_id)), None)
        kept = self._catalogues.peek(organization_id, revision)
        if kept is not None:
            return kept
        return await self.read(lambda: self._read_catalogue(organization_id, revision))

    async def _read_catalogue(self, organization_id: str, revision: int | None) -> Catalogue:
        async with self._single_statements() as session:
            return await self._catalogues.of(session, organization_id, self.clock.now(), revision)

    async def look_up(self, statement: Statement, **values: Any) -> list[Any]:
        """The rows of a statement that only reads, asked again where the connection was lost. Raises
        ``Unavailable``."""
        return await self.read(lambda: run_statement(self.reads, statement, values))

    async def ask(self, statement: Statement, **values: Any) -> list[Any]:
        """The rows of a statement that stands by itself, which costs less than any session. Raises
        ``psycopg.Error``."""
        return await run_statement(self.reads, statement, values)

    async def transaction(
        self,
        organization_id: str,
        actor: Actor,
        operation: Callable[[Desk], Awaitable[T]],
        *,
        revision: int | None = None,
        guard: Guard | None = None,
    ) -> T:
        """Run one operation in a transaction of its own, again where the connection was lost on the way.

        The operation must be safe to repeat, as every verb of the desk is. Who has just been told the
        ``revision`` of the catalogue saves a question. ``guard`` raises where the actor may do nothing any
        more (``Desk.pass_guard``). Raises what the desk refuses, ``SlotHeld`` where a lock was not to be had
        in time, and ``Unavailable`` where PostgreSQL stayed away: ``outcome_unknown`` where it may have been
        carried out.
        """
        found: dict[str, int] = {}

        async def attempt(desk: Desk) -> T:
            desk.extensions_found = found
            desk.guard = guard
            result = await operation(desk)
            await desk.pass_guard()
            return result

        return await self._retry(
            lambda: self.desk(organization_id, actor, revision), attempt, _slot_in_demand
        )

    async def arrange(
        self,
        organization_id: str,
        actor: Actor,
        operation: Callable[[BackOffice], Awaitable[T]],
        *,
        decisions: Decisions | None = None,
        guard: Guard | None = None,
    ) -> T:
        """Run one operation at the back office in a transaction of its own, again where the connection was
        lost on the way; every verb of it is safe to repeat.

        ``decisions`` are about the appointments it touches. Raises what the back office refuses,
        ``AppointmentsTouched`` before anything has been decided about them, ``SettingsBusy`` where somebody
        else was at it all the while, and ``Unavailable`` like ``transaction``.
        """

        async def attempt(office: BackOffice) -> T:
            office.guard, office.decisions = guard, decisions
            result = await operation(office)
            await office.pass_guard()
            return result

        return await self._retry(lambda: self.back_office(organization_id, actor), attempt, _settings_busy)

    async def read_only(
        self,
        organization_id: str,
        actor: Actor,
        operation: Callable[[Desk], Awaitable[T]],
        *,
        revision: int | None = None,
    ) -> T:
        """The same for an operation that only reads: two round trips less."""
        return await self._retry(
            lambda: self._reading_desk(organization_id, actor, revision), operation, None
        )

    async def read(self, question: Callable[[], Awaitable[T]]) -> T:
        """What ``question`` finds, asked again where a connection was lost on the way. It must only read.
        Raises ``Unavailable``."""
        return await self._retry(nullcontext, lambda _: question(), None)

    async def _retry(
        self,
        open_desk: Callable[[], AbstractAsyncContextManager[D]],
        operation: Callable[[D], Awaitable[T]],
        crowded: Callable[[], Refusal] | None,
    ) -> T:
        """``crowded`` is what somebody hears who had no lock in time; None where nothing is written."""
        began, may_have_written = monotonic(), False
        for tries in range(TRIES):
            try:
                async with open_desk() as desk:
                    return await operation(desk)
            except Refusal:
                raise
            except (SQLAlchemyError, psycopg.Error, ConnectionError) as error:
                trouble = error
            if not (is_trouble(trouble) or isinstance(trouble, ConnectionError)):
                raise trouble
            may_have_written |= crowded is not None and not is_without_effect(trouble)
            if crowded is not None and _is_lock_timeout(trouble):
                if tries > 0:
                    raise crowded() from trouble
            elif isinstance(trouble, PoolTimeout) or is_silence(trouble) or monotonic() - began > PATIENCE_S:
                break
            await asyncio.sleep(0.05 * 2**tries)
        raise unavailable(trouble, unknown=may_have_written) from trouble


def _slot_in_demand() -> Refusal:
    return SlotHeld("That time is in great demand just now.", retry_after_s=2)


def _settings_busy() -> Refusal:
    return SettingsBusy("Somebody else is changing this business just now.", retry_after_s=2)


def _is_lock_timeout(error: BaseException) -> bool:
    return isinstance(error, DBAPIError) and isinstance(error.orig, psycopg.errors.LockNotAvailable)
