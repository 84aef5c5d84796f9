"""What a model is told of the times that were found."""

from datetime import datetime, timedelta
from itertools import pairwise

from agent.conversation.choices import Offer
from agent.languages.prices import price_text
from agent.languages.wording import day, day_and_time
from agent.tools.arguments.place import place_entry
from agent.tools.arguments.time_query import (
    TimeQuery,
    unreachable_reason,
)
from agent.turn_context import TurnContext
from agent.ui_blocks import blocks
from agent.when import When
from agent.wishes.unclear_days import candidate_days
from booking_core.availability.rules import AWAY, CLOSED
from booking_core.availability.search import Times
from booking_core.time.wall_clock import zone

# Nothing is in the way of the time that was asked for, but that no appointment begins at that minute.
BETWEEN_STARTS = "between_starts"


def problems_in_wish(context: TurnContext, wish: TimeQuery) -> list[dict[str, object]]:
    """Days of the wish that cannot be, each with the days it may mean."""
    return [
        {"kind": one.kind, "words": one.words, "may_mean": list(candidate_days(context, one))}
        for one in wish.when.problems
    ]


def result_data(
    context: TurnContext, wish: TimeQuery, offers: list[Offer], times: Times, *, fits: bool
) -> dict[str, object]:
    """What a model reads of a search: the wish as it was understood, the offers with their handles, and why
    there are none. Times are words on the clock of the place."""
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
        told["problems"] = problems_in_wish(context, wish)
    why = unreachable_reason(context, wish) or times.empty_reason
    if why is None and not fits and _is_between_starts(wish, times):
        why = BETWEEN_STARTS
    if why:
        told["why_none"] = why
        told["nobody_in"] = times.empty_reason in (CLOSED, AWAY) and _is_open(context, wish)
    if offers:
        told["price"] = price_text(
            blocks.quote_of_offers(context.catalogue, offers), context.locale, is_each=wish.service.is_group
        )
        told["days"] = list(dict.fromkeys(day(offer.start, time_zone, context.locale) for offer in offers))
        told["last_day"] = offers[-1].start.astimezone(zone(time_zone)).date().isoformat()
    return told


def _is_between_starts(wish: TimeQuery, times: Times) -> bool:
    """Whether the time that was asked for lies between two free starts that follow one another: it is not
    taken, no appointment begins then."""
    step = timedelta(minutes=wish.service.slot_step_min)
    starts = sorted({slot.start for slot in times.slots})
    clock = zone(wish.when.zone)
    return any(
        after - before <= step
        and _wants_between(wish.when, before.astimezone(clock), after.astimezone(clock))
        for before, after in pairwise(starts)
    )


def _wants_between(when: When, before: datetime, after: datetime) -> bool:
    """Whether a minute that is wanted lies between two moments on the clock of the wish."""
    first, last = before.hour * 60 + before.minute, after.hour * 60 + after.minute
    exact = [one.first for one in when.times if one.first is not None and one.first == one.last]
    return when.allows_day(before.date()) and any(first < minute < last for minute in exact)


def _is_open(context: TurnContext, wish: TimeQuery) -> bool:
    """Whether the place itself is open on a day that was asked for: then only nobody is in."""
    days = [dates.first for dates in wish.when.dates if dates.first is not None]
    return any(context.catalogue.windows(wish.place.id, one) for one in days)
