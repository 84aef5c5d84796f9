"""The clock face: twelve hours read twice a day, and which of the two is meant."""

from __future__ import annotations

from agent.when.grammar.engine.items import RuleResult, readings
from agent.when.values import DAY, NOON, ClockTime, Duration, Hours

NIGHT_ENDS = 5 * 60


def clock(hour: int, minute: int, *, is_padded: bool = False) -> ClockTime | None:
    """The reading of hour and minute as written; "05:30", "0:15" and "17:00" leave no doubt. None if no
    clock."""
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return ClockTime(hour % 24 * 60 + minute, is_padded or hour > 12 or hour == 0)


def around_hour(hour: int, minutes: int) -> RuleResult:
    """So many minutes after the hour, before it where they are negative, in all readings of the clock."""
    time = clock(hour, 0)
    return None if time is None else readings("TIME", later(time, minutes))


def later(time: ClockTime, minutes: int) -> ClockTime:
    return ClockTime((time.minute + minutes) % (DAY if time.is_certain else NOON), time.is_certain)


def in_half(time: ClockTime | None, half: str) -> RuleResult:
    """The time with its meridiem; "14:30 pm" is what it says without."""
    if time is None:
        return None
    if time.minute >= NOON + 60 or not half:
        return readings("TIME", time)
    return readings("TIME", ClockTime(time.minute % NOON + (NOON if half == "pm" else 0), is_certain=True))


def minutes_of(count: int, duration: Duration | None) -> int | None:
    """Minutes of an hour (1 to 59) that a number or a duration stands for; None where it stands for none."""
    if duration is not None:
        return int(duration.count) if duration.unit == "minute" and 0 < duration.count < 60 else None
    return count if 0 < count < 60 else None


def clock_within(time: ClockTime, part: Hours) -> ClockTime | None:
    """The time as the part of the day makes it; None where the time is certain and lies elsewhere."""
    if time.is_certain and not _near(time.minute, part):
        return None
    minute = time.minute if time.is_certain else _minute_within(time.minute % NOON, part)
    return ClockTime(minute, is_certain=True, ends_night="night" in part.name and minute < NIGHT_ENDS)


def lies_in(time: ClockTime, part: Hours) -> bool:
    return (part.first or 0) <= time.minute <= (part.last or DAY)


def _minute_within(minute: int, part: Hours) -> int:
    if "morning" in part.name or part.name in {"first thing", "before work"}:
        return minute
    if "night" in part.name:
        # Half past two at night is before dawn, nine at night is not; twelve is midnight.
        return minute if minute < NIGHT_ENDS else minute + NOON
    if "evening" in part.name and minute < 60:
        return minute
    if part.name in {"lunch", "before lunch"} and minute >= 8 * 60:
        return minute
    return minute + NOON


def _near(minute: int, part: Hours) -> bool:
    """Whether the minute lies in the part, give or take the hours in which people disagree about its name."""
    first, last = (part.first or 0) - 120, (part.last or DAY) + 120
    return first <= minute <= last or ("night" in part.name and minute < 6 * 60)
