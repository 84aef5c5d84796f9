"""Idempotency: the same key and the same request give the same answer, and the effect once.

The row is written in the transaction of the effect: a crash loses both or neither, and a refusal takes the
key back with it. Whoever repeats a request that is still under way waits on the unique index, and then is
given its answer.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Protocol, TypeVar

import psycopg
from msgspec import Struct
from sqlalchemy import ColumnElement, ForeignKey, Index, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.errors import Conflict, Gone, Invalid
from booking_core.storage.database import Base
from booking_core.time.clock import Clock

# Promised for a day; kept for two, so that nobody's clock makes the promise shorter.
KEPT = timedelta(hours=48)


class InProgress(Conflict):
    code = "idempotency_in_progress"
    retryable = True


class IdempotencyKey(Base):
    """One answered request. ``body`` is sealed; without it the answer has been erased with its customer.

    ``subject`` is the appointment the answer tells of. ``key`` is the SHA-256 of the caller's, who may
    have made it of somebody's name.
    """

    __tablename__ = "idempotency_keys"
    __table_args__ = (
        Index("idempotency_keys_by_age", "created_at"),
        Index("idempotency_keys_of_subject", "organization_id", "subject"),
    )

    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), primary_key=True)
    client: Mapped[str] = mapped_column(primary_key=True)
    operation: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[bytes]
    status: Mapped[int]
    body: Mapped[bytes | None]
    subject: Mapped[str | None]
    created_at: Mapped[datetime]

    @property
    def bound(self) -> bytes:
        """What the body is sealed to: it opens as the answer to this request only."""
        return "\n".join((self.organization_id, self.client, self.operation, self.key)).encode()


class StoredAnswer(Struct, frozen=True):
    """What goes back to the caller: a status and the exact body. ``replayed`` where it was given before."""

    status: int
    body: bytes
    subject: str | None = None
    replayed: bool = False


class Keyed(Struct, frozen=True):
    """A request that may be repeated: its operation, the caller's key, and what was asked, as a SHA-256."""

    operation: str
    key: str
    fingerprint: bytes

    @property
    def stored_key(self) -> str:
        return sha256(self.key.encode()).hexdigest()


class Sealer(Protocol):
    """Keeps what customers wrote unreadable for whoever sees the table. ``bound`` must be the same when it is
    opened."""

    def close(self, plain: bytes, bound: bytes) -> bytes: ...

    def open(self, sealed: bytes, bound: bytes) -> bytes | None:
        """None where the key it was sealed with is no longer known."""
        ...


class Transaction(Protocol):
    """What is needed of the desk's transaction: whose it is (``owner`` is one client of the organization),
    and what ends with it."""

    session: AsyncSession
    clock: Clock
    organization_id: str

    @property
    def owner(self) -> str: ...

    def release_afterwards(self, hold_id: str) -> None: ...


D = TypeVar("D", bound=Transaction)


async def once(
    desk: D,
    keyed: Keyed,
    seal: Sealer,
    operation: Callable[[D], Awaitable[StoredAnswer]],
    *,
    spends: str | None = None,
) -> StoredAnswer:
    """Run the operation, or give the answer it had. Within one transaction of the desk.

    An operation that ``spends`` a hold may have been cut off between its commit and the letting go: its
    repeat lets go.

    Raises ``Invalid`` (``idempotency_key_reused``) for the same key with another request, ``Conflict``
    (``idempotency_in_progress``) while the first is still under way, ``Gone`` for an answer that was erased,
    and what the operation refuses.
    """
    if not await _is_first(desk, keyed):
        answer = await _earlier_answer(desk, keyed, seal)
        if spends is not None:
            desk.release_afterwards(spends)
        return answer
    answer = await operation(desk)
    await desk.session.execute(
        update(IdempotencyKey)
        .where(*_row_of(desk, keyed))
        .values(
            status=answer.status, body=seal.close(answer.body, _binding(desk, keyed)), subject=answer.subject
        )
        .execution_options(synchronize_session=False)
    )
    return answer


async def use_once(context: Transaction, operation: str, key: str) -> bool:
    """Whether this is the first time, within this transaction; for ``KEPT``, what comes again is known."""
    return await _is_first(context, Keyed(operation, key, b""))


async def _is_first(desk: Transaction, keyed: Keyed) -> bool:
    """Whether nobody asked with this key before. Waits for one who is asking now."""
    row = {
        "organization_id": desk.organization_id,
        "client": desk.owner,
        "operation": keyed.operation,
        "key": keyed.stored_key,
        "fingerprint": keyed.fingerprint,
        "status": 0,
        "created_at": desk.clock.now(),
    }
    try:
        written = await desk.session.scalar(
            insert(IdempotencyKey).values(row).on_conflict_do_nothing().returning(IdempotencyKey.key)
        )
    except OperationalError as error:
        if isinstance(error.orig, psycopg.errors.LockNotAvailable):
            raise InProgress("The same request is still being worked on.", retry_after_s=1) from error
        raise
    return written is not None


async def _earlier_answer(desk: Transaction, keyed: Keyed, seal: Sealer) -> StoredAnswer:
    known = (
        await desk.session.execute(
            select(IdempotencyKey.fingerprint, IdempotencyKey.status, IdempotencyKey.body).where(
                *_row_of(desk, keyed)
            )
        )
    ).one()
    if known.fingerprint != keyed.fingerprint:
        raise Invalid("This key was used for another request.", code="idempotency_key_reused")
    body = None if known.body is None else seal.open(known.body, _binding(desk, keyed))
    if body is None:
        raise Gone("This request was answered, and the answer has been erased since.", code="answer_erased")
    return StoredAnswer(known.status, body, replayed=True)


def _row_of(desk: Transaction, keyed: Keyed) -> tuple[ColumnElement[bool], ...]:
    return (
        IdempotencyKey.organization_id == desk.organization_id,
        IdempotencyKey.client == desk.owner,
        IdempotencyKey.operation == keyed.operation,
        IdempotencyKey.key == keyed.stored_key,
    )


def _binding(desk: Transaction, keyed: Keyed) -> bytes:
    return "\n".join((desk.organization_id, desk.owner, keyed.operation, keyed.stored_key)).encode()
