"""A moment of somebody's absence as a field: a date, and a time for those who are not away all day."""

from datetime import UTC, datetime, time, timedelta
from typing import Any, ClassVar

from booking_core.errors import InvalidField
from booking_core.input.dates import iso_day, must_be_near
from booking_core.time.wall_clock import zone
from web.console.forms.field import FormField
from web.console.forms.sent import Sent, Texts
from web.console.words.translate import gettext

MIDNIGHT = time()


class AwayField(FormField, frozen=True, kw_only=True):
    """The value is a date and a time of day as texts; without a time it is the beginning of the date, or its
    end where the field ``ends`` an absence. ``time_zone`` is that of what is kept."""

    drawn: ClassVar[str] = "away"
    time_zone: str
    ends: bool = False

    def read(self, sent: Sent) -> tuple[str, str]:
        return sent.text(self.name), sent.text(f"{self.name}.time")

    def write(self, value: Any) -> Texts:
        if not value:
            return {self.name: [""], f"{self.name}.time": [""]}
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        local = moment.astimezone(zone(self.time_zone))
        is_whole_day = local.time() == MIDNIGHT
        day = local.date() - timedelta(days=is_whole_day and self.ends)
        return {
            self.name: [day.isoformat()],
            f"{self.name}.time": ["" if is_whole_day else f"{local:%H:%M}"],
        }


def moment_of(name: str, said: tuple[str, str], time_zone: str, *, ends: bool) -> datetime:
    """In UTC. Raises ``InvalidField`` for what is no date or no time."""
    day, clock = said
    try:
        local = datetime.combine(iso_day(day), time.fromisoformat(clock) if clock else MIDNIGHT)
    except ValueError as error:
        raise InvalidField(name, gettext("Please choose a date.")) from error
    must_be_near(name, local.date())
    if ends and not clock:
        local += timedelta(days=1)
    return local.replace(tzinfo=zone(time_zone)).astimezone(UTC)
