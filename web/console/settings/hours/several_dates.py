"""Several dates in a row that differ alike, such as a week of holidays: one form writes a row for each."""

from collections.abc import Iterable, Iterator, Mapping
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
    days = list(_days(said["day"], said.get(LAST_DAY, "")))
    if len(days) < 2:
        return {"": first}
    standing = {row.day: row for row in await office.dates.offered() if _is_of_same(row, first)}
    for day in days:
        if day in standing and _windows(standing[day].windows) != _windows(first["windows"]):
            when = LocalFormat.of(office.catalogue.organization).long_date(day)
            raise InvalidField("day", gettext("%(date)s has other hours already: change those.", date=when))
    missing = [day for day in days if day not in standing]
    return {f":{day}": {**first, "day": day.isoformat()} for day in missing}


def _days(first: str, last: str) -> Iterator[date]:
    """From the first to the last; none where the first is no date, which is refused as such later."""
    try:
        begins = iso_day(first)
    except ValueError:
        return
    try:
        ends = iso_day(last) if last else begins
    except ValueError as error:
        raise InvalidField(LAST_DAY, gettext("Please choose a date.")) from error
    if ends < begins:
        raise InvalidField(LAST_DAY, gettext("This is before the first day."))
    if (ends - begins).days >= MOST_DAYS:
        raise InvalidField(LAST_DAY, gettext("Please choose at most %(number)s days.", number=MOST_DAYS))
    yield from (begins + timedelta(days=number) for number in range((ends - begins).days + 1))


def _windows(kept: Iterable[Iterable[int]]) -> list[list[int]]:
    return sorted(list(window) for window in kept)


def _is_of_same(row: OpeningOverride, said: Mapping[str, Any]) -> bool:
    """Whether it is of the same place, person or room."""
    return all(getattr(row, name) == said.get(name) for name in ("resource_id", "location_id"))
