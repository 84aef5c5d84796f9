"""Times as they are written: "4:30", "4 pm", "1530 hours", "four thirty", "4ish", "noon"."""

from __future__ import annotations

from agent.when.grammar.clock_face import clock, in_half
from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.rules.counting import HOUR_COMES_AFTER, counts_things, stands_alone
from agent.when.rules.stages import CLOCKS
from agent.when.values import NO_SUCH_TIME, NOON, ClockTime

MONTHS_A_YEAR = 12
LIKELY_YEARS = (1900, 2099)


@CLOCKS.rule("time=HHMM oclock? half=am|pm")
def colon_clock_with_meridiem(place: MatchContext, time: ClockTime, half: str) -> RuleResult:
    return no_clock(place) if half == "am" and time.minute >= NOON + 60 else in_half(time, half)


@CLOCKS.rule("NOTIME oclock?", "NOTIME oclock? am|pm")
def no_clock(place: MatchContext) -> RuleResult:
    """ "25:00", "10:75"."""
    place.doubt(NO_SUCH_TIME)
    return readings("NOTIME", None)


@CLOCKS.rule("time=HHMM oclock?")
def colon_clock(_: MatchContext, time: ClockTime) -> RuleResult:
    return readings("TIME", time)


@CLOCKS.rule("pair=DOTTED oclock? half=am|pm")
def dot_clock_with_meridiem(_: MatchContext, pair: tuple[int, int], half: str) -> RuleResult:
    return in_half(clock(*pair), half)


@CLOCKS.rule("pair=DOTTED oclock?")
def dot_clock(place: MatchContext, pair: tuple[int, int]) -> RuleResult:
    time = clock(*pair)
    if time is None and place.matched[-1].kind == "oclock":
        return no_clock(place)
    is_second = place.before in {"and", "or", "dash"} and "TIME" in {item.kind for item in place.left[-2:-1]}
    is_led = place.before in HOUR_COMES_AFTER | {"to"} or is_second
    # "3.10." may be a day where days are written so; "9.30" is none.
    is_alone = stands_alone(place) and (pair[1] > MONTHS_A_YEAR or pair[1] == 0)
    is_clock = (is_led or is_alone) and not counts_things(place)
    return readings("TIME", time) if time and is_clock and pair[1] % 5 == 0 else None


@CLOCKS.rule("hour=NUM oclock? half=am|pm", "hour=NUM oclock? in the half=am|pm")
def hour_with_meridiem(place: MatchContext, hour: int, half: str) -> RuleResult:
    """ "4 pm"; 13 am and 30 pm are no hours, 330 pm may be one."""
    if 24 < hour < 100 or (half == "am" and 12 < hour <= 24):
        return no_clock(place)
    return in_half(clock(hour, 0), half)


@CLOCKS.rule(
    "hour=INT minute=INT half=am|pm",
    "hour=NUMWORD dash? minute=NUMWORD half=am|pm",
    "hour=INT dash? minute=NUMWORD half=am|pm",
)
def word_clock_with_meridiem(_: MatchContext, hour: int, minute: int, half: str) -> RuleResult:
    return in_half(clock(hour, minute), half) if minute >= 10 or minute == 0 else None


@CLOCKS.rule("hour=INT minute=INT")
def two_numbers(place: MatchContext, hour: int, minute: int) -> RuleResult:
    """ "11 30", where that is a whole answer, or behind an "at" or before a part of the day."""
    is_clock = 1 <= hour <= 23 and minute % 5 == 0 and len(place.matched[1].text) == 2
    is_led = stands_alone(place) or place.before in HOUR_COMES_AFTER or part_follows(place)
    time = clock(hour, minute)
    return readings("TIME", time) if time and is_clock and is_led and not counts_things(place) else None


def part_follows(place: MatchContext) -> bool:
    """ "... in the evening", "... afternoon"."""
    kinds = [item.kind for item in place.right]
    return kinds[:1] == ["PART"] or kinds[:2] == ["in", "PART"] or kinds[:3] == ["in", "the", "PART"]


@CLOCKS.rule("hour=NUM oclock", "hour=DOTTEDINT oclock")
def on_the_hour(place: MatchContext, hour: int) -> RuleResult:
    time = clock(hour, 0)
    is_hour = not place.habits.hour_words or place.before == "at"
    if time is None and hour < 100 and is_hour:
        return no_clock(place)
    return readings("TIME", time) if time else None


@CLOCKS.rule("hour=NUM oclock minute=NUM")
def hour_then_minute(place: MatchContext, hour: int, minute: int) -> RuleResult:
    # "The four o'clock one" numbers nothing.
    time = clock(hour, minute) if minute > 1 else None
    return readings("TIME", time) if time and not counts_things(place) else None


@CLOCKS.rule("hour=NUMWORD dash? minute=NUMWORD", "hour=INT dash? minute=NUMWORD")
def word_clock(place: MatchContext, hour: int, minute: int) -> RuleResult:
    # "Eighteen thirty" is a clock where one is expected; elsewhere it may be a year.
    last = 23 if place.before in HOUR_COMES_AFTER and minute % 5 == 0 else 12
    is_clock = 1 <= hour <= last and 10 <= minute <= 59 and not counts_things(place)
    time = clock(hour, minute)
    return readings("TIME", time) if time and is_clock and place.before != "for" else None


@CLOCKS.rule("hour=NUM zero minute=NUM", "hour=NUM zero minute=NUM half=am|pm")
def word_clock_with_zero(_: MatchContext, hour: int, minute: int, half: str = "") -> RuleResult:
    time = clock(hour, minute) if minute < 10 else None
    return in_half(time, half)


@CLOCKS.rule("digits=INT4 oclock? half=am|pm", "digits=INT4 oclock")
def four_digits(_: MatchContext, digits: str, half: str = "") -> RuleResult:
    time = clock(int(digits[:2]), int(digits[2:]))
    return (
        in_half(time, half)
        if half or time is None
        else readings("TIME", ClockTime(time.minute, is_certain=True))
    )


@CLOCKS.rule("digits=INT4 unit=UNIT")
def military(place: MatchContext, digits: str, unit: str) -> RuleResult:
    return four_digits(place, digits) if unit == "hour" else None


@CLOCKS.rule("hour=NUM half=am|pm ish")
def hourish_with_meridiem(_: MatchContext, hour: int, half: str) -> RuleResult:
    return in_half(clock(hour, 0), half)


@CLOCKS.rule("hour=NUM hundred unit=UNIT", "hour=NUM hundred oclock")
def hundred_hours(_: MatchContext, hour: int, unit: str = "hour") -> RuleResult:
    time = clock(hour, 0) if unit == "hour" else None
    return readings("TIME", ClockTime(time.minute, is_certain=True)) if time else None


@CLOCKS.rule("hour=NUM dash? ish", "time=HHMM dash? ish")
def hourish(place: MatchContext, hour: int = 0, time: ClockTime | None = None) -> RuleResult:
    return readings("TIME", time) if time else on_the_hour(place, hour)


@CLOCKS.rule("digits=INT half=am|pm")
def three_digits(_: MatchContext, digits: int, half: str) -> RuleResult:
    return in_half(clock(*divmod(digits, 100)), half) if digits >= 100 else None


@CLOCKS.rule("lead=at|around|by|until|before|after digits=INT")
def bare_three_digits(place: MatchContext, lead: str, digits: int) -> RuleResult:
    """ "At 330"."""
    time = clock(*divmod(digits, 100)) if digits >= 100 and digits % 5 == 0 else None
    return ((lead, lead), *readings("TIME", time)) if time and not counts_things(place) else None


@CLOCKS.rule("digits=INT4")
def bare_four_digits(place: MatchContext, digits: str) -> RuleResult:
    time = clock(int(digits[:2]), int(digits[2:]), is_padded=digits.startswith("0"))
    is_led = place.before in {"at", "around", "until", "by", "before", "after"}
    # Alone it may as well be a year.
    is_alone = stands_alone(place) and not LIKELY_YEARS[0] <= int(digits) <= LIKELY_YEARS[1]
    is_clock = (is_led or is_alone) and not counts_things(place)
    return readings("TIME", time) if time and is_clock and int(digits) % 5 == 0 else None


@CLOCKS.rule("time=NOON sharp?")
def noon(_: MatchContext, time: ClockTime) -> RuleResult:
    return readings("TIME", time)
