"""The agenda: the appointments of one day at one location, a column for each person and room."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery
from msgspec import Struct

from booking_core.appointments.appointment import CANCELLED
from booking_core.catalogue.locations import Location
from booking_core.catalogue.opening_hours import open_bits
from booking_core.catalogue.resources import Resource
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.time.timeline import Horizon
from web.console.access.signed_in import SignedIn
from web.console.agenda.day_plan import DayPlan, Rows, Stretch, closed_rows, day_of, plan_of
from web.console.agenda.entries import Entry, entries_of
from web.console.agenda.grid import ADDRESS
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.page import PageRequest, live_page, page

# Days outside are nobody's agenda, and arithmetic ends before the calendar does.
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)


class Card(Struct, frozen=True):
    """What is drawn in a column: one appointment, or everybody in the same class. ``places`` reads like ``4
    of 6``."""

    rows: Rows
    entries: list[Entry]
    places: str


class Column(Struct, frozen=True):
    id: str
    name: str
    kind: str
    cards: list[Card]
    closed: list[Rows]
    is_away: bool


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
        # The page shows one place at a time, by name and with a choice of the others: the first until one is
        # chosen.
        place = desk.catalogue.location(location or next(iter(desk.catalogue.locations)))
        local = LocalFormat.of(desk.catalogue.organization, place.time_zone)
        shown = min(max(day or local.day_of(desk.clock.now()), FIRST_DAY), LAST_DAY)
        horizon = day_of(shown, place.time_zone)
        entries = await entries_of(desk, place, horizon, local)
        only = operator.only_agenda
        if only is not None:
            entries = [entry for entry in entries if only in entry.resource_ids]
    return live_page(
        request,
        operator,
        "agenda",
        every_s=15,
        grid_sheet=ADDRESS,
        location=place,
        locations=list(desk.catalogue.locations.values()),
        time_zone=place.time_zone,
        **_dates(shown, local.day_of(desk.clock.now()), local),
        **_drawn_to_scale(desk, place, horizon, entries, local, only),
    )


def _dates(shown: date, today: date, local: LocalFormat) -> dict[str, Any]:
    """The day of the page, and those before and after it."""
    return {
        "day": shown,
        "today": today,
        "previous": max(shown - timedelta(days=1), FIRST_DAY),
        "following": min(shown + timedelta(days=1), LAST_DAY),
        "title": local.long_date(shown),
    }


def _drawn_to_scale(
    desk: Desk,
    place: Location,
    horizon: Horizon,
    entries: Sequence[Entry],
    local: LocalFormat,
    only: str | None,
) -> dict[str, Any]:
    """The entries of a day at their places, and where its hours and the present are; of one resource ``only``
    where one is named."""
    now = desk.clock.now()
    standing = [entry for entry in entries if entry.status != CANCELLED]
    plan = plan_of(horizon, _open(desk, place, horizon), [_stretch(entry) for entry in standing])
    return {
        "plan": plan,
        "hours": [(row, local.time(moment)) for row, moment in plan.hours()],
        "now_row": plan.place(now, now + timedelta(minutes=1)),
        "columns": [
            column for column in _columns(desk, place, horizon, plan, standing) if only in (None, column.id)
        ],
        "entries": standing,
        "cancelled": [entry for entry in entries if entry.status == CANCELLED],
    }


def _columns(
    desk: Desk, place: Location, day: Horizon, plan: DayPlan, entries: Sequence[Entry]
) -> list[Column]:
    everybody, workplaces = desk.catalogue.resources.values(), desk.catalogue.workplaces
    there = {one.id: one for one in everybody if workplaces.is_at(one.id, place.id)}
    # Who has left since still has a column on the days on which they have something to do.
    booked = {one for entry in entries for one in entry.resource_ids}
    there |= {one.id: one for one in desk.catalogue.resources_among(booked)}
    columns = []
    for resource in sorted(there.values(), key=lambda one: (one.kind != "staff", one.position)):
        opened = _open(desk, place, day, resource)
        columns.append(
            Column(
                id=resource.id,
                name=resource.name,
                kind=resource.kind,
                cards=_cards(plan, [one for one in entries if resource.id in one.resource_ids]),
                closed=closed_rows(plan, day, opened),
                is_away=not opened,
            )
        )
    return columns


def _cards(plan: DayPlan, entries: Iterable[Entry]) -> list[Card]:
    cards = []
    for _, shared in groupby(
        sorted(entries, key=lambda one: (one.starts_at, one.block)), lambda one: one.block
    ):
        together = list(shared)
        rows = plan.place(*_stretch(together[0]))
        if rows is not None:
            cards.append(Card(rows, together, _places(together)))
    return cards


def _places(together: Sequence[Entry]) -> str:
    """How full a class is; nothing for what is for one alone."""
    first = together[0]
    if first.capacity == 1:
        return ""
    return f"{sum(entry.party_size for entry in together)} of {first.capacity}"


def _open(desk: Desk, place: Location, day: Horizon, resource: Resource | None = None) -> int:
    """The minutes of a day at which the location, or a person or room in it, is there; whoever is away is
    not."""
    catalogue = desk.catalogue
    opened = open_bits(day, place.time_zone, lambda one: catalogue.windows(place.id, one))
    if resource is None:
        return opened
    opened &= open_bits(day, place.time_zone, lambda one: catalogue.windows_at(resource, place.id, one))
    return opened & ~catalogue.away(day, resource, place.id)


def _stretch(entry: Entry) -> Stretch:
    return entry.starts_at, entry.ends_at
