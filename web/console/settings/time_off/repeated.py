"""Time off that comes again: every Wednesday afternoon, every second Friday."""

from collections.abc import Mapping
from typing import Any

from booking_core.back_office.hours.repeated_time_off import RepeatedTimesOff
from booking_core.catalogue.hours.opening_hours import RepeatedTimeOff
from booking_core.context import OperationContext
from booking_core.errors import InvalidField
from booking_core.time.wall_clock import DAY_MINUTES
from web.console.forms.field import FormField, Option
from web.console.forms.fields import Number, NumberSelect, TextField
from web.console.forms.form import Form
from web.console.forms.sent import Sent, Texts
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.typed_hours import clock_text
from web.console.rendering.visit import SettingsPage
from web.console.settings.hours.hours_field import readable_hours, typed_windows
from web.console.settings.noun_page import NounPage, NounWords
from web.console.settings.noun_pages import NounPages
from web.console.settings.time_off.page import name_of, note_field, who_field
from web.console.settings.time_off.repeated_lines import line, shows, today_of
from web.console.words.translate import N_, gettext

PAGE = SettingsPage(
    "time-off/repeated",
    N_("Time off that comes again"),
    N_("On a weekday, every so many weeks"),
    "repeated_time_off.read",
)
WORDS = NounWords(
    add=N_("Add time off that comes again"),
    empty=N_("Nobody is away again and again."),
    archiving=N_("Once this is archived, they can be booked then, as their hours say."),
)


class DateField(TextField, frozen=True, kw_only=True):
    """A date, or none."""

    input_type: str = "date"

    def read(self, sent: Sent) -> str | None:
        return sent.text(self.name) or None


class ClockField(TextField, frozen=True, kw_only=True):
    """A time of day as it is typed; ``usual`` (minutes) is what stands for nothing."""

    usual: int

    @property
    def direction(self) -> str:
        return "ltr"

    def write(self, value: Any) -> Texts:
        return {self.name: ["" if value in (None, self.usual) else clock_text(int(value))]}


async def form(context: OperationContext, row: RepeatedTimeOff | None) -> Form:
    local = LocalFormat.of(context.catalogue.organization)
    days = [Option(str(day), local.weekday(day)) for day in local.weekdays()]
    fields: list[FormField] = [
        who_field(context, row),
        NumberSelect(name="weekday", label=gettext("Day"), options=days),
        ClockField(
            name="starts",
            label=gettext("From what time"),
            usual=0,
            hint=gettext("Such as 13:00; nothing for all day."),
        ),
        ClockField(name="ends", label=gettext("Until what time"), usual=DAY_MINUTES),
        Number(
            name="every_weeks",
            label=gettext("In every … weeks"),
            hint=gettext("1 for every week, 2 for every second."),
        ),
        DateField(
            name="anchor",
            label=gettext("From"),
            hint=gettext("Weeks are counted from the week of this date."),
            required=True,
        ),
        DateField(name="until", label=gettext("Until, if it ends")),
        note_field(),
    ]
    return Form(fields)


def values(context: OperationContext, said: Mapping[str, Any]) -> Mapping[str, Any]:
    # What ends before it starts is refused as that.
    if said["until"] and (said["anchor"] or "") <= said["until"] < today_of(context).isoformat():
        raise InvalidField("until", gettext("This is over already."))
    starts, ends = said["starts"].strip() or "0:00", said["ends"].strip() or "24:00"
    [first, last] = readable_hours(typed_windows("ends", f"{starts}-{ends}"))[0]
    return {**said, "starts": first, "ends": last}


def begin(context: OperationContext) -> dict[str, Any]:
    return {
        "anchor": today_of(context),
        "every_weeks": 1,
        "starts": 0,
        "ends": DAY_MINUTES,
    }


PAGES = NounPages(
    NounPage(
        page=PAGE,
        noun=RepeatedTimesOff,
        attribute="repeated_times_off",
        words=WORDS,
        form=form,
        line=line,
        name_of=name_of,
        shows=shows,
        values=values,
        begin=begin,
        list_template="settings/time_off.html",
    )
)
