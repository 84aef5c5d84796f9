"""The booking core, broken on purpose: its locks, its statements, its keys, its quotas and its script."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from msgspec import structs
from redis.asyncio import Redis
from sqlalchemy import event, select, text
from sqlalchemy.engine import Engine
from sqlalchemy.ext.asyncio import AsyncSession

from agent.verification import proof, request_limits
from booking_core.appointments import cancel, find, locks
from booking_core.appointments.locks import _lock_key
from booking_core.booking import confirm, move
from booking_core.booking.booking_caps import Booker
from booking_core.context import OperationContext
from booking_core.core import BookingCore
from booking_core.customers import contacts
from booking_core.desk import Desk
from booking_core.errors import NotFound
from booking_core.live_holds import hold_book
from booking_core.live_holds.hold_book import AcquireRequest, AcquireResult, HoldBook
from booking_core.storage import idempotency
from booking_core.storage.audit import Actor
from booking_core.time.clock import Clock


def locks_nothing() -> None:
    async def lock(*_: Any, **__: Any) -> None: ...

    _replace_lock(lock)


def locks_in_any_order() -> None:
    async def lock(
        session: AsyncSession, resource_ids: Iterable[str], first: Iterable[str] = (), **_: Any
    ) -> None:
        keys = [_lock_key(one) for one in (*resource_ids, *first)]
        for key in random.sample(keys, len(keys)):
            await session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})
            await asyncio.sleep(0)

    _replace_lock(lock)


def _replace_lock(lock: Callable[..., Any]) -> None:
    for module in (locks, confirm, move, cancel):
        module.lock_resources = lock


def frees_holds_before_the_commit() -> None:
    @asynccontextmanager
    async def desk(
        core: BookingCore, organization_id: str, actor: Actor, revision: int | None = None
    ) -> AsyncIterator[Desk]:
        async with core.sessions() as session, session.begin():
            desk = await core.desk_in(session, organization_id, actor, revision)
            yield desk
            for deed in desk.afterwards:
                await deed()

    BookingCore.desk = desk  # type: ignore[method-assign]


def rewritten(of: str, old: str, new: str) -> Callable[[], None]:
    """Whatever statement has ``of`` in it is sent with ``new`` in place of ``old``."""

    def rewrite(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> tuple[str, Any]:
        if of in statement and old not in statement:
            raise LookupError(f"There is no {old!r} any more in {of!r}.")
        return statement.replace(old, new) if of in statement else statement, parameters

    return lambda: event.listen(Engine, "before_cursor_execute", rewrite, retval=True)


looks_once = rewritten("INSERT INTO holds", "claims.resource_id = wanted.id", "claims.resource_id = 'nobody'")
forgets_what_a_hold_became = rewritten(
    "INSERT INTO appointments", "FROM appointment WHERE holds.id", "FROM appointment WHERE false AND holds.id"
)


def keeps_keys_by_themselves() -> None:
    first = idempotency._is_first

    async def in_its_own_transaction(desk: Desk, keyed: idempotency.Keyed) -> bool:
        async with AsyncSession(desk.session.bind) as session, session.begin():
            return await first(_at(desk, session), keyed)

    idempotency._is_first = in_its_own_transaction


def _at(desk: Desk, session: AsyncSession) -> Desk:
    return Desk(session, desk.holds, desk.catalogue, desk.clock, desk.actor)


def counts_no_quotas() -> None:
    acquire = HoldBook.acquire

    async def without(book: HoldBook, organization_id: str, wish: AcquireRequest) -> AcquireResult:
        return await acquire(book, organization_id, structs.replace(wish, quotas=()))

    HoldBook.acquire = without  # type: ignore[method-assign]


def counts_no_bookings() -> None:
    Booker.names_to_count = lambda *_: ()  # type: ignore[method-assign,assignment]


def counts_bookings_without_a_lock() -> None:
    confirm.locks_of = lambda _: []


def knows_mailboxes_by_their_spelling() -> None:
    contacts.mailbox_of = lambda email: email


def refuses_everybody_once_many_have_asked() -> None:
    request_limits.PER_CONVERSATION_THEN = 0


def hands_no_code_on() -> None:
    sending = proof.choose_delivery

    async def without(*asked: Any) -> Any:
        found = await sending(*asked)
        return structs.replace(found, code_of=found.code_of and "ver_nobodys")

    proof.choose_delivery = without


def finds_anybodys() -> None:
    async def one(
        context: OperationContext, table: Any, condition: Any, noun: str, *, for_update: bool = False
    ) -> Any:
        found = await context.session.scalar(select(table).where(condition))
        if found is None:
            raise NotFound(f"There is no such {noun}.")
        return found

    find._find_one = one


def script_with(old: str, new: str) -> Callable[[], None]:
    """Redis is sent another script of holds."""

    def patch() -> None:
        begin, script = HoldBook.__init__, (Path(hold_book.__file__).parent / "hold_book.lua").read_text()
        if old not in script:
            raise LookupError(f"There is no {old!r} any more in hold_book.lua.")

        def begun(book: HoldBook, redis: Redis, clock: Clock) -> None:
            begin(book, redis, clock)
            book._run = redis.register_script(script.replace(old, new))

        HoldBook.__init__ = begun  # type: ignore[method-assign]

    return patch
