"""What a model is told of the times that were found."""

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
from agent.wishes.unclear_days import candidate_days
from booking_core.availability.rules import AWAY, CLOSED
from booking_core.availability.search import Times
from booking_core.time.wall_clock import zone


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
