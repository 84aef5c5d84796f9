"""Looking for free times: some days first, then further ones, until the page is full; where there are none,
why, and when next.

Each look is one question to PostgreSQL and Redis, so what is offered is true at that moment, and a page costs
what it shows rather than all that was asked about.
"""

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime, timedelta

from msgspec import Struct, structs

from booking_core.availability.availability import AvailabilityResult
from booking_core.availability.queries import read_availability
from booking_core.availability.rules import OFF_GRID, ORDER
from booking_core.availability.slots import Question, Slot
from booking_core.context import OperationContext

# Two months in three looks. Nearly every business has ten starts a day, so the first look mostly fills the
# page.
FIRST_LOOK, GROWS, STARTS_A_DAY = timedelta(days=5), 3, 10
# How far behind what was asked about the next free time is looked for.
LOOK_AHEAD = timedelta(days=84)
# There are times, but none of those that were wanted.
OTHER_TIMES_ONLY = "other_times_only"
StartFilter = Callable[[datetime], bool]


class Times(Struct, frozen=True):
    """Free times, earliest first; where there are none, why, and when the next one is."""

    slots: list[Slot]
    empty_reason: str | None = None
    next_available: Slot | None = None


class ExcludedClaims(Struct, frozen=True):
    """What its asker would give up for one of these times: an appointment that is being moved, holds of their
    own."""

    reschedule_of: str | None = None
    own: tuple[str, ...] = ()


async def times_of(
    context: OperationContext,
    question: Question,
    limit: int,
    excluded: ExcludedClaims,
    wanted: StartFilter | None,
) -> Times:
    """The first ``limit`` starts; where only some are ``wanted`` (by their instant, UTC), those."""
    slots: list[Slot] = []
    reasons: list[str | None] = []
    async for result in _looks(context, question, limit, excluded):
        slots += result.slots(limit - len(slots), wanted)
        if len(slots) >= limit:
            break
        if not slots:
            reasons.append(result.empty_reason())
    if slots:
        return Times(slots)
    return Times([], reason_of(reasons), await _next_after(context, question, excluded, wanted))


async def _next_after(
    context: OperationContext, question: Question, excluded: ExcludedClaims, wanted: StartFilter | None
) -> Slot | None:
    later = structs.replace(question, start=question.end, end=question.end + LOOK_AHEAD)
    async for result in _looks(context, later, 1, excluded):
        found = result.slots(1, wanted)
        if found:
            return found[0]
    return None


async def _looks(
    context: OperationContext, question: Question, limit: int, excluded: ExcludedClaims
) -> AsyncIterator[AvailabilityResult]:
    """Readings of one part of what was asked about after the other, each longer than the one before."""
    length = max(FIRST_LOOK, timedelta(days=min(limit // STARTS_A_DAY, LOOK_AHEAD.days)))
    start = question.start
    while True:
        end = min(start + length, question.end)
        part = structs.replace(question, start=start, end=end)
        yield await read_availability(context, part, reschedule_of=excluded.reschedule_of, own=excluded.own)
        if end >= question.end:
            return
        start, length = end, length * GROWS


def reason_of(reasons: Sequence[str | None]) -> str:
    """Why nothing is offered in any part: the rule that stands against the start that got furthest."""
    if None in reasons:
        return OTHER_TIMES_ONLY
    return max((reason for reason in reasons if reason), key=ORDER.index, default=OFF_GRID)
