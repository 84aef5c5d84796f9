"""Parts of the day, and what they say about the clock beside them: "evening 4", "8 tonight", "9 in the morning"."""

from __future__ import annotations

from agent.when.grammar import Found, Place, Stage, found
from agent.when.rules.counting import HOUR_COMES_AFTER, counts_things
from agent.when.shapes import clock
from agent.when.values import DAY, NOON, Clock, Hours

PARTS = Stage()
PARTED_CLOCKS = Stage()
BARE_HOURS = Stage()

_HOURS: dict[str, tuple[int, int | None]] = {
    "morning": (4, 12),
    "early morning": (4, 9),
    "mid morning": (9, 11),
    "late morning": (10, 12),
    "first thing": (4, 10),
    "lunch": (12, 14),
    "afternoon": (12, 18),
    "early afternoon": (12, 15),
    "mid afternoon": (14, 16),
    "late afternoon": (15, 18),
    "after work": (17, 21),
    "evening": (17, None),
    "early evening": (17, 19),
    "late evening": (20, None),
    "night": (18, None),
    "late night": (21, None),
    "after lunch": (13, 17),
    "before lunch": (4, 12),
    "before work": (4, 9),
    "business hours": (9, 17),
    "end of day": (17, None),
}


def part_of_day(name: str) -> Hours:
    first, last = _HOURS[name]
    return Hours(first * 60, None if last is None else last * 60, name, excludes_last=last is not None)


@PARTS.rule("how=early|mid|late dash? in? the|this? part=PART")
def early_or_late(_: Place, how: str, part: str) -> Found:
    name = f"{how} {part}"
    return found("HOURS", part_of_day(name if name in _HOURS else part))


@PARTS.rule("weekday=ANYDAY part=PARTS", "weekday=WEEKDAYS part=PART|PARTS")
def every_such_part(_: Place, weekday: int | frozenset[int], part: str) -> Found:
    """ "Monday mornings" are those of any Monday."""
    weekdays = weekday if isinstance(weekday, frozenset) else frozenset({weekday})
    return found("WEEKDAYS", weekdays) + found("HOURS", part_of_day(part))


@PARTS.rule("part=PART|PARTS")
def part(_: Place, part: str) -> Found:
    return found("HOURS", part_of_day(part))


@PARTED_CLOCKS.rule("time=TIME comma? half=am|pm")
def clock_with_meridiem(_: Place, time: Clock, half: str) -> Found:
    if time.is_certain:
        return found("TIME", time)
    return found("TIME", Clock(time.minute % NOON + (NOON if half == "pm" else 0), is_certain=True))


@PARTED_CLOCKS.rule("time=TIME in|at|on|of|by? the|this? part=HOURS")
def clock_in_part(_: Place, time: Clock, part: Hours) -> Found:
    read = clock_within(time, part)
    return found("TIME", read) if read else None


@PARTED_CLOCKS.rule("hour=NUM in|of|by the? part=HOURS", "hour=INT at? part=HOURS")
def hour_in_part(place: Place, hour: int, part: Hours) -> Found:
    time = clock(hour, 0)
    return clock_in_part(place, time=time, part=part) if time else None


@PARTED_CLOCKS.rule("part=HOURS comma? at|around|by? time=TIME", "part=HOURS at|around|by? hour=NUM")
def part_then_clock(place: Place, part: Hours, time: Clock | None = None, hour: int = 0) -> Found:
    read = time or clock(hour, 0)
    if read is None or (time is None and counts_things(place)) or (hour and place.after in {"MONTH", "of"}):
        return None
    return clock_in_part(place, time=read, part=part)


@PARTED_CLOCKS.rule("hour=NUM|TIME on? day=DAY part=HOURS", "hour=NUM day=DAY")
def hour_before_day(place: Place, hour: int | Clock, day: int, part: Hours | None = None) -> Found:
    time = hour if isinstance(hour, Clock) else clock(hour, 0)
    if time is None or place.before in {"and", "or"}:
        return None
    read = clock_within(time, part) if part else time
    return found("TIME", read) + found("DAY", day) if read else None


@BARE_HOURS.rule("hour=NUM|DOTTEDINT oclock?")
def bare_hour(place: Place, hour: int) -> Found:
    time = clock(hour, 0)
    if time is None or place.after in {"MONTH", "WEAKMONTH", "slash"} or counts_things(place):
        return None
    is_led = place.before in HOUR_COMES_AFTER or _continues_times(place) or _is_moved_to(place)
    return found("TIME", time) if is_led else None


def _is_moved_to(place: Place) -> bool:
    """ "Move it to 4", but not "go to 4"."""
    return place.before == "to" and any(item.kind == "move" for item in place.left)


def _continues_times(place: Place) -> bool:
    """Whether a time came before, as in "from 9 to 5" and "at 3 or 4"."""
    kinds = [item.kind for item in place.left[-3:]]
    links = {"or", "and", "to", "dash", "until", "comma"}
    if not kinds or kinds[-1] not in links:
        return False
    before = kinds[:-1][-1:] if kinds[-2:-1] != ["comma"] else kinds[:-2][-1:]
    return before == ["TIME"]


@BARE_HOURS.rule("first=NUM link=dash|to|until last=NUM")
def hours_of_day(place: Place, first: int, link: str, last: int) -> Found:
    """ "Friday 2-4": two numbers beside a day."""
    times = clock(first, 0), clock(last, 0)
    is_led = place.before in {"DAY", "WEEKDAY", "WEAKDAY", "DATE", "HOURS"}
    if not is_led or None in times or first == last or counts_things(place):
        return None
    return (*found("TIME", times[0]), (link, link), *found("TIME", times[1]))


@BARE_HOURS.rule("suggest hour=NUM")
def suggested_hour(place: Place, hour: int) -> Found:
    """ "How about 4?", where nothing else follows."""
    time = clock(hour, 0)
    ends = place.after in {"", "stop", "comma", "or", "on", "DAY", "WEEKDAY"} and 1 <= hour <= 12
    return found("TIME", time) if time and ends else None


@BARE_HOURS.rule("day=DAY hour=NUM")
def day_then_hour(place: Place, day: int, hour: int) -> Found:
    time = clock(hour, 0)
    ends = place.after in {"", "stop", "comma"}
    return found("DAY", day) + found("TIME", time) if time and ends else None


@BARE_HOURS.rule("hour=NUM onwards")
def hour_or_later(place: Place, hour: int) -> Found:
    time = clock(hour, 0)
    return (*found("TIME", time), ("onwards", "onwards")) if time and not counts_things(place) else None


@BARE_HOURS.rule("hour=NUM link=or|dash|to|until time=TIME")
def hour_before_time(_: Place, hour: int, link: str, time: Clock) -> Found:
    first = clock(hour, 0)
    if first is None:
        return None
    if time.is_certain and not first.is_certain:
        earlier = [minute for minute in first.choices() if minute < time.minute]
        first = Clock(max(earlier, default=first.guess()), is_certain=True)
    return (*found("TIME", first), (link, link), *found("TIME", time))


def clock_within(time: Clock, part: Hours) -> Clock | None:
    """The time as the part of the day makes it; None where the time is certain and lies elsewhere."""
    if time.is_certain:
        return time if _near(time.minute, part) else None
    return Clock(_minute_within(time.minute % NOON, part), is_certain=True)


def _minute_within(minute: int, part: Hours) -> int:
    if "morning" in part.name or part.name in {"first thing", "before work"}:
        return minute
    if "night" in part.name:
        # Half past two at night is before dawn, nine at night is not; twelve is midnight.
        return minute if minute < 5 * 60 else minute + NOON
    if "evening" in part.name and minute < 60:
        return minute
    if part.name in {"lunch", "before lunch"} and minute >= 8 * 60:
        return minute
    return minute + NOON


def _near(minute: int, part: Hours) -> bool:
    """Whether the minute lies in the part, give or take the hours in which people disagree about its name."""
    first, last = (part.first or 0) - 120, (part.last or DAY) + 120
    return first <= minute <= last or ("night" in part.name and minute < 6 * 60)
