"""The agenda: the appointments of one day at one location, a column for each person and room."""

from datetime import date, timedelta
from typing import Any

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from booking_core.access.roles import Role
from booking_core.calendars.external.busy_times import busy_within
from booking_core.calendars.overlaps import overlaps_of
from booking_core.catalogue.locations import Location
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.time.timeline import Horizon
from web.console.access.signed_in import SignedIn
from web.console.agenda.columns import DayFacts, draw_to_scale
from web.console.agenda.day_plan import day_of
from web.console.agenda.entries import entries_of
from web.console.agenda.grid import ADDRESS
from web.console.agenda.held import held_times
from web.console.agenda.shown_place import shown_place
from web.console.agenda.wanted import FIRST_DAY, LAST_DAY
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.page import PageRequest, live_page, page


@get("/agenda")
async def agenda_page(
    request: PageRequest,
    core: NamedDependency[BookingCore],
    operator: NamedDependency[SignedIn],
    day: FromQuery[date | None] = None,
    location: FromQuery[str] = "",
) -> Response[str]:
    """``day`` is a date on the location's clock, today unless one is named; 404 for a location that is not
    there."""
    async with core.desk(operator.organization_id, operator.actor) as desk:
        if not desk.catalogue.locations:
            return page("agenda_empty.html", operator=operator)
        place, local, today = shown_place(desk, location)
        shown = day if day and FIRST_DAY <= day <= LAST_DAY else today
        horizon = day_of(shown, place.time_zone)
        facts = await _facts_of(desk, operator, place, horizon, local)
        overlaps = await _count_overlaps(desk, operator, horizon)
    return live_page(
        request,
        operator,
        "agenda",
        every_s=15,
        grid_sheet=ADDRESS,
        location=place,
        locations=list(desk.catalogue.locations.values()),
        time_zone=place.time_zone,
        **_dates(shown, today, local),
        is_elsewhere=day not in (None, shown),
        overlaps=overlaps,
        **draw_to_scale(desk, place, facts, local, operator.only_agenda),
    )


async def _facts_of(
    desk: Desk, operator: SignedIn, place: Location, day: Horizon, local: LocalFormat
) -> DayFacts:
    """What the operator may see of a day."""
    entries = await entries_of(desk, place, day, local)
    seen = [entry for entry in entries if operator.serves(entry.resource_ids)]
    held = [one for one in await held_times(desk, place, day, local) if operator.serves(one.resource_ids)]
    here, now = desk.organization_id, desk.clock.now()
    return DayFacts(day, seen, held, await busy_within(desk.session, here, now, day.origin, day.end))


async def _count_overlaps(desk: Desk, operator: SignedIn, day: Horizon) -> int:
    """How many appointments of the day another calendar stands over, for whoever may decide about them."""
    if operator.role is Role.MEMBER and operator.resource_id is None:
        return 0
    return len({one.appointment.id for one in await overlaps_of(desk, day.origin, day.end)})


def _dates(shown: date, today: date, local: LocalFormat) -> dict[str, Any]:
    """The day of the page, and those before and after it."""
    return {
        "day": shown,
        "today": today,
        "previous": max(shown - timedelta(days=1), FIRST_DAY),
        "following": min(shown + timedelta(days=1), LAST_DAY),
        "title": local.long_date(shown),
        "first_day": FIRST_DAY,
        "last_day": LAST_DAY,
    }
