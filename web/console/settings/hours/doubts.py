"""What looks odd about the hours of a person or a room, and is kept all the same: told beside the week."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import Resource
from booking_core.context import OperationContext
from booking_core.time.wall_clock import DAY_MINUTES, zone
from web.console.rendering.formatting import LocalFormat
from web.console.words.translate import gettext

WEEKDAYS = 7
WEEK_MINUTES = WEEKDAYS * DAY_MINUTES
Week = Sequence[Mapping[str, Any]]
# By location, by resource, or by both for a further place of somebody.
Weeks = Mapping[tuple[str | None, str | None], Week]


def doubts_about(
    context: OperationContext, local: LocalFormat, who: Resource, at: str, week: Week, weeks: Weeks
) -> Iterator[str]:
    """``week`` is that of ``who`` at the further place ``at``, or at their own."""
    here = context.catalogue.location(at or who.location_id)
    outside = _minutes(week) & ~_minutes(weeks.get((here.id, None), ()))
    if outside:
        yield gettext(
            "%(place)s is closed for some of these hours, and nothing is booked then: %(days)s.",
            place=here.name,
            days=_days(outside, local),
        )
    for place_id in context.catalogue.workplaces.of(who.id):
        there = context.catalogue.location(place_id)
        theirs = _minutes(_every_week(_hours_at(who, place_id, weeks)), _ahead(context, here, there))
        both = _minutes(_every_week(week)) & theirs
        if place_id != here.id and both:
            yield gettext(
                "These hours overlap with those at %(place)s: %(days)s.",
                place=there.name,
                days=_days(both, local),
            )


def _hours_at(who: Resource, place_id: str, weeks: Weeks) -> Week:
    """Who keeps no hours at their own place is there whenever it is open."""
    if place_id != who.location_id:
        return weeks.get((place_id, who.id), ())
    return weeks.get((None, who.id), ()) or weeks.get((place_id, None), ())


def _every_week(week: Week) -> Week:
    """Hours of some weeks may be of other weeks than those they seem to meet."""
    return [one for one in week if "every_weeks" not in one]


def _ahead(context: OperationContext, here: Location, there: Location) -> int:
    """How many minutes the clock here is ahead of that there at present."""
    now = context.clock.now()
    clocks = [now.astimezone(zone(one.time_zone)).replace(tzinfo=None) for one in (here, there)]
    return (clocks[0] - clocks[1]) // timedelta(minutes=1)


def _minutes(week: Iterable[Mapping[str, Any]], later: int = 0) -> int:
    """A bit for each minute of a week; what reaches beyond Sunday goes on at Monday."""
    bits = 0
    for one in week:
        span = (1 << (one["closes"] - one["opens"])) - 1
        bits |= span << (one["weekday"] * DAY_MINUTES + one["opens"] + later) % WEEK_MINUTES
    return (bits | bits >> WEEK_MINUTES) & ((1 << WEEK_MINUTES) - 1)


def _days(bits: int, local: LocalFormat) -> str:
    whole = (1 << DAY_MINUTES) - 1
    return ", ".join(local.weekday(day) for day in local.weekdays() if bits >> (day * DAY_MINUTES) & whole)
