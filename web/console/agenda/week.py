"""The agenda of a week at one location: a column for each day, on a phone one below the other."""

from datetime import date, timedelta
from typing import Any

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery
from msgspec import Struct

from booking_core.appointments.appointment import CANCELLED
from booking_core.catalogue.locations import Location
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.time.timeline import Horizon
from booking_core.time.wall_clock import midnight
from web.console.access.signed_in import SignedIn
from web.console.agenda.entries import AgendaEntry, entries_of
from web.console.agenda.held import HeldTime, held_times
from web.console.agenda.shown_place import shown_place
from web.console.agenda.wanted import FIRST_DAY, LAST_DAY
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.page import PageRequest, live_page, page

A_WEEK = timedelta(days=7)


class WeekDay(Struct, frozen=True):
    """``is_open`` says whether the location is open at all; ``items`` are what is booked and what is being
    booked, earliest first."""

    day: date
    name: str
    is_today: bool
    is_open: bool
    items: list[AgendaEntry | HeldTime]


@get("/agenda/week")
async def week_page(
    request: PageRequest,
    core: NamedDependency[BookingCore],
    operator: NamedDependency[SignedIn],
    day: FromQuery[date | None] = None,
    location: FromQuery[str] = "",
) -> Response[str]:
    """The week of a ``day``, today's unless one is named; 404 for a location that is not there."""
    async with core.desk(operator.organization_id, operator.actor) as desk:
        if not desk.catalogue.locations:
            return page("agenda_empty.html", operator=operator)
        place, local, today = shown_place(desk, location)
        first = first_of_week(day if day and FIRST_DAY <= day <= LAST_DAY - A_WEEK else today, local)
        days = await _days(desk, operator, place, first, local)
    return live_page(
        request,
        operator,
        "agenda_week",
        every_s=15,
        location=place,
        locations=list(desk.catalogue.locations.values()),
        time_zone=place.time_zone,
        days=days,
        **_dates(first, today, local),
    )


def first_of_week(day: date, local: LocalFormat) -> date:
    """The first day of its week, as the place counts weeks."""
    return day - timedelta(days=(day.weekday() - local.weekdays()[0]) % 7)


async def _days(
    desk: Desk, operator: SignedIn, place: Location, first: date, local: LocalFormat
) -> list[WeekDay]:
    every = [first + timedelta(days=number) for number in range(7)]
    week = Horizon.between(midnight(first, place.time_zone), midnight(first + A_WEEK, place.time_zone))
    found: list[AgendaEntry | HeldTime] = []
    found += [one for one in await entries_of(desk, place, week, local) if one.status != CANCELLED]
    found += await held_times(desk, place, week, local)
    seen = sorted((one for one in found if operator.serves(one.resource_ids)), key=lambda one: one.starts_at)
    today = local.day_of(desk.clock.now())
    return [
        WeekDay(
            day,
            local.weekday_and_day(day),
            day == today,
            bool(desk.catalogue.windows(place.id, day)),
            [one for one in seen if local.day_of(one.starts_at) == day],
        )
        for day in every
    ]


def _dates(first: date, today: date, local: LocalFormat) -> dict[str, Any]:
    """The week of the page, and those before and after it."""
    last = first + A_WEEK - timedelta(days=1)
    return {
        "day": first if not first <= today <= last else today,
        "today": today,
        "is_now": first <= today <= last,
        "previous": max(first - A_WEEK, FIRST_DAY),
        "following": min(first + A_WEEK, LAST_DAY - A_WEEK),
        "title": local.date_span(first, last),
        "first_day": FIRST_DAY,
        "last_day": LAST_DAY,
    }
