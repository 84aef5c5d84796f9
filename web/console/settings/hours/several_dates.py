"""Several dates in a row that differ alike, such as a week of holidays: one form writes a row for each."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from booking_core.back_office.back_office import BackOffice
from booking_core.catalogue.hours.opening_hours import OpeningOverride
from booking_core.errors import InvalidField
from booking_core.input.dates import iso_day
from web.console.forms.fields import TextField
from web.console.rendering.formatting import LocalFormat
from web.console.words.translate import gettext

LAST_DAY = "last_day"
# A season. Each is a row of its own with an entry of the audit log, written while the business is locked.
MOST_DAYS = 100


def last_day_field() -> TextField:
    return TextField(
        name=LAST_DAY,
        label=gettext("Until, this day included"),
        input_type="date",
        hint=gettext("For several days with the same hours; else leave this empty."),
    )


async def date_rows(office: BackOffice, said: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    """What is created: each date by what its key has behind that of the form. Of several, those that stand
    there with the same hours already are left as they are, and other hours are refused, so that nothing is
    overwritten. Raises ``InvalidField``."""
    first = {name: value for name, value in said.items() if name != LAST_DAY}
    if not said["day"] or said.get(LAST_DAY, "") in ("", said["day"]):
        return {"": first}
    missing = await missing_dates(office, first, days_between(said["day"], said[LAST_DAY]))
    return {f":{day}": values for day, values in missing.items()}


async def missing_dates(
    office: BackOffice, said: Mapping[str, Any], days: Sequence[date]
) -> Mapping[date, Mapping[str, Any]]:
    """What is still to be created so that all these days are as is ``said``, of the place, person or room
    that it names. Raises ``InvalidField`` where one of them has other hours."""
    standing = {row.day: row for row in await office.dates.list_offered() if _is_of_same(row, said)}
    for day in days:
        if day in standing and _windows(standing[day].windows) != _windows(said["windows"]):
            when = LocalFormat.of(office.catalogue.organization).long_date(day)
            raise InvalidField("day", gettext("%(date)s has other hours already: change those.", date=when))
    return {day: {**said, "day": day.isoformat()} for day in days if day not in standing}


def days_between(first: str, last: str) -> list[date]:
    """From the first to the last, both included; one day without a last. Raises ``InvalidField``."""
    try:
        begins = iso_day(first)
    except ValueError as error:
        raise InvalidField("day", gettext("Please choose a date.")) from error
    try:
        ends = iso_day(last) if last else begins
    except ValueError as error:
        raise InvalidField(LAST_DAY, gettext("Please choose a date.")) from error
    if ends < begins:
        raise InvalidField(LAST_DAY, gettext("This is before the first day."))
    if (ends - begins).days >= MOST_DAYS:
        raise InvalidField(LAST_DAY, gettext("Please choose at most %(number)s days.", number=MOST_DAYS))
    return [begins + timedelta(days=number) for number in range((ends - begins).days + 1)]


def _windows(kept: Iterable[Iterable[int]]) -> list[list[int]]:
    return sorted(list(window) for window in kept)


def _is_of_same(row: OpeningOverride, said: Mapping[str, Any]) -> bool:
    """Whether it is of the same place, person or room."""
    return all(getattr(row, name) == said.get(name) for name in ("resource_id", "location_id"))
