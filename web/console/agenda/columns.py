"""The columns of a day: a card for each appointment, drawn to scale."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from msgspec import Struct, structs

from booking_core.appointments.appointment import CANCELLED
from booking_core.catalogue.hours.opening_hours import open_bits
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import STAFF, Resource
from booking_core.desk import Desk
from booking_core.time.timeline import Horizon
from web.console.agenda.day_plan import DayPlan, GridRows, Stretch, closed_rows, plan_of
from web.console.agenda.entries import AgendaEntry
from web.console.agenda.held import HeldTime
from web.console.rendering.formatting import LocalFormat

HALF_HOUR = timedelta(minutes=30)


class Card(Struct, frozen=True):
    """What is drawn in a column: one appointment, or everybody in the same class. ``places`` reads like
    ``4/6``."""

    rows: GridRows
    entries: list[AgendaEntry]
    places: str


class DayFacts(Struct, frozen=True):
    """What there is of a day: its appointments, times that are ``held`` for whoever is booking them now, and
    when people and rooms are ``busy`` by calendars elsewhere."""

    horizon: Horizon
    entries: Sequence[AgendaEntry]
    held: Sequence[HeldTime]
    busy: Mapping[str, Sequence[Stretch]]


class HeldCard(Struct, frozen=True):
    rows: GridRows
    time: HeldTime


class FreeSpot(Struct, frozen=True):
    """Half an hour in which somebody is there and has nothing to do, and its start (UTC)."""

    rows: GridRows
    start: datetime
    time: str


class AgendaColumn(Struct, frozen=True):
    id: str
    name: str
    kind: str
    cards: list[Card]
    closed: list[GridRows]
    busy: list[GridRows]
    held: list[HeldCard]
    free: list[FreeSpot]
    is_away: bool


def draw_to_scale(
    desk: Desk,
    place: Location,
    day: DayFacts,
    local: LocalFormat,
    only: str | None,
) -> dict[str, Any]:
    """The entries of a day at their places, and where its hours and the present are; of one resource ``only``
    where one is named."""
    now, horizon = desk.clock.now(), day.horizon
    standing = [entry for entry in day.entries if entry.status != CANCELLED]
    opened = _place_open(desk, place, horizon)
    plan = plan_of(horizon, opened, [*map(_stretch, standing), *map(_stretch, day.held)])
    return {
        "plan": plan,
        "hours": [(row, local.time(moment)) for row, moment in plan.hours()],
        "now_row": plan.place(now, now + timedelta(minutes=1)),
        "columns": [
            column
            for column in _columns(desk, place, structs.replace(day, entries=standing), opened, plan, local)
            if only in (None, column.id)
        ],
        "entries": standing,
        "held": day.held,
        "cancelled": [entry for entry in day.entries if entry.status == CANCELLED],
    }


def _columns(
    desk: Desk, place: Location, day: DayFacts, opened: int, plan: DayPlan, local: LocalFormat
) -> list[AgendaColumn]:
    everybody, workplaces = desk.catalogue.resources.values(), desk.catalogue.workplaces
    there = {one.id: one for one in everybody if workplaces.is_at(one.id, place.id)}
    # Who has left since still has a column on the days on which they have something to do.
    booked = {one for entry in day.entries for one in entry.resource_ids}
    there |= {one.id: one for one in desk.catalogue.resources_among(booked)}
    theirs: dict[str, list[AgendaEntry]] = defaultdict(list)
    for entry in day.entries:
        for one in entry.resource_ids:
            theirs[one].append(entry)
    ordered = sorted(there.values(), key=lambda one: (one.kind != STAFF, one.position))
    return [
        _column(desk, day, plan, one, theirs[one.id], _there(desk, place, day.horizon, opened, one), local)
        for one in ordered
    ]


def _column(
    desk: Desk,
    day: DayFacts,
    plan: DayPlan,
    resource: Resource,
    theirs: Sequence[AgendaEntry],
    there: int,
    local: LocalFormat,
) -> AgendaColumn:
    """``there`` are the minutes at which they are, as bits of the day."""
    busy = day.busy.get(resource.id, ())
    held = [one for one in day.held if resource.id in one.resource_ids]
    taken = day.horizon.bits_of([*busy, *map(_stretch, theirs), *map(_stretch, held)])
    is_booked = resource.kind == STAFF
    placed = [(plan.place(*_stretch(one)), one) for one in held]
    return AgendaColumn(
        id=resource.id,
        name=resource.name,
        kind=resource.kind,
        cards=_cards(plan, theirs),
        closed=closed_rows(plan, day.horizon, there),
        busy=_place(plan, busy),
        held=[HeldCard(rows, one) for rows, one in placed if rows is not None],
        free=_free(desk, plan, day.horizon, there & ~taken, local) if is_booked else [],
        is_away=not there,
    )


def _free(desk: Desk, plan: DayPlan, day: Horizon, free: int, local: LocalFormat) -> list[FreeSpot]:
    """From the next half hour on; a spot that is partly taken is none."""
    now, spots = desk.clock.now(), list[FreeSpot]()
    for start in plan.half_hours():
        wanted = day.bits_between(start, start + HALF_HOUR)
        rows = plan.place(start, start + HALF_HOUR)
        if start > now and rows is not None and wanted & free == wanted:
            spots.append(FreeSpot(rows, start, local.time(start)))
    return spots


def _place(plan: DayPlan, stretches: Iterable[Stretch]) -> list[GridRows]:
    rows = (plan.place(*one) for one in stretches)
    return [one for one in rows if one is not None]


def _cards(plan: DayPlan, entries: Iterable[AgendaEntry]) -> list[Card]:
    cards = []
    for _, shared in groupby(
        sorted(entries, key=lambda one: (one.starts_at, one.block)), lambda one: one.block
    ):
        together = list(shared)
        rows = plan.place(*_stretch(together[0]))
        if rows is not None:
            cards.append(Card(rows, together, _places(together)))
    return cards


def _places(together: Sequence[AgendaEntry]) -> str:
    """How full a class is; nothing for what is for one alone."""
    first = together[0]
    if first.capacity == 1:
        return ""
    return f"{sum(entry.party_size for entry in together)}/{first.capacity}"


def _place_open(desk: Desk, place: Location, day: Horizon) -> int:
    """The minutes of a day at which the location is open."""
    return open_bits(day, place.time_zone, lambda one: desk.catalogue.windows(place.id, one))


def _there(desk: Desk, place: Location, day: Horizon, opened: int, resource: Resource) -> int:
    """Those of the ``opened`` minutes at which a person or room is there; whoever is away is not."""
    catalogue = desk.catalogue
    own = open_bits(day, place.time_zone, lambda one: catalogue.windows_at(resource, place.id, one))
    return opened & own & ~catalogue.away(day, resource, place.id)


def _stretch(entry: AgendaEntry | HeldTime) -> Stretch:
    return entry.starts_at, entry.ends_at
