"""Time off that comes again, as a line: its day, its hours, its rhythm, and when it comes next."""

from datetime import date, timedelta

from booking_core.catalogue.hours.opening_hours import RepeatedTimeOff
from booking_core.catalogue.hours.repetition import MOST_WEEKS, WEEK, repeats_on
from booking_core.context import OperationContext
from booking_core.time.wall_clock import DAY_MINUTES, zone
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.typed_hours import write_hours
from web.console.settings.hours.drawing import WEEKDAYS
from web.console.words.translate import gettext


def line(context: OperationContext, row: RepeatedTimeOff) -> str:
    local = LocalFormat.of(context.catalogue.organization)
    is_all_day = (row.starts, row.ends) == (0, DAY_MINUTES)
    hours = "" if is_all_day else write_hours([(row.starts, row.ends)])
    every = "" if row.every_weeks == 1 else gettext("every %(number)s weeks", number=row.every_weeks)
    coming = next_date(row, today_of(context))
    comes = gettext("next on %(date)s", date=local.short_date(coming)) if coming else ""
    until = gettext("until %(date)s", date=local.short_date(row.until)) if row.until else ""
    return " · ".join(part for part in (local.weekday(row.weekday), hours, every, comes, until) if part)


def shows(context: OperationContext, row: RepeatedTimeOff) -> bool:
    """Those that are not over."""
    return row.until is None or row.until >= today_of(context)


def next_date(row: RepeatedTimeOff, today: date) -> date | None:
    """The first of its days from ``today`` on; None where it has come for the last time."""
    begins = max(today, row.anchor or today)
    day = begins + timedelta(days=(row.weekday - begins.weekday()) % WEEKDAYS)
    turns = (day + number * WEEK for number in range(MOST_WEEKS + 1))
    return next((one for one in turns if repeats_on(one, row.every_weeks, row.anchor, row.until)), None)


def today_of(context: OperationContext) -> date:
    return context.clock.now().astimezone(zone(context.catalogue.organization.time_zone)).date()
