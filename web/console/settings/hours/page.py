"""When the business is open: the week of each location as it is drawn, the dates that differ, and the public
holidays to come."""

from collections.abc import Sequence
from datetime import date, timedelta

from litestar import Response, get
from litestar.di import NamedDependency
from msgspec import Struct

from booking_core.access.roles import require_role
from booking_core.back_office.hours.dates import Dates
from booking_core.back_office.hours.opening_hours import OpeningHours
from booking_core.catalogue.hours.opening_hours import OpeningOverride
from booking_core.catalogue.locations import Location
from booking_core.desk import Desk
from booking_core.time.public_holidays import public_holiday
from booking_core.time.wall_clock import zone
from web.console.forms.choices import parts_of
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.typed_hours import write_hours
from web.console.rendering.visit import SettingsPage, Visit
from web.console.settings.hours.date_spans import date_spans, span_text
from web.console.settings.hours.drawing import DrawnDay, draw_week
from web.console.words.language import language
from web.console.words.translate import N_, gettext

PAGE = SettingsPage("hours", N_("Opening hours"), N_("Weeks, closed days and public holidays"), "week.read")
A_YEAR = timedelta(days=366)


class Holiday(Struct, frozen=True):
    """``other`` is the id of the date that says something else of it."""

    day: date
    when: str
    name: str
    other: str


class OtherDate(Struct, frozen=True):
    """A date, or several in a row by the ``id`` of the first."""

    id: str
    when: str
    hours: str


class PlaceHours(Struct, frozen=True):
    """A location with its week, the dates to come that differ, and its public holidays of a year, on which it
    ``closes`` or not; without a ``country`` there are none. ``part_is_open`` says that nobody has said in
    which part of it the place is."""

    id: str
    name: str
    week: Sequence[DrawnDay]
    dates: Sequence[OtherDate]
    closes: bool
    country: str
    part_is_open: bool
    holidays: Sequence[Holiday]


@get("/settings/hours")
async def hours_page(visit: NamedDependency[Visit]) -> Response[str]:
    require_role(visit.operator.role, PAGE.verb)

    async def look(desk: Desk) -> list[PlaceHours]:
        weeks, differing = await OpeningHours(desk).every(), await Dates(desk).list_offered()
        return [
            _place(
                desk,
                visit.local(desk, row.time_zone),
                row,
                draw_week(weeks.get((row.id, None), ()), visit.local(desk)),
                differing,
            )
            for row in desk.catalogue.locations.values()
        ]

    return visit.page("settings/hours.html", PAGE.slug, page=PAGE, places=await visit.read(look))


def _place(
    desk: Desk, local: LocalFormat, row: Location, week: Sequence[DrawnDay], dates: Sequence[OpeningOverride]
) -> PlaceHours:
    today = desk.clock.now().astimezone(zone(row.time_zone)).date()
    mine = [one for one in dates if one.location_id == row.id and not one.resource_id and one.day >= today]
    kept = {one.day: one.id for one in mine}
    country = row.country or desk.catalogue.organization.country
    return PlaceHours(
        row.id,
        row.name,
        week,
        [_span(local, span) for span in date_spans(mine)],
        row.closed_on_public_holidays,
        country,
        not row.subdivision and bool(parts_of(country)),
        [
            Holiday(day, local.long_date(day), name, kept.get(day, ""))
            for day, name in _holidays(country, row.subdivision, today)
        ],
    )


def _span(local: LocalFormat, span: Sequence[OpeningOverride]) -> OtherDate:
    return OtherDate(span[0].id, span_text(local, span), hours_text(span[0]))


def hours_text(row: OpeningOverride) -> str:
    """When it is open then, and why."""
    hours = write_hours([(opens, closes) for opens, closes in row.windows]) or gettext("closed")
    return f"{hours} · {row.note}" if row.note else hours


def _holidays(country: str, subdivision: str | None, today: date) -> list[tuple[date, str]]:
    days = (today + timedelta(days=number) for number in range(A_YEAR.days))
    found = ((day, public_holiday(country, subdivision, day, language())) for day in days)
    return [(day, name) for day, name in found if name]
