"""What somebody at the desk looks for: free times of a service at a place, on a day, with somebody or
anybody; for a new appointment, or for one that moves."""

from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct

from agent.languages.wording import named_length
from booking_core.appointments.appointment import Appointment
from booking_core.availability.slots import Question
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import STAFF
from booking_core.catalogue.services.services import Service
from booking_core.desk import Desk
from booking_core.errors import InvalidField
from booking_core.time.wall_clock import midnight, zone
from web.console.forms.field import Option
from web.console.forms.sent import Sent
from web.console.rendering.formatting import LocalFormat
from web.console.settings.services.spans import length_text
from web.console.words.translate import gettext

ANYBODY = ""
# A day has no more starts; with five minutes between them these are sixteen hours.
MOST_TIMES = 200
DAYS_LOOKED_AT = 30
# Days outside are nobody's agenda, and arithmetic ends before the calendar does.
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)


class Wanted(Struct, frozen=True):
    """``length`` is in minutes; ``moves`` is the appointment that leaves its time, if one does."""

    service: Service
    place: Location
    staff: str
    day: date
    length: int
    moves: Appointment | None = None

    def people(self, desk: Desk, only: str | None) -> list[Option]:
        """Whom whoever looks may choose: a member who serves customers, themselves alone."""
        serving = [
            one for one in desk.catalogue.who_serves(self.service.id, self.place.id) if one.kind == STAFF
        ]
        named = [Option(one.id, one.name) for one in serving if only in (None, one.id)]
        return named if only else [Option(ANYBODY, gettext("Anybody who can")), *named]

    @property
    def lengths(self) -> list[Option]:
        """Those the service comes in, and the one that was agreed; none where there is nothing to choose."""
        agreed = {self.moves.duration_min} if self.moves else set[int]()
        known = sorted({*self.service.durations, *agreed})
        return [Option(str(one), self._length(one)) for one in known] if len(known) > 1 else []

    def _length(self, minutes: int) -> str:
        return named_length(length_text(minutes), self.service.length_name(minutes))

    def start_in(self, sent: Sent) -> datetime:
        """The time that was chosen, with its offset. Raises ``InvalidField`` for none, and for one of another
        day: whoever changes the day and not the time still sees those of the day before."""
        try:
            start = datetime.fromisoformat(sent.text("start"))
        except ValueError as error:
            raise InvalidField("start", gettext("Please choose a time.")) from error
        if start.tzinfo is None:
            raise InvalidField("start", gettext("Please choose a time."))
        if sent.text("day") and start.astimezone(zone(self.place.time_zone)).date() != self.day:
            raise InvalidField("start", gettext("You chose another day: please choose one of its times."))
        return start

    async def times(self, desk: Desk, local: LocalFormat) -> list[Option]:
        """Those that are free on the day, by their moment; not the one that an appointment has already."""
        starts = await self._starts(desk, self.day, days=1, limit=MOST_TIMES)
        return [Option(start.isoformat(), local.time(start)) for start in starts if not self._is_there(start)]

    async def next_day(self, desk: Desk, local: LocalFormat) -> date | None:
        """The next day after this one that has a free time, looked for as far as a page looks."""
        after = self.day + timedelta(days=1)
        starts = await self._starts(desk, after, days=DAYS_LOOKED_AT, limit=1)
        return next((local.day_of(start) for start in starts), None)

    async def _starts(self, desk: Desk, first: date, *, days: int, limit: int) -> list[datetime]:
        question = Question(
            self.service.id,
            midnight(first, self.place.time_zone),
            midnight(first + timedelta(days=days), self.place.time_zone),
            location_id=self.place.id,
            duration_min=self.length,
            staff_id=self.staff or None,
            party_size=self.moves.party_size if self.moves else 1,
        )
        leaving = self.moves.id if self.moves else None
        found = await desk.availability(question, limit=limit, reschedule_of=leaving)
        return [slot.start for slot in found.slots]

    def _is_there(self, start: datetime) -> bool:
        one = self.moves
        return (
            one is not None
            and one.starts_at == start
            and one.duration_min == self.length
            and self.staff in (ANYBODY, *one.resource_ids)
        )


async def free_times(desk: Desk, wanted: Wanted, local: LocalFormat, only: str | None) -> dict[str, Any]:
    """What ``free_times.html`` draws."""
    times = await wanted.times(desk, local)
    next_day = None if times else await wanted.next_day(desk, local)
    return {
        "wanted": wanted,
        "people": wanted.people(desk, only),
        "times": times,
        "day_text": local.long_date(wanted.day),
        "next_day": next_day,
        "next_day_text": next_day and local.long_date(next_day),
    }


def read_day(text: str, today: date) -> date:
    """Today for what is no day of an agenda."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return today
    return day if FIRST_DAY <= day <= LAST_DAY else today


def read_length(text: str, service: Service, usual: int) -> int:
    """One that the service comes in; else the ``usual`` one."""
    return int(text) if text.isascii() and text.isdigit() and int(text) in service.durations else usual
