"""Times as they are written: "4:30", "4 pm", "1530 hours", "four thirty", "4ish", "noon"."""

from __future__ import annotations

from agent.when.grammar.clock_face import clock, in_half
from agent.when.grammar.engine import Found, Place, found
from agent.when.rules.counting import HOUR_COMES_AFTER, counts_things, stands_alone
from agent.when.rules.stages import (
    CLOCKS,
)
from agent.when.values import NO_SUCH_TIME, NOON, Clock

MONTHS_A_YEAR = 12
LIKELY_YEARS = (1900, 2099)


@CLOCKS.rule("time=HHMM oclock? half=am|pm")
def written_with_meridiem(place: Place, time: Clock, half: str) -> Found:
    return no_clock(place) if half == "am" and time.minute >= NOON + 60 else in_half(time, half)


@CLOCKS.rule("NOTIME oclock?", "NOTIME oclock? am|pm")
def no_clock(place: Place) -> Found:
    """ "25:00", "10:75"."""
    place.doubt(NO_SUCH_TIME)
    return found("NOTIME", None)


@CLOCKS.rule("time=HHMM oclock?")
def written(_: Place, time: Clock) -> Found:
    return found("TIME", time)


@CLOCKS.rule("pair=DOTTED oclock? half=am|pm")
def dotted_with_meridiem(_: Place, pair: tuple[int, int], half: str) -> Found:
    return in_half(clock(*pair), half)


@CLOCKS.rule("pair=DOTTED oclock?")
def dotted(place: Place, pair: tuple[int, int]) -> Found:
    time = clock(*pair)
    if time is None and place.matched[-1].kind == "oclock":
        return no_clock(place)
    is_second = place.before in {"and", "or", "dash"} and "TIME" in {item.kind for item in place.left[-2:-1]}
    is_led = place.before in HOUR_COMES_AFTER | {"to"} or is_second
    # "3.10." may be a day where days are written so; "9.30" is none.
    is_alone = stands_alone(place) and (pair[1] > MONTHS_A_YEAR or pair[1] == 0)
    is_clock = (is_led or is_alone) and not counts_things(place)
    return found("TIME", time) if time and is_clock and pair[1] % 5 == 0 else None


@CLOCKS.rule("hour=NUM oclock? half=am|pm", "hour=NUM oclock? in the half=am|pm")
def hour_with_meridiem(place: Place, hour: int, half: str) -> Found:
    """ "4 pm"; 13 am and 30 pm are no hours, 330 pm may be one."""
    if 24 < hour < 100 or (half == "am" and 12 < hour <= 24):
        return no_clock(place)
    return in_half(clock(hour, 0), half)


@CLOCKS.rule(
    "hour=INT minute=INT half=am|pm",
    "hour=NUMWORD dash? minute=NUMWORD half=am|pm",
    "hour=INT dash? minute=NUMWORD half=am|pm",
)
def spoken_with_meridiem(_: Place, hour: int, minute: int, half: str) -> Found:
    return in_half(clock(hour, minute), half) if minute >= 10 or minute == 0 else None


@CLOCKS.rule("hour=INT minute=INT")
def two_numbers(place: Place, hour: int, minute: int) -> Found:
    """ "11 30", where that is a whole answer, or behind an "at" or before a part of the day."""
    is_clock = 1 <= hour <= 23 and minute % 5 == 0 and len(place.matched[1].text) == 2
    is_led = stands_alone(place) or place.before in HOUR_COMES_AFTER or part_follows(place)
    time = clock(hour, minute)
    return found("TIME", time) if time and is_clock and is_led and not counts_things(place) else None


def part_follows(place: Place) -> bool:
    """ "... in the evening", "... afternoon"."""
    kinds = [item.kind for item in place.right]
    return kinds[:1] == ["PART"] or kinds[:2] == ["in", "PART"] or kinds[:3] == ["in", "the", "PART"]


@CLOCKS.rule("hour=NUM oclock", "hour=DOTTEDINT oclock")
def on_the_hour(place: Place, hour: int) -> Found:
    time = clock(hour, 0)
    is_hour = not place.habits.hour_words or place.before == "at"
    if time is None and hour < 100 and is_hour:
        return no_clock(place)
    return found("TIME", time) if time else None


@CLOCKS.rule("hour=NUM oclock minute=NUM")
def hour_then_minute(place: Place, hour: int, minute: int) -> Found:
    # "The four o'clock one" numbers nothing.
    time = clock(hour, minute) if minute > 1 else None
    return found("TIME", time) if time and not counts_things(place) else None


@CLOCKS.rule("hour=NUMWORD dash? minute=NUMWORD", "hour=INT dash? minute=NUMWORD")
def spoken(place: Place, hour: int, minute: int) -> Found:
    # "Eighteen thirty" is a clock where one is expected; elsewhere it may be a year.
    last = 23 if place.before in HOUR_COMES_AFTER and minute % 5 == 0 else 12
    is_clock = 1 <= hour <= last and 10 <= minute <= 59 and not counts_things(place)
    time = clock(hour, minute)
    return found("TIME", time) if time and is_clock and place.before != "for" else None


@CLOCKS.rule("hour=NUM zero minute=NUM", "hour=NUM zero minute=NUM half=am|pm")
def spoken_with_zero(_: Place, hour: int, minute: int, half: str = "") -> Found:
    time = clock(hour, minute) if minute < 10 else None
    return in_half(time, half)


@CLOCKS.rule("digits=INT4 oclock? half=am|pm", "digits=INT4 oclock")
def four_digits(_: Place, digits: str, half: str = "") -> Found:
    time = clock(int(digits[:2]), int(digits[2:]))
    return in_half(time, half) if half or time is None else found("TIME", Clock(time.minute, is_certain=True))


@CLOCKS.rule("digits=INT4 unit=UNIT")
def military(place: Place, digits: str, unit: str) -> Found:
    return four_digits(place, digits) if unit == "hour" else None


@CLOCKS.rule("hour=NUM half=am|pm ish")
def hourish_with_meridiem(_: Place, hour: int, half: str) -> Found:
    return in_half(clock(hour, 0), half)


@CLOCKS.rule("hour=NUM hundred unit=UNIT", "hour=NUM hundred oclock")
def hundred_hours(_: Place, hour: int, unit: str = "hour") -> Found:
    time = clock(hour, 0) if unit == "hour" else None
    return found("TIME", Clock(time.minute, is_certain=True)) if time else None


@CLOCKS.rule("hour=NUM dash? ish", "time=HHMM dash? ish")
def hourish(place: Place, hour: int = 0, time: Clock | None = None) -> Found:
    return found("TIME", time) if time else on_the_hour(place, hour)


@CLOCKS.rule("digits=INT half=am|pm")
def three_digits(_: Place, digits: int, half: str) -> Found:
    return in_half(clock(*divmod(digits, 100)), half) if digits >= 100 else None


@CLOCKS.rule("lead=at|around|by|until|before|after digits=INT")
def bare_three_digits(place: Place, lead: str, digits: int) -> Found:
    """ "At 330"."""
    time = clock(*divmod(digits, 100)) if digits >= 100 and digits % 5 == 0 else None
    return ((lead, lead), *found("TIME", time)) if time and not counts_things(place) else None


@CLOCKS.rule("digits=INT4")
def bare_four_digits(place: Place, digits: str) -> Found:
    time = clock(int(digits[:2]), int(digits[2:]), is_padded=digits.startswith("0"))
    is_led = place.before in {"at", "around", "until", "by", "before", "after"}
    # Alone it may as well be a year.
    is_alone = stands_alone(place) and not LIKELY_YEARS[0] <= int(digits) <= LIKELY_YEARS[1]
    is_clock = (is_led or is_alone) and not counts_things(place)
    return found("TIME", time) if time and is_clock and int(digits) % 5 == 0 else None


@CLOCKS.rule("time=NOON sharp?")
def noon(_: Place, time: Clock) -> Found:
    return found("TIME", time)
