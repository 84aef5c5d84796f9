"""Hours as people write them: ``09:00-13:00, 14:00-18:00``, the days of a week by their names, and what does
not hold in every week as ``09:00-13:00 every 2 weeks from 2026-01-05``.

Inside they are minutes from local midnight; a window that closes no later than it opens closes on the next
day. One that would be open so for most of a day is more likely a slip: whoever means it counts on beyond
24:00 (``10:00-33:00``).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from booking_core.back_office.hours.windows import EVERY_WEEK, DayWindows, WeekWindows
from booking_core.input.kinds import WrongPart, WrongValue
from booking_core.time.wall_clock import DAY_MINUTES

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CLOSED, TO = "closed", " to "
WINDOW = re.compile(
    r"(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})"
    r"(?P<rhythm>(?:\s+every\s+(?P<every_weeks>\d{1,2})\s+weeks)?"
    r"(?:\s+from\s+(?P<anchor>\S+))?(?:\s+until\s+(?P<until>\S+))?)"
)
HOUR = 60
LONGEST = 400
# A bar from five until nine in the morning is the longest night that nobody has to spell out.
LONGEST_NIGHT = 16 * HOUR
WANTED = "Please write hours as 09:00-13:00, 14:00-18:00, or closed."


class DayHours(Struct, frozen=True):
    """The windows of one day."""

    takes = "hours, such as 09:00-13:00, 14:00-18:00, or closed"

    def read(self, value: Any) -> list[list[int]]:
        read = [_window(part) for part in _split(value)]
        if any(rhythm for *_, rhythm in read):
            raise WrongValue("What holds every so many weeks stands among the hours of a week.")
        windows: list[list[int]] = DayWindows().read([[opens, closes] for opens, closes, _ in read])
        return windows

    def write(self, value: Sequence[Sequence[int]]) -> str:
        return windows_text(value) or CLOSED


class WeekHours(Struct, frozen=True):
    """The windows of a week, by day or by days in a row (``monday to friday``)."""

    takes = "hours by day, such as monday to friday: 09:00-18:00"

    def read(self, value: Any) -> list[dict[str, Any]]:
        if not isinstance(value, Mapping):
            raise WrongValue("Please write the hours of each day, such as monday to friday: 09:00-18:00.")
        windows: list[dict[str, Any]] = []
        wrong: list[WrongPart] = []
        said: set[int] = set()
        for name, hours in value.items():
            try:
                days, read = read_days(str(name)), [_window(part) for part in _split(hours)]
            except WrongValue as error:
                wrong.append(WrongPart(str(name), str(error)))
                continue
            if twice := said.intersection(days):
                wrong.append(WrongPart(str(name), f"Please name {DAYS[min(twice)]} only once."))
            said.update(days)
            windows += [
                {"weekday": day, "opens": opens, "closes": closes, **rhythm}
                for day in days
                for opens, closes, rhythm in read
            ]
        if wrong:
            raise WrongPart(wrong[0].part, str(wrong[0]), wrong[1:])
        week: list[dict[str, Any]] = WeekWindows().read(windows)
        return week

    def write(self, value: Sequence[Mapping[str, Any]]) -> dict[str, str]:
        """Days in a row that are alike together; days without hours are left out."""
        of_day = [
            ", ".join(_write_window(one) for one in value if one["weekday"] == day)
            for day in range(len(DAYS))
        ]
        written: dict[str, str] = {}
        day = 0
        while day < len(DAYS):
            last = day
            while last + 1 < len(DAYS) and of_day[last + 1] == of_day[day]:
                last += 1
            if of_day[day]:
                written[DAYS[day] if last == day else f"{DAYS[day]}{TO}{DAYS[last]}"] = of_day[day]
            day = last + 1
        return written


class DayName(Struct, frozen=True):
    """A day of the week by its name."""

    takes = f"one of {', '.join(DAYS)}"

    def read(self, value: Any) -> int:
        days = read_days(str(value))
        if len(days) > 1:
            raise WrongValue(f"Please write {self.takes}.")
        return days[0]

    def write(self, value: int) -> str:
        return DAYS[value]


class HourRange(Struct, frozen=True):
    """One window of a day, as its two ends."""

    takes = "hours, such as 13:00-15:00"

    def read(self, value: Any) -> list[int]:
        windows = DayHours().read(value)
        if len(windows) != 1:
            raise WrongValue(f"Please write {self.takes}.")
        return windows[0]

    def write(self, value: Sequence[int]) -> str:
        return _hours_text(value[0], value[1])


def windows_text(windows: Iterable[Sequence[int]]) -> str:
    """Each as it opens and closes."""
    return ", ".join(_hours_text(opens, closes) for opens, closes in windows)


def read_days(name: str) -> range:
    """The weekdays of ``monday`` or ``monday to friday``. Raises ``WrongValue``."""
    first, _, last = name.strip().lower().partition(TO)
    try:
        span = range(DAYS.index(first.strip()), DAYS.index((last or first).strip()) + 1)
    except ValueError:
        span = range(0)
    if not span:
        raise WrongValue(f"There is no day {name[:40]!r}. Please write monday, or monday to friday.")
    return span


def _write_window(window: Mapping[str, Any]) -> str:
    """One of a week."""
    rhythm = EVERY_WEEK | dict(window)
    every = f" every {rhythm['every_weeks']} weeks" if rhythm["every_weeks"] > 1 else ""
    begins = f" from {rhythm['anchor']}" if rhythm["anchor"] else ""
    ends = f" until {rhythm['until']}" if rhythm["until"] else ""
    return f"{_hours_text(window['opens'], window['closes'])}{every}{begins}{ends}"


def _split(value: Any) -> list[str]:
    if isinstance(value, list):
        return value
    if not isinstance(value, str) or len(value) > LONGEST:
        raise WrongValue(WANTED)
    return [] if value.strip().lower() == CLOSED else [part.strip() for part in value.split(",")]


def _window(part: Any) -> tuple[int, int, dict[str, Any]]:
    """When it opens and closes, and its rhythm if it has one."""
    found = WINDOW.fullmatch(part) if isinstance(part, str) and len(part) <= LONGEST else None
    if found is None:
        raise WrongValue(WANTED)
    opens_hour, opens_min, closes_hour, closes_min = map(int, found.groups()[:4])
    if opens_min >= HOUR or closes_min >= HOUR:
        raise WrongValue(WANTED)
    opens, closes = opens_hour * HOUR + opens_min, closes_hour * HOUR + closes_min
    said = {name: found[name] for name in EVERY_WEEK if found[name]}
    if "every_weeks" in said:
        said["every_weeks"] = int(said["every_weeks"])
    return opens, closes if closes > opens else _next_day(opens, closes + DAY_MINUTES), said


def _next_day(opens: int, closes: int) -> int:
    """Raises ``WrongValue`` for what is more likely a slip."""
    if closes - opens > LONGEST_NIGHT:
        last, written = f"{_clock(closes - DAY_MINUTES)} on the next day", _hours_text(opens, closes)
        raise WrongValue(f"That is open until {last}. If it is meant, please write {written}.")
    return closes


def _hours_text(opens: int, closes: int) -> str:
    """A night ends by the clock of the next day; what is longer, by hours beyond 24."""
    is_night = closes > DAY_MINUTES and closes - opens <= LONGEST_NIGHT
    return f"{_clock(opens)}-{_clock(closes - DAY_MINUTES if is_night else closes)}"


def _clock(minutes: int) -> str:
    return f"{minutes // HOUR:02}:{minutes % HOUR:02}"


# Kinds whose values a file has in other words than the back office.
IN_WORDS = DayHours | WeekHours | DayName | HourRange
