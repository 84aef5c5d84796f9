"""find_times: free times for a service, in the customer's own words."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import structs

from agent.conversation.choices import Offer
from agent.languages.prices import price_text
from agent.languages.wording import day, day_and_time
from agent.tools.arguments.place import place_entry
from agent.tools.arguments.spread import DAYS_SHOWN, nearest, spread_over_days
from agent.tools.arguments.time_query import (
    LOOKS_AHEAD,
    FindTimes,
    TimeQuery,
    parse_time_query,
    search_range,
    unreachable_reason,
)
from agent.tools.tool import Tool, ToolOutcome
from agent.turn_context import TurnContext
from agent.ui_blocks import blocks
from agent.wishes.unclear_days import candidate_days, question_about
from booking_core.availability.rules import AWAY, CLOSED
from booking_core.availability.search import Times
from booking_core.availability.slots import Question, Slot
from booking_core.time.wall_clock import zone

MOST_STARTS = 2000


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
    times = await _search(context, wish, *search_range(context, wish))
    fitting = [slot for slot in times.slots if wish.fits(slot)]
    fits = bool(fitting)
    if not fitting and (wish.before or wish.after):
        wish, fits = structs.replace(wish, when=wish.when.on_any_day()), True
        times = await _search(context, wish, *search_range(context, wish))
        fitting = [slot for slot in times.slots if wish.fits(slot)]
    elif not fitting:
        fitting = await _closest(context, wish, times)
    shown = spread_over_days(fitting)
    offers = [_offer(context, wish, slot) for slot in shown]
    if not offers:
        return ToolOutcome(_result_data(context, wish, offers, times, fits=False))
    more = len(fitting) > len(shown) or not wish.when.dates
    is_sure = not context.state.draft.doubted
    if ask.reading is not None and fits and len(offers) == 1 and wish.is_exact and is_sure:
        # It is held at once; a list of one would only stand above the form.
        return ToolOutcome(_result_data(context, wish, offers, times, fits=True))
    return ToolOutcome(
        _result_data(context, wish, offers, times, fits=fits),
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
        "problems": _problems(context, wish),
        "ask_the_customer": question_about(context, problem),
    }
    return ToolOutcome(told, (blocks.quick_replies(context.state, meant),) if meant else ())


def _problems(context: TurnContext, wish: TimeQuery) -> list[dict[str, object]]:
    return [
        {"kind": one.kind, "words": one.words, "may_mean": list(candidate_days(context, one))}
        for one in wish.when.problems
    ]


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


async def _search(context: TurnContext, wish: TimeQuery, start: datetime, end: datetime) -> Times:
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


async def _closest(context: TurnContext, wish: TimeQuery, times: Times) -> list[Slot]:
    """Nothing fits: other times of the days that were asked for, else the days from the next free time on."""
    any_time = wish.when.at_any_time()
    slots = [slot for slot in times.slots if any_time.allows(slot.start)] or list(times.slots)
    if not slots and times.next_available is not None:
        start = times.next_available.start
        slots = (await _search(context, wish, start, start + timedelta(days=DAYS_SHOWN + 1))).slots
    if not slots and unreachable_reason(context, wish):
        slots = (await _search(context, wish, context.now, context.now + LOOKS_AHEAD)).slots
    any_day = wish.when.on_any_day()
    return [slot for slot in slots if any_day.allows(slot.start)] or nearest(wish.when, slots)


def _offer(context: TurnContext, wish: TimeQuery, slot: Slot) -> Offer:
    return context.state.offer(
        service_id=slot.service_id,
        location_id=slot.location_id,
        start=slot.start,
        duration_min=slot.duration_min,
        staff_id=_staff_for(wish, slot),
        party_size=wish.party_size,
        label=context.local_time_text(slot.start, slot.time_zone),
        seats_left=slot.seats_left if wish.service.is_group else None,
    )


def _staff_for(wish: TimeQuery, slot: Slot) -> str | None:
    """Whoever was named; somebody else than the unwanted where there are any; else anyone."""
    if wish.staff is not None or not wish.without:
        return wish.staff.id if wish.staff else None
    return next(one for one in slot.staff_ids if one not in {other.id for other in wish.without})


def _result_data(
    context: TurnContext, wish: TimeQuery, offers: list[Offer], times: Times, *, fits: bool
) -> dict[str, object]:
    time_zone = wish.place.time_zone
    told: dict[str, object] = {
        "service": wish.service.name,
        "staff": wish.staff.name if wish.staff else "anyone",
        "minutes": wish.duration_min or list(wish.service.durations),
        **place_entry(context, wish.place),
        "time_zone": time_zone,
        "now": day_and_time(context.now, time_zone, context.locale),
        "fits": fits,
        "earlier": wish.before is not None,
        "later": wish.after is not None,
        "offers": [{"handle": offer.handle, "starts": offer.label} for offer in offers],
    }
    if wish.when.problems:
        told["problems"] = _problems(context, wish)
    if why := unreachable_reason(context, wish) or times.empty_reason:
        told["why_none"] = why
        told["nobody_in"] = times.empty_reason in (CLOSED, AWAY) and _is_open(context, wish)
    if offers:
        told["price"] = price_text(
            blocks.quote_of_offers(context.catalogue, offers), context.locale, is_each=wish.service.is_group
        )
        told["days"] = list(dict.fromkeys(day(offer.start, time_zone, context.locale) for offer in offers))
        told["last_day"] = offers[-1].start.astimezone(zone(time_zone)).date().isoformat()
    return told


def _is_open(context: TurnContext, wish: TimeQuery) -> bool:
    """Whether the place itself is open on a day that was asked for: then only nobody is in."""
    days = [dates.first for dates in wish.when.dates if dates.first is not None]
    return any(context.catalogue.windows(wish.place.id, one) for one in days)


# These are for code that has read the words already; models give the words, and are not to work out dates.
WORKED_OUT = ("reading", "after_day", "before", "after")
TOOL = Tool("find_times", FindTimes, find_times, "Looking for free times", hidden=WORKED_OUT)
