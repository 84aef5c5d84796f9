"""Protections broken on purpose, each with the attacks that must notice: an attack is worth what it catches.

Run as a program it breaks one after the other, in a process and a database of its own, and prints who noticed.
"""

import asyncio
import random
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any

import psycopg
from msgspec import Struct, structs
from redis.asyncio import Redis
from sqlalchemy import event, select, text
from sqlalchemy.engine import Engine
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core import blocks, booking, changes, idempotency, moving
from booking_core.audit import Actor
from booking_core.blocks import _lock_key
from booking_core.clock import Clock
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import NotFound
from booking_core.holds import HoldBook, Outcome, Wish
from tests.attack import broken_pages as pages

# What pytest ends with.
CAUGHT, MISSED = 1, 0
LASTS_AT_MOST = 600


class Mutant(Struct, frozen=True):
    """``statements`` change the tables, ``patch`` the code; ``attacks`` are the tests of which each must fail, ``full`` only at
    their full size. Where no folder is named, they are in this one."""

    name: str
    attacks: tuple[str, ...]
    statements: tuple[str, ...] = ()
    patch: Callable[[], None] = lambda: None
    full: bool = False

    def breaks(self, database_url: str) -> None:
        with psycopg.connect(database_url, autocommit=True) as connection:
            for statement in self.statements:
                connection.execute(statement.encode())
        self.patch()


def locks_nothing() -> None:
    async def lock(session: AsyncSession, resource_ids: Iterable[str]) -> None: ...

    _replace_lock(lock)


def locks_in_any_order() -> None:
    async def lock(session: AsyncSession, resource_ids: Iterable[str]) -> None:
        keys = [_lock_key(one) for one in resource_ids]
        for key in random.sample(keys, len(keys)):
            await session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})
            await asyncio.sleep(0)

    _replace_lock(lock)


def _replace_lock(lock: Callable[..., Any]) -> None:
    for module in (blocks, booking, moving, changes):
        module.lock_resources = lock


def frees_holds_before_the_commit() -> None:
    @asynccontextmanager
    async def desk(core: BookingCore, organization_id: str, actor: Actor) -> AsyncIterator[Desk]:
        async with core.sessions() as session, session.begin():
            desk = await core.desk_in(session, organization_id, actor)
            yield desk
            for deed in desk.afterwards:
                await deed()

    BookingCore.desk = desk  # type: ignore[method-assign]


def rewritten(of: str, old: str, new: str) -> Callable[[], None]:
    """Whatever statement has ``of`` in it is sent with ``new`` in place of ``old``."""

    def rewrite(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> tuple[str, Any]:
        if of in statement and old not in statement:
            raise LookupError(f"There is no {old!r} any more in {of!r}: the mutant is out of date.")
        return statement.replace(old, new) if of in statement else statement, parameters

    return lambda: event.listen(Engine, "before_cursor_execute", rewrite, retval=True)


looks_once = rewritten("INSERT INTO holds", "claims.resource_id = wanted.id", "claims.resource_id = 'nobody'")
forgets_what_a_hold_became = rewritten(
    "INSERT INTO appointments", "FROM appointment WHERE holds.id", "FROM appointment WHERE false AND holds.id"
)


def keeps_keys_by_themselves() -> None:
    first = idempotency._first

    async def in_its_own_transaction(desk: Desk, keyed: idempotency.Keyed) -> bool:
        async with AsyncSession(desk.session.bind) as session, session.begin():
            return await first(_at(desk, session), keyed)

    idempotency._first = in_its_own_transaction


def _at(desk: Desk, session: AsyncSession) -> Desk:
    return Desk(session, desk.holds, desk.catalogue, desk.clock, desk.actor)


def counts_no_quotas() -> None:
    acquire = HoldBook.acquire

    async def without(book: HoldBook, organization_id: str, wish: Wish) -> Outcome:
        return await acquire(book, organization_id, structs.replace(wish, quotas=()))

    HoldBook.acquire = without  # type: ignore[method-assign]


def finds_anybodys() -> None:
    async def one(desk: Desk, table: Any, condition: Any, noun: str, for_update: bool) -> Any:
        found = await desk.session.scalar(select(table).where(condition))
        if found is None:
            raise NotFound(f"There is no such {noun}.")
        return found

    Desk._one = one  # type: ignore[method-assign,assignment]


def script_with(old: str, new: str) -> Callable[[], None]:
    """Redis is sent another script of holds."""

    def patch() -> None:
        begin = HoldBook.__init__

        def begun(book: HoldBook, redis: Redis, clock: Clock) -> None:
            begin(book, redis, clock)
            script = str(book._run.script)
            if old not in script:
                raise LookupError(f"There is no {old!r} any more in holds.lua: the mutant is out of date.")
            book._run = redis.register_script(script.replace(old, new))

        HoldBook.__init__ = begun  # type: ignore[method-assign]

    return patch


def of_the_script(name: str, old: str, new: str) -> Mutant:
    return Mutant(name, ("test_hold_script.py",), (), script_with(old, new), full=True)


STORMS, SWAPS, TABLES = "test_storms.py", "test_swaps.py", "test_tables.py"
STREAMS, WORDS = "test_streams.py", "tests/journeys/test_hostile_words.py"
FRAMING, GAPS = "tests/journeys/test_framing.py", "tests/journeys/test_interruptions.py::test_what_was_missed"
NO_OVERLAP = "ALTER TABLE claims DROP CONSTRAINT claims_never_overlap"
NO_SEATS = "ALTER TABLE seats DROP CONSTRAINT seats_pkey"
MUTANTS = (
    Mutant("claims may overlap", (f"{TABLES}::test_claims_of_one_resource",), (NO_OVERLAP,)),
    Mutant("seats may be taken twice", (f"{TABLES}::test_seats_of_one_class",), (NO_SEATS,)),
    Mutant(
        "claims may overlap and nobody locks",
        (f"{STORMS}::test_of_ten_thousand", "test_histories.py"),
        (NO_OVERLAP,),
        locks_nothing,
    ),
    Mutant(
        "seats may be taken twice and nobody locks",
        (f"{STORMS}::test_every_class_fills_up",),
        (NO_SEATS,),
        locks_nothing,
    ),
    Mutant("nobody locks", (f"{STORMS}::test_of_ten_thousand", SWAPS), (), locks_nothing),
    Mutant("locks in any order", (SWAPS,), (), locks_in_any_order),
    Mutant("holds freed before the commit", ("test_promises.py",), (), frees_holds_before_the_commit),
    Mutant("no second look", ("test_promises.py",), (), looks_once),
    Mutant("keys in a transaction of their own", ("test_same_key.py",), (), keeps_keys_by_themselves),
    Mutant("no quotas", ("test_hoarders.py",), (), counts_no_quotas),
    Mutant("the desk finds anybody's", ("test_foreign_ids.py",), (), finds_anybodys),
    Mutant(
        "a hold forgets its appointment",
        ("test_cut_connections.py", "test_model.py"),
        (),
        forgets_what_a_hold_became,
    ),
    Mutant(
        "commits answered before they are safe",
        ("test_dying_postgres.py::test_what_was_answered_survives",),
        ("ALTER DATABASE attacked SET synchronous_commit = off",),
    ),
    of_the_script("holds that touch are in each other's way", "ask.from < other.to", "ask.from <= other.to"),
    of_the_script("a class holds one too many", "ask.taken <= ask.capacity", "ask.taken <= ask.capacity + 1"),
    of_the_script("a hold lasts a moment too long", "state.expires <= now", "state.expires < now"),
    of_the_script(
        "holding on makes it shorter", "math.max(mine.expires, now + ask.lasts)", "now + ask.lasts"
    ),
    of_the_script(
        "holding on has no end",
        "math.min(math.max(mine.expires, now + ask.lasts), mine.most)",
        "now + ask.lasts",
    ),
    of_the_script("anybody lets a hold go", "if mine and mine.owner == ask.owner then", "if mine then"),
    of_the_script("anybody holds on to a hold", "if mine.owner ~= ask.owner then", "if false then"),
    of_the_script(
        "a quota counts to one more", "if count >= quota.limit then", "if count > quota.limit then"
    ),
    of_the_script("what is replaced stays", "if replaced then erase(ask.replaces, replaced) end", ""),
    of_the_script(
        "anybody's hold is replaced", "if replaced and replaced.owner ~= ask.owner then", "if false then"
    ),
    of_the_script(
        "the first of a class's rooms, not the one it is held in",
        "if ok and #beside > 0 then return resource, beside end",
        "",
    ),
    Mutant("words become markup", (WORDS,), (), pages.words_become_markup),
    Mutant(
        "words become markup and no policy forbids it",
        (WORDS,),
        (),
        pages.words_become_markup_and_nothing_is_forbidden,
    ),
    Mutant("the console escapes nothing", (WORDS,), (), pages.the_console_escapes_nothing),
    Mutant(
        "any website may frame the chat", (f"{FRAMING}::test_only_the_named",), (), pages.any_site_may_frame
    ),
    Mutant(
        "the chat hears whoever begins like its host",
        (f"{FRAMING}::test_a_parent_whose_name_begins",),
        (),
        pages.of_the_widget("chat/bridge.js", "origin === host", "origin.startsWith(host)"),
    ),
    Mutant(
        "the launcher hears whoever begins like us",
        (f"{FRAMING}::test_a_frame_that_became",),
        (),
        pages.of_the_widget("embed/chat.js", "origin !== home.origin", "!origin.startsWith(home.origin)"),
    ),
    Mutant(
        "whoever never reads is waited for",
        (f"{STREAMS}::test_whoever_never",),
        (),
        pages.nobody_is_hung_up_on,
    ),
    Mutant("streams start over", (f"{STREAMS}::test_cut_off",), (), pages.readers_start_over),
    Mutant("lost cursors are believed", (f"{STREAMS}::test_cut_off",), (), pages.lost_cursors_are_believed),
    Mutant(
        "the page overlooks gaps",
        (GAPS,),
        (),
        pages.of_the_widget("chat/conversation.js", "seq !== message.seq + 1", "false"),
    ),
)


def main() -> None:
    wanted = [mutant for mutant in MUTANTS if not sys.argv[1:] or mutant.name in sys.argv[1:]]
    verdicts = [_verdict(mutant, attack) for mutant in wanted for attack in mutant.attacks]
    sys.exit(not all(verdicts))


def _verdict(mutant: Mutant, attack: str) -> bool:
    where, _, name = attack.partition("::")
    chosen = ["-k", name] if name else []
    command = [
        sys.executable,
        "-m",
        "pytest",
        where if "/" in where else f"tests/attack/{where}",
        *chosen,
        "--mutant",
        mutant.name,
        "-x",
        *(["--full"] if mutant.full else []),
    ]
    try:
        run = subprocess.run(command, check=False, capture_output=True, text=True, timeout=LASTS_AT_MOST)
    except subprocess.TimeoutExpired:
        sys.stdout.write(f"{mutant.name:57} {attack:48} NO VERDICT   within {LASTS_AT_MOST} seconds\n")
        return False
    found = {CAUGHT: "noticed", MISSED: "NOT NOTICED"}.get(run.returncode, f"broken run ({run.returncode})")
    reasons = [line for line in run.stdout.splitlines() if line.startswith("E  ")]
    sys.stdout.write(f"{mutant.name:57} {attack:48} {found:12} {(reasons or [''])[0][4:90].strip()}\n")
    sys.stdout.flush()
    return run.returncode == CAUGHT


if __name__ == "__main__":
    main()
