"""Times as they are told: "half past three", "quarter to five", "20 to 5", "a quarter past noon"."""

from __future__ import annotations

from agent.when.grammar.clock_face import around_hour, clock, later, minutes_of
from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.rules.counting import counts_things, is_measured
from agent.when.rules.hours.clocks import part_follows
from agent.when.rules.stages import CLOCKS
from agent.when.values import Duration


@CLOCKS.rule(
    "half dash? past hour=NUM",
    "half after hour=NUM",
    "half hour=NUM",
    "hour=NUMWORD half",
)
def half_hour(place: MatchContext, hour: int) -> RuleResult:
    return None if counts_things(place) else around_hour(hour, -30 if place.habits.half_before else 30)


@CLOCKS.rule("hour=NUM and half")
def hour_and_a_half(place: MatchContext, hour: int) -> RuleResult:
    # "Between two and half past four" has an hour at either end.
    return None if place.before == "between" or place.after == "past" else half_hour(place, hour=hour)


@CLOCKS.rule("three_quarters hour=NUM", "quarter hour=NUM")
def quarters_of_hour(place: MatchContext, hour: int) -> RuleResult:
    """German counts quarters towards the hour: "Viertel vier" is a quarter past three, "drei Viertel vier" a
    quarter to four."""
    if not place.habits.half_before or counts_things(place):
        return None
    return around_hour(hour, -15 if place.matched[0].kind == "three_quarters" else -45)


@CLOCKS.rule("minutes=NUM past|after|to|before half hour=NUM")
def minutes_from_half(place: MatchContext, minutes: int, hour: int) -> RuleResult:
    """ "Fünf vor halb vier" is twenty-five past three."""
    if not place.habits.half_before or minutes not in {5, 10} or counts_things(place):
        return None
    is_late = place.matched[1].kind in {"past", "after"}
    return around_hour(hour, -30 + (minutes if is_late else -minutes))


@CLOCKS.rule("half to hour=NUM")
def half_to(_: MatchContext, hour: int) -> RuleResult:
    return around_hour(hour, -30)


@CLOCKS.rule("a? quarter dash? past|after hour=NUM", "hour=NUM and a? quarter", "hour=NUMWORD quarter")
def quarter_past(_: MatchContext, hour: int) -> RuleResult:
    return around_hour(hour, 15)


@CLOCKS.rule("a? quarter dash? to|before|of|until hour=NUM", "hour=NUM less a? quarter")
def quarter_to(_: MatchContext, hour: int) -> RuleResult:
    return around_hour(hour, -15)


@CLOCKS.rule("minutes=NUM past|after hour=NUM", "late=DURATION past|after the? hour=NUM")
def minutes_past(
    place: MatchContext, hour: int, minutes: int = 0, late: Duration | None = None
) -> RuleResult:
    late_by = minutes_of(minutes, late)
    return around_hour(hour, late_by) if late_by and not counts_things(place) else None


@CLOCKS.rule("hour=NUM and minutes=NUM")
def hour_and_minutes(place: MatchContext, hour: int, minutes: int) -> RuleResult:
    is_joined = place.habits.joins_minutes and not _is_between(place) and not is_measured(place)
    # "8 and 11" are two numbers, "8 and 10" may be a time.
    is_listed = all(item.kind != "NUMWORD" for item in place.matched) and place.before != "at" and minutes % 5
    return minutes_past(place, hour=hour, minutes=minutes) if is_joined and not is_listed else None


@CLOCKS.rule("hour=NUM and late=DURATION")
def hour_and_duration(place: MatchContext, hour: int, late: Duration) -> RuleResult:
    is_joined = place.habits.joins_minutes and late.unit == "minute" and not _is_between(place)
    return minutes_past(place, hour=hour, late=late) if is_joined else None


@CLOCKS.rule("minutes=NUMWORD to|before|of|until hour=NUM", "early=DURATION to|before|of|until hour=NUM")
def minutes_to(place: MatchContext, hour: int, minutes: int = 0, early: Duration | None = None) -> RuleResult:
    # "two to four" is a range, "ten to four" is not.
    if early is None and (minutes not in {5, 10, 20, 25} or place.before in {"from", "between"}):
        return None
    early_by = minutes_of(minutes, early)
    return around_hour(hour, -early_by) if early_by and not counts_things(place) else None


@CLOCKS.rule("minutes=INT to|before|of|until hour=NUM", "hour=NUM less minutes=NUM")
def digits_to(place: MatchContext, hour: int, minutes: int) -> RuleResult:
    is_part_told = minutes in {5, 10} and part_follows(place) and place.before not in {"from", "between"}
    is_clock = minutes in {20, 25} or is_part_told or (place.habits.joins_minutes and not _is_between(place))
    return around_hour(hour, -minutes) if is_clock and 0 < minutes < 60 and not counts_things(place) else None


@CLOCKS.rule("hour=NUM and? half less minutes=NUM")
def half_less_minutes(place: MatchContext, hour: int, minutes: int) -> RuleResult:
    """Arabic says "three and a half less five", and "and five"."""
    is_clock = place.habits.joins_minutes and 0 < minutes < 30
    return around_hour(hour, 30 - minutes) if is_clock else None


@CLOCKS.rule("hour=NUM and? half and minutes=NUM")
def half_and_minutes(place: MatchContext, hour: int, minutes: int) -> RuleResult:
    is_clock = place.habits.joins_minutes and 0 < minutes < 30
    return around_hour(hour, 30 + minutes) if is_clock else None


@CLOCKS.rule("hour=NUM oclock and? half")
def hour_and_half(_: MatchContext, hour: int) -> RuleResult:
    return around_hour(hour, 30)


@CLOCKS.rule("hour=NUM oclock and a? quarter")
def hour_and_quarter(_: MatchContext, hour: int) -> RuleResult:
    return around_hour(hour, 15)


@CLOCKS.rule("hour=NUM oclock less a? quarter")
def hour_less_quarter(_: MatchContext, hour: int) -> RuleResult:
    return around_hour(hour, -15)


@CLOCKS.rule("hour=NUM oclock less minutes=NUM")
def hour_less_minutes(place: MatchContext, hour: int, minutes: int) -> RuleResult:
    return around_hour(hour, -minutes) if 0 < minutes < 60 and not counts_things(place) else None


@CLOCKS.rule("lead=at|after|before|until|around|by|from|between|and|to hour=ORDWORD")
def ordinal_hour(place: MatchContext, lead: str, hour: int) -> RuleResult:
    """Arabic says the fourth hour."""
    time = clock(hour, 0) if place.habits.ordinal_hours and hour <= 12 else None
    return ((lead, lead), *readings("TIME", time)) if time else None


@CLOCKS.rule("lead=at|after|before|until|around|by|from|between|and|to hour=ORDWORD and how=half|quarter|NUM")
def ordinal_hour_and(place: MatchContext, lead: str, hour: int, how: str | int) -> RuleResult:
    late = {"half": 30, "quarter": 15}.get(how, how) if isinstance(how, str) else how
    time = clock(hour, 0) if place.habits.ordinal_hours and hour <= 12 and isinstance(late, int) else None
    return ((lead, lead), *readings("TIME", later(time, late))) if time and isinstance(late, int) else None


@CLOCKS.rule("lead=at|after|before|until|around|by|from|between|and|to hour=ORDWORD less a? how=quarter|NUM")
def ordinal_hour_less(place: MatchContext, lead: str, hour: int, how: str | int) -> RuleResult:
    early = 15 if isinstance(how, str) else how
    time = clock(hour, 0) if place.habits.ordinal_hours and hour <= 12 and 0 < early < 60 else None
    return ((lead, lead), *readings("TIME", later(time, -early))) if time else None


def _is_between(place: MatchContext) -> bool:
    return any(item.kind in {"between", "from"} for item in place.left[-2:])
