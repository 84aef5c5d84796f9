"""Dates that differ: a location, a person or a room has other hours on one date or several, or none."""

from collections.abc import Mapping, Sequence
from typing import Any

from booking_core.back_office.hours.dates import Dates
from booking_core.catalogue.hours.opening_hours import OpeningOverride
from booking_core.context import OperationContext
from booking_core.errors import InvalidField
from web.console.forms.field import FormField, Option
from web.console.forms.fields import Select, TextField
from web.console.forms.form import Form
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.visit import SettingsPage
from web.console.settings.hours.date_spans import date_spans, span_text
from web.console.settings.hours.hours_field import HoursField, readable_hours
from web.console.settings.hours.page import hours_text
from web.console.settings.hours.several_dates import date_rows, last_day_field
from web.console.settings.noun_page import NounPage, NounWords
from web.console.settings.noun_pages import NounPages
from web.console.words.translate import N_, gettext

PAGE = SettingsPage(
    "hours/dates", N_("Dates that differ"), N_("Closed days, and days with other hours"), "date.read"
)
WORDS = NounWords(
    add=N_("Add a date"),
    empty=N_("Every day is as its week says."),
    archiving=N_("Once this is archived, that day is as its week says."),
)
# Between a person and the further place that is meant.
AT = " "


async def form(context: OperationContext, row: OpeningOverride | None) -> Form:
    whose = Select(name="whose", label=gettext("Whose"), options=_owners(context))
    fields: list[FormField] = [] if row else [whose]
    return Form(
        [
            *fields,
            TextField(name="day", label=gettext("Date"), input_type="date", required=True),
            *([] if row else [last_day_field()]),
            *what_differs(),
        ]
    )


def what_differs() -> list[FormField]:
    about = gettext("Such as 9:00–13:00, 14:00–18:00; nothing for closed.")
    return [
        HoursField(name="windows", label=gettext("Hours"), hint=about),
        TextField(name="note", label=gettext("Note"), hint=gettext("The reason. Only the team sees it.")),
    ]


def values(context: OperationContext, said: Mapping[str, Any]) -> Mapping[str, Any]:
    rest = {**said, "windows": readable_hours(said["windows"])}
    if said["day"] and said["day"] < context.clock.now().date().isoformat():
        raise InvalidField("day", gettext("This is over already."))
    if "whose" not in said:
        return rest
    first, _, at = rest.pop("whose").partition(AT)
    if first in context.catalogue.locations:
        return {**rest, "location_id": first}
    return {**rest, "resource_id": first, "location_id": at or None}


def name_of(context: OperationContext, row: OpeningOverride) -> str:
    return LocalFormat.of(context.catalogue.organization).long_date(row.day)


def name_of_span(context: OperationContext, span: Sequence[OpeningOverride]) -> str:
    return span_text(LocalFormat.of(context.catalogue.organization), span)


def line(context: OperationContext, row: OpeningOverride) -> str:
    return f"{owner_of(context, row)} · {hours_text(row)}"


def shows(context: OperationContext, row: OpeningOverride) -> bool:
    """Those to come: what is over is of no use to anybody."""
    return row.day >= context.clock.now().date()


def owner_of(context: OperationContext, row: OpeningOverride) -> str:
    """Whose date it is, in words."""
    catalogue = context.catalogue
    who = [catalogue.resource(row.resource_id).name] if row.resource_id else []
    where = [catalogue.location(row.location_id).name] if row.location_id else []
    return " · ".join([*who, *where])


def _owners(context: OperationContext) -> list[Option]:
    catalogue = context.catalogue
    places = [Option(row.id, row.name) for row in catalogue.locations.values()]
    people = []
    for row in catalogue.resources.values():
        people.append(Option(row.id, row.name))
        for place in catalogue.workplaces.of(row.id):
            if place != row.location_id:
                people.append(
                    Option(f"{row.id}{AT}{place}", f"{row.name} · {catalogue.location(place).name}")
                )
    return [*places, *people]


PAGES = NounPages(
    NounPage(
        page=PAGE,
        noun=Dates,
        attribute="dates",
        words=WORDS,
        form=form,
        line=line,
        name_of=name_of,
        shows=shows,
        spans=date_spans,
        span_path="/hours/spans",
        span_name=name_of_span,
        values=values,
        rows=date_rows,
    )
)
