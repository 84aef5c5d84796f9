"""The oracle of availability with public holidays, of which it asks the library itself."""

from datetime import date
from functools import cache

import holidays

from tests.booking_core.availability.oracle import Oracle


class OracleWithHolidays(Oracle):
    """Asks the library itself, one date at a time."""

    def _windows(self, owner: str, day: date) -> list[tuple[int, int]]:
        location = self.catalogue.locations.get(owner)
        if (
            location is None
            or self.catalogue.has_override(owner, day)
            or not location.closed_on_public_holidays
        ):
            return super()._windows(owner, day)
        closed = is_holiday(location.country, location.subdivision, day)
        return [] if closed else list(self.catalogue.weekly(owner, day.weekday()))


@cache
def is_holiday(country: str, subdivision: str | None, day: date) -> bool:
    """Asked for every minute of a day; the library takes a millisecond for each."""
    return day in holidays.country_holidays(country, subdiv=subdivision)
