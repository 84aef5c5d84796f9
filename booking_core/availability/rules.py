"""The rules of availability by name, and those of the calendar: the grid, the notice and the booking window,
whoever would serve."""

from datetime import UTC, datetime, time, timedelta
from functools import cached_property, reduce
from operator import or_

from booking_core.availability.slots import Question
from booking_core.catalogue.hours.opening_hours import open_bits
from booking_core.catalogue.locations import Location
from booking_core.catalogue.services.services import Service
from booking_core.time.timeline import Horizon, comb, span
from booking_core.time.wall_clock import DAY_MINUTES, Stretch, stretches, zone

# What stands against a start. The order in which they are judged and told is ``ORDER``: what no waiting will
# change comes first.
OFF_GRID, CLOSED, AWAY, NOTICE, BEYOND_WINDOW, UNQUALIFIED, FULLY_BOOKED, HELD = (
    "off_grid",
    "closed",
    "time_off",
    "notice",
    "beyond_window",
    "no_qualified_staff",
    "fully_booked",
    "all_held",
)
ORDER = (OFF_GRID, UNQUALIFIED, CLOSED, AWAY, NOTICE, BEYOND_WINDOW, FULLY_BOOKED, HELD)


class Calendar:
    """The minutes of a horizon at which the calendar alone lets a service start."""

    def __init__(self, question: Question, service: Service, location: Location, horizon: Horizon) -> None:
        self._question = question
        self._step = service.slot_step_min
        self._service = service
        self._time_zone = location.time_zone
        self._horizon = horizon

    @cached_property
    def window(self) -> int:
        """The minutes that were asked about."""
        first, last = (
            self._horizon.first_minute_from(moment) for moment in (self._question.start, self._question.end)
        )
        return span(first, last)

    @cached_property
    def on_grid(self) -> int:
        """Of what was asked, every multiple of the service's step from local midnight, so that people's
        starts align."""
        if DAY_MINUTES % self._step:
            marks = [(minute, minute + 1) for minute in range(0, DAY_MINUTES, self._step)]
            return self.window & open_bits(self._horizon, self._time_zone, lambda _: marks)
        # Days of whole steps: one pattern as long as the clock does not change, counted from what the wall
        # shows.
        marked = (self._every_step(stretch) for stretch in stretches(self._horizon, self._time_zone))
        return self.window & reduce(or_, marked)

    def after_notice(self, now: datetime) -> int:
        """From the earliest minute the service can be prepared for."""
        earliest = now + timedelta(minutes=self._service.min_notice_min)
        return span(self._horizon.first_minute_from(earliest), self._horizon.minutes)

    def within_window(self, now: datetime) -> int:
        """Up to the end of the last local date of the booking window, today being the first."""
        today = now.astimezone(zone(self._time_zone)).date()
        closes = datetime.combine(today + timedelta(days=self._service.booking_window_days + 1), time())
        # In each stretch by its own clock: where the clock goes back over midnight, yesterday comes again.
        bits = 0
        for stretch in stretches(self._horizon, self._time_zone):
            last = min(stretch.end, (closes - stretch.offset).replace(tzinfo=UTC))
            bits |= self._horizon.bits_between(stretch.start, last)
        return bits

    def _every_step(self, stretch: Stretch) -> int:
        begins = stretch.wall(stretch.start)
        first, last = self._horizon.minute_of(stretch.start), self._horizon.minute_of(stretch.end)
        to_first_mark = -(begins.hour * 60 + begins.minute) % self._step
        return (comb(self._step, last - first) << (first + to_first_mark)) & span(first, last)
