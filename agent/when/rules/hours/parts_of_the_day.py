"""Parts of the day, and what they say about the clock beside them: "evening 4", "8 tonight", "9 in the
morning"."""

from __future__ import annotations

from agent.when.calendar.day_parts import PARTS_OF_DAY, part_of_day
from agent.when.grammar.clock_face import clock, clock_within
from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.rules.counting import counts_things
from agent.when.rules.stages import (
    PARTED_CLOCKS,
    PARTS,
)
from agent.when.values import NOON, ClockTime, Hours

# "Friday early afternoon"
_GOES_ON_WITH_PART = frozenset(["PART", "PARTS", "dash", "in", "the", "this", "than"])


@PARTS.rule("how=early|mid|late dash? in? the|this? part=PART")
def early_or_late(_: MatchContext, how: str, part: str) -> RuleResult:
    name = f"{how} {part}"
    return readings("HOURS", part_of_day(name if name in PARTS_OF_DAY else part))


@PARTS.rule("how=early|mid|late weekday=ANYDAY part=PART")
def early_or_late_that_day(place: MatchContext, how: str, weekday: int, part: str) -> RuleResult:
    """ "Late Friday afternoon"."""
    return (("WEEKDAY", weekday), *(early_or_late(place, how=how, part=part) or ()))


@PARTS.rule("how=early|mid|late day=DAY part=PART")
def early_or_late_soon(place: MatchContext, how: str, day: int, part: str) -> RuleResult:
    return (("DAY", day), *(early_or_late(place, how=how, part=part) or ()))


@PARTS.rule("weekday=ANYDAY early")
def early_that_day(place: MatchContext, weekday: int) -> RuleResult:
    """ "Freitag früh", "Do früh"; "so früh" is as early as that."""
    is_other = place.after in _GOES_ON_WITH_PART or place.matched[0].text.casefold() == "so"
    return None if is_other else (("WEEKDAY", weekday), *readings("HOURS", part_of_day("morning")))


@PARTS.rule("lunch_word")
def lunch(place: MatchContext) -> RuleResult:
    """Lunch beside a day is an hour of it, and so is what others are before or after."""
    days = {"DAY", "WEEKDAY", "WEAKDAY", "on"}
    is_time = place.before in days | {"before", "after", "between"} or place.after in days
    return readings("HOURS", part_of_day("lunch")) if is_time else None


@PARTS.rule("first=ANYDAY comma|slash|and|or second=ANYDAY part=PARTS")
def both_such_parts(_: MatchContext, first: int, second: int, part: str) -> RuleResult:
    return readings("WEEKDAYS", frozenset({first, second})) + readings("HOURS", part_of_day(part))


@PARTS.rule("first=ANYDAY comma|slash second=ANYDAY comma|slash|and|or and|or? third=ANYDAY part=PARTS")
def three_such_parts(_: MatchContext, first: int, second: int, third: int, part: str) -> RuleResult:
    return readings("WEEKDAYS", frozenset({first, second, third})) + readings("HOURS", part_of_day(part))


@PARTS.rule("weekday=ANYDAY half=am|pm", "day=DAY half=am|pm")
def half_of_day(place: MatchContext, half: str, weekday: int | None = None, day: int = 0) -> RuleResult:
    """ "Wed pm", "tomorrow am"."""
    if place.right and place.right[0].text.casefold() == "i":
        return None  # On Monday am I ...
    named = (("DAY", day),) if weekday is None else (("WEEKDAY", weekday),)
    return (*named, *readings("HOURS", part_of_day("morning" if half == "am" else "afternoon")))


@PARTS.rule("weekday=ANYDAY part=PARTS", "weekday=WEEKDAYS part=PART|PARTS")
def every_such_part(_: MatchContext, weekday: int | frozenset[int], part: str) -> RuleResult:
    """ "Monday mornings" are those of any Monday."""
    weekdays = weekday if isinstance(weekday, frozenset) else frozenset({weekday})
    return readings("WEEKDAYS", weekdays) + readings("HOURS", part_of_day(part))


@PARTS.rule("half=am|pm")
def half_alone(place: MatchContext, half: str) -> RuleResult:
    """Arabic says "morning" as it says a.m.; behind a time it is that."""
    if not place.habits.ordinal_hours or place.before == "TIME":
        return None
    return readings("HOURS", part_of_day("morning" if half == "am" else "evening"))


@PARTS.rule("part=PART|PARTS")
def part(_: MatchContext, part: str) -> RuleResult:
    return readings("HOURS", part_of_day(part))


@PARTED_CLOCKS.rule("time=TIME comma? half=am|pm")
def clock_with_meridiem(_: MatchContext, time: ClockTime, half: str) -> RuleResult:
    if time.is_certain:
        return readings("TIME", time)
    return readings("TIME", ClockTime(time.minute % NOON + (NOON if half == "pm" else 0), is_certain=True))


@PARTED_CLOCKS.rule("time=TIME in|at|on|of|by? the|this? part=HOURS")
def clock_in_part(_: MatchContext, time: ClockTime, part: Hours) -> RuleResult:
    read = clock_within(time, part)
    return readings("TIME", read) if read else None


@PARTED_CLOCKS.rule("pair=DOTTED in|at? the? part=HOURS")
def dot_clock_in_part(_: MatchContext, pair: tuple[int, int], part: Hours) -> RuleResult:
    time = clock(*pair)
    read = clock_within(time, part) if time else None
    return readings("TIME", read) if read else None


@PARTED_CLOCKS.rule("hour=NUMWORD at part=HOURS")
def spelt_hour_at_part(place: MatchContext, hour: int, part: Hours) -> RuleResult:
    """ "Eight at night"; of a table for eight at night the eight are people."""
    is_hour = part.name == "night" and place.before != "for"
    return hour_in_part(place, hour=hour, part=part) if is_hour else None


@PARTED_CLOCKS.rule("hour=NUM in|of|by the? part=HOURS", "hour=INT at? part=HOURS")
def hour_in_part(place: MatchContext, hour: int, part: Hours) -> RuleResult:
    time = clock(hour, 0)
    return clock_in_part(place, time=time, part=part) if time else None


@PARTED_CLOCKS.rule("part=HOURS comma? at|around|by? time=TIME", "part=HOURS at|around|by? hour=NUM")
def part_then_clock(
    place: MatchContext, part: Hours, time: ClockTime | None = None, hour: int = 0
) -> RuleResult:
    read = time or clock(hour, 0)
    if read is None or (time is None and counts_things(place)) or (hour and place.after in {"MONTH", "of"}):
        return None
    return clock_in_part(place, time=read, part=part)


@PARTED_CLOCKS.rule("hour=NUM|TIME on? day=DAY part=HOURS", "hour=NUM day=DAY")
def hour_before_day(
    place: MatchContext, hour: int | ClockTime, day: int, part: Hours | None = None
) -> RuleResult:
    time = hour if isinstance(hour, ClockTime) else clock(hour, 0)
    if time is None or place.before in {"and", "or"}:
        return None
    read = clock_within(time, part) if part else time
    return readings("TIME", read) + readings("DAY", day) if read else None
