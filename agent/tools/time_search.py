"""Free times for a wish, by those who may do it; where there are none, the closest ones."""

from datetime import datetime, timedelta

from msgspec import structs

from agent.tools.arguments.spread import DAYS_SHOWN, nearest
from agent.tools.arguments.time_query import (
    LOOKS_AHEAD,
    TimeQuery,
    unreachable_reason,
)
from agent.turn_context import TurnContext
from booking_core.availability.search import Times
from booking_core.availability.slots import Question, Slot

MOST_STARTS = 2000


async def search_times(context: TurnContext, wish: TimeQuery, start: datetime, end: datetime) -> Times:
    """Whoever must not do it leaves those who may: their times together."""
    question = Question(
        wish.service.id,
        start,
        end,
        location_id=wish.place.id,
        duration_min=wish.duration_min,
        staff_id=wish.staff.id if wish.staff else None,
        party_size=wish.party_size,
    )
    moving, held = context.state.moving, context.state.hold_id
    # The time in hand would be let go for another, so it stands in nobody's way.
    times = await context.read_only(
        lambda desk: desk.availability(
            question, limit=MOST_STARTS, reschedule_of=moving, own=(held,) if held else ()
        )
    )
    unwanted = {one.id for one in wish.without}
    if not unwanted:
        return times
    return structs.replace(times, slots=[slot for slot in times.slots if set(slot.staff_ids) - unwanted])


async def closest(context: TurnContext, wish: TimeQuery, times: Times) -> list[Slot]:
    """Nothing fits: other times of the days that were asked for, else the days from the next free time on."""
    any_time = wish.when.at_any_time()
    slots = [slot for slot in times.slots if any_time.allows(slot.start)] or list(times.slots)
    if not slots and times.next_available is not None:
        start = times.next_available.start
        slots = (await search_times(context, wish, start, start + timedelta(days=DAYS_SHOWN + 1))).slots
    if not slots and unreachable_reason(context, wish):
        slots = (await search_times(context, wish, context.now, context.now + LOOKS_AHEAD)).slots
    any_day = wish.when.on_any_day()
    return [slot for slot in slots if any_day.allows(slot.start)] or nearest(wish.when, slots)
