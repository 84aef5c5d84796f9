"""Time off, once: a holiday, an illness, a chair that is being mended."""

from collections.abc import Mapping
from typing import Any

from booking_core.back_office.hours.repeated_time_off import RepeatedTimesOff
from booking_core.back_office.hours.time_off import TimesOff
from booking_core.catalogue.hours.opening_hours import TimeOff
from booking_core.context import OperationContext
from booking_core.errors import InvalidField, NotFound
from booking_core.input.dates import iso_day
from web.console.forms.field import FormField, Option
from web.console.forms.fields import Hidden, Select, TextField
from web.console.forms.form import Form
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.visit import SettingsPage
from web.console.settings.noun_page import NounPage, NounWords
from web.console.settings.noun_pages import NounPages
from web.console.settings.time_off import repeated_lines
from web.console.settings.time_off.away_field import AwayField, moment_of
from web.console.words.translate import N_, gettext

PAGE = SettingsPage(
    "time-off", N_("Time off"), N_("Holidays, illness, and what comes again"), "time_off.read"
)
WORDS = NounWords(
    add=N_("Add time off"),
    empty=N_("Nobody is away."),
    archiving=N_("Once this is archived, they can be booked then, as their hours say."),
)


async def form(context: OperationContext, row: TimeOff | None) -> Form:
    time_zone = zone_of(context, row.resource_id) if row else context.catalogue.organization.time_zone
    return Form(
        [
            who_field(context, row),
            AwayField(
                name="starts_at",
                label=gettext("From"),
                time_zone=time_zone,
                hint=gettext("Without a time: all day."),
            ),
            AwayField(
                name="ends_at",
                label=gettext("Until, this day included"),
                time_zone=time_zone,
                ends=True,
                hint=gettext("For a single day, leave this empty."),
            ),
            note_field(),
        ]
    )


def who_field(context: OperationContext, row: Any) -> FormField:
    """Chosen once; by it the clock is known of what is kept."""
    if row:
        return Hidden(name="resource_id", label="")
    options = [Option(row.id, row.name) for row in context.catalogue.resources.values()]
    return Select(name="resource_id", label=gettext("Who or what"), options=options)


def note_field() -> TextField:
    return TextField(
        name="note",
        label=gettext("Note"),
        hint=gettext("The reason. The record of changes does not keep it."),
    )


def values(context: OperationContext, said: Mapping[str, Any]) -> Mapping[str, Any]:
    clock = zone_of(context, said["resource_id"])
    ends = {"starts_at": False, "ends_at": True}
    # Without a last day it is one day, as other dates of the hours are.
    last_day, last_clock = said["ends_at"]
    said = {**said, "ends_at": (last_day or said["starts_at"][0], last_clock)}
    moments = {name: moment_of(name, said[name], clock, ends=end) for name, end in ends.items()}
    # What ends before it starts is refused as that.
    if moments["starts_at"] < moments["ends_at"] <= context.clock.now():
        raise InvalidField("ends_at", gettext("This is over already."))
    return {**said, **moments}


def zone_of(context: OperationContext, resource_id: str) -> str:
    """The clock of the place somebody belongs to. Raises ``InvalidField``."""
    try:
        who = context.catalogue.resource(resource_id)
    except NotFound as error:
        raise InvalidField("resource_id", gettext("Please choose somebody or something.")) from error
    return context.catalogue.location(who.location_id).time_zone


def name_of(context: OperationContext, row: Any) -> str:
    return context.catalogue.resource(row.resource_id).name


def line(context: OperationContext, row: TimeOff) -> str:
    clock = zone_of(context, row.resource_id)
    local = LocalFormat.of(context.catalogue.organization, clock)
    fields = [AwayField(name="", label="", time_zone=clock, ends=ends) for ends in (False, True)]
    return " – ".join(
        _moment_text(local, field, at) for field, at in zip(fields, (row.starts_at, row.ends_at), strict=True)
    )


def _moment_text(local: LocalFormat, field: AwayField, at: Any) -> str:
    texts = field.write(at)
    day, clock = texts[""][0], texts[".time"][0]
    return f"{local.short_date(iso_day(day))} {clock}".strip()


async def read_repeated(context: OperationContext) -> Mapping[str, Any]:
    """What comes again, beside what comes once."""
    rows = [
        one for one in await RepeatedTimesOff(context).list_offered() if repeated_lines.shows(context, one)
    ]
    return {
        "repeated": [
            {"id": one.id, "name": name_of(context, one), "line": repeated_lines.line(context, one)}
            for one in rows
        ]
    }


def shows(context: OperationContext, row: TimeOff) -> bool:
    """Those that are not over."""
    return row.ends_at > context.clock.now()


PAGES = NounPages(
    NounPage(
        page=PAGE,
        noun=TimesOff,
        attribute="times_off",
        words=WORDS,
        form=form,
        line=line,
        name_of=name_of,
        shows=shows,
        values=values,
        list_template="settings/time_off.html",
        list_more=read_repeated,
    )
)
