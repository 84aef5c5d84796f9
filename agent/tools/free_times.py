"""find_times: free times for a service, in the customer's own words."""

from collections.abc import Sequence

from msgspec import structs

from agent.conversation.choices import Offer
from agent.tools.arguments.spread import spread_over_days
from agent.tools.arguments.time_query import (
    FindTimes,
    TimeQuery,
    parse_time_query,
    search_range,
)
from agent.tools.time_search import closest, search_times
from agent.tools.told_times import problems_in_wish, result_data
from agent.tools.tool import Tool, ToolOutcome
from agent.turn_context import TurnContext
from agent.ui_blocks import blocks
from agent.wishes.unclear_days import candidate_days, question_about
from booking_core.availability.slots import Slot


async def find_times(context: TurnContext, ask: FindTimes) -> ToolOutcome:
    """Whoever looks for other times has not agreed to the one in the summary, and chooses from no older list:
    a yes from now on is none to that, and "12:00" is none of those."""
    try:
        wish = parse_time_query(context, ask)
    finally:
        # Nor has whoever asks for what cannot be, such as a service that another place has.
        context.state.draft.settled, context.state.summary = False, None
        context.state.close("agree", "decline")
        context.state.begin_list()
    if wish.when.unclear:
        return _unclear(context, wish)
    times = await search_times(context, wish, *search_range(context, wish))
    fitting = [slot for slot in times.slots if wish.fits(slot)]
    fits = bool(fitting)
    if not fitting and (wish.before or wish.after):
        wish, fits = structs.replace(wish, when=wish.when.on_any_day()), True
        times = await search_times(context, wish, *search_range(context, wish))
        fitting = [slot for slot in times.slots if wish.fits(slot)]
    elif not fitting:
        fitting = await closest(context, wish, times)
    shown = spread_over_days(fitting)
    offers = [_offer(context, wish, slot) for slot in shown]
    if not offers:
        return ToolOutcome(result_data(context, wish, offers, times, fits=False))
    more = len(fitting) > len(shown) or not wish.when.dates
    is_sure = not context.state.draft.doubted
    if ask.reading is not None and fits and len(offers) == 1 and wish.is_exact and is_sure:
        # It is held at once; a list of one would only stand above the form.
        return ToolOutcome(result_data(context, wish, offers, times, fits=True))
    return ToolOutcome(
        result_data(context, wish, offers, times, fits=fits),
        (blocks.slot_picker(context.state, context.catalogue, offers, more=more),),
    )


def _unclear(context: TurnContext, wish: TimeQuery) -> ToolOutcome:
    """What cannot be as it was said is asked about, and no other day is offered in its place: what was on
    offer so far is closed."""
    context.state.close("time", "more_times", "say")
    problem = wish.when.unclear[0]
    meant = candidate_days(context, problem)
    told = {
        "service": wish.service.name,
        "fits": False,
        "offers": [],
        "problems": problems_in_wish(context, wish),
        "ask_the_customer": question_about(context, problem),
    }
    return ToolOutcome(told, (blocks.quick_replies(context.state, meant),) if meant else ())


def offer_alternatives(context: TurnContext, slots: Sequence[Slot], held: Offer) -> list[Offer]:
    """Other times for what an offer was for: the alternatives to one that has gone."""
    service = context.catalogue.service(held.service_id)
    return [
        context.state.offer(
            service_id=service.id,
            location_id=slot.location_id,
            start=slot.start,
            duration_min=held.duration_min,
            staff_id=held.staff_id,
            party_size=held.party_size,
            label=context.local_time_text(slot.start, slot.time_zone),
        )
        for slot in slots
    ]


def _offer(context: TurnContext, wish: TimeQuery, slot: Slot) -> Offer:
    return context.state.offer(
        service_id=slot.service_id,
        location_id=slot.location_id,
        start=slot.start,
        duration_min=slot.duration_min,
        staff_id=_staff_for(context, wish, slot),
        party_size=wish.party_size,
        label=context.local_time_text(slot.start, slot.time_zone),
        seats_left=slot.seats_left if wish.service.is_group else None,
    )


def _staff_for(context: TurnContext, wish: TimeQuery, slot: Slot) -> str | None:
    """Whoever was named; in a move whoever does it so far, if they can then; somebody else than the unwanted
    where there are any; else anyone."""
    if wish.staff is not None:
        return wish.staff.id
    unwanted = {other.id for other in wish.without}
    before = context.state.draft.before_staff_id if context.state.moving is not None else None
    if before in slot.staff_ids and before not in unwanted:
        return before
    return next(one for one in slot.staff_ids if one not in unwanted) if unwanted else None


# These are for code that has read the words already; models give the words, and are not to work out dates.
WORKED_OUT = ("reading", "after_day", "before", "after")
TOOL = Tool("find_times", FindTimes, find_times, "Looking for free times", hidden=WORKED_OUT)
