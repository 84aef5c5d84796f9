"""What an operation of the booking core works with: one session, for one organization, on behalf of one
actor."""

from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.access.roles import PROOFS_OF, require_role
from booking_core.catalogue.catalogue import Catalogue
from booking_core.errors import NotFound, Refusal, Unavailable
from booking_core.live_holds.hold_book import HoldBook
from booking_core.storage.audit import Actor, AuditEntry
from booking_core.storage.database import Base
from booking_core.time.clock import Clock

# Raises where whoever acts may no longer; what it says stands until the end of the transaction.
Guard = Callable[[AsyncSession], Awaitable[None]]


class OperationContext:
    """Passed to every operation that reads or writes. ``afterwards`` runs when the transaction has been
    committed, ``undoing`` where it has not.

    ``locked`` are the rows, by id, that this transaction has locked: until its end nobody else changes them.
    ``extensions_found`` says how often each hold had been extended when the operation was first tried, before
    a commit whose answer was lost. ``words_as_given`` is set by who says all words of the business at once:
    translations into its own language are kept as they are given, which is refused of a single change.
    ``tells_customers`` is whether they get letters of what happens.
    """

    def __init__(
        self, session: AsyncSession, holds: HoldBook, catalogue: Catalogue, clock: Clock, actor: Actor
    ) -> None:
        self.session = session
        self.holds = holds
        self.catalogue = catalogue
        self.actor = actor
        self.organization_id = catalogue.organization.id
        self.clock = clock
        self.afterwards: list[Callable[[], Awaitable[None]]] = []
        self.undoing: list[Callable[[], Awaitable[None]]] = []
        self.extensions_found: dict[str, int] = {}
        self.guard: Guard | None = None
        self.locked: dict[str, Base] = {}
        self.words_as_given = False
        self.tells_customers = True

    @property
    def owner(self) -> str:
        """Whose holds these are: one conversation, one API client, one operator."""
        return self.actor.owner

    def require(self, verb: str) -> None:
        """Raises ``NotFound`` for whoever belongs to another organization, and ``NotAllowed`` unless their
        role, or the scope of a program, takes the verb."""
        if self.actor.organization_id != self.organization_id:
            raise NotFound("There is no such organization.")
        if verb in PROOFS_OF and self.actor.proof == PROOFS_OF[verb]:
            return
        require_role(self.actor.role, verb)

    def may(self, verb: str) -> bool:
        """Whether ``require`` would let the actor use the verb."""
        try:
            self.require(verb)
        except Refusal:
            return False
        return True

    def audit(self, action: str, subject: str, **details: Any) -> None:
        """Note who did what to ``subject``; written with the next flush."""
        now = self.clock.now()
        self.session.add(AuditEntry.of(self.actor, self.organization_id, action, subject, now, **details))

    async def pass_guard(self) -> None:
        """Make sure, once a transaction, that the actor still may. Call it before what no rollback undoes, at
        the latest before the commit."""
        guard, self.guard = self.guard, None
        if guard is not None:
            await guard(self.session)

    def release_afterwards(self, hold_id: str) -> None:
        """Redis is told only after the commit: whoever wins the time next must see our row. Only the actor's
        own hold is let go."""
        self.afterwards.append(lambda: self.holds.release(self.organization_id, hold_id, self.owner))

    def release_if_undone(self, hold_id: str) -> None:
        """A time that was held for a change which did not happen is free again."""
        self.undoing.append(lambda: self.holds.release(self.organization_id, hold_id, self.owner))


async def follow_up(steps: Iterable[Callable[[], Awaitable[None]]]) -> None:
    """What follows a transaction is a courtesy: an expiry or a sweeper does it too."""
    for step in steps:
        with suppress(Unavailable):
            await step()
