"""Times on the clock: "4:30", "4 pm", "half past three", "20 to 5", "noon", "four thirty"."""

from __future__ import annotations

from agent.when.grammar import Found, Place, Stage, found
from agent.when.rules.counting import HOUR_COMES_AFTER, counts_things
from agent.when.shapes import clock
from agent.when.values import DAY, NOON, Clock, Duration

CLOCKS = Stage()


@CLOCKS.rule("time=HHMM oclock? half=am|pm")
def written_with_meridiem(_: Place, time: Clock, half: str) -> Found:
    return _in_half(time, half)


@CLOCKS.rule("time=HHMM oclock?")
def written(_: Place, time: Clock) -> Found:
    return found("TIME", time)


@CLOCKS.rule("pair=DOTTED oclock? half=am|pm")
def dotted_with_meridiem(_: Place, pair: tuple[int, int], half: str) -> Found:
    return _in_half(clock(*pair), half)


@CLOCKS.rule("pair=DOTTED oclock?")
def dotted(place: Place, pair: tuple[int, int]) -> Found:
    time = clock(*pair)
    is_clock = place.before in HOUR_COMES_AFTER | {"to"} and not counts_things(place)
    return found("TIME", time) if time and is_clock and pair[1] % 5 == 0 else None


@CLOCKS.rule("hour=NUM oclock? half=am|pm")
def hour_with_meridiem(_: Place, hour: int, half: str) -> Found:
    return _in_half(clock(hour, 0), half)


@CLOCKS.rule("hour=INT minute=INT half=am|pm", "hour=NUMWORD dash? minute=NUMWORD half=am|pm")
def spoken_with_meridiem(_: Place, hour: int, minute: int, half: str) -> Found:
    return _in_half(clock(hour, minute), half) if minute >= 10 else None


@CLOCKS.rule("hour=NUM oclock", "hour=DOTTEDINT oclock")
def on_the_hour(_: Place, hour: int) -> Found:
    time = clock(hour, 0)
    return found("TIME", time) if time else None


@CLOCKS.rule("hour=NUM oclock and? half")
def hour_and_half(_: Place, hour: int) -> Found:
    return _around_hour(hour, 30)


@CLOCKS.rule("hour=NUM oclock and a? quarter")
def hour_and_quarter(_: Place, hour: int) -> Found:
    return _around_hour(hour, 15)


@CLOCKS.rule("hour=NUM oclock less a? quarter")
def hour_less_quarter(_: Place, hour: int) -> Found:
    return _around_hour(hour, -15)


@CLOCKS.rule("lead=at|after|before|until|around|by|from|between|and|to hour=ORDWORD")
def ordinal_hour(place: Place, lead: str, hour: int) -> Found:
    """Arabic says the fourth hour."""
    time = clock(hour, 0) if place.habits.ordinal_hours and hour <= 12 else None
    return ((lead, lead), *found("TIME", time)) if time else None


@CLOCKS.rule("lead=at|after|before|until|around|by|from|between|and|to hour=ORDWORD and how=half|quarter|NUM")
def ordinal_hour_and(place: Place, lead: str, hour: int, how: str | int) -> Found:
    late = {"half": 30, "quarter": 15}.get(how, how) if isinstance(how, str) else how
    time = clock(hour, 0) if place.habits.ordinal_hours and hour <= 12 and isinstance(late, int) else None
    return ((lead, lead), *found("TIME", _later(time, late))) if time and isinstance(late, int) else None


@CLOCKS.rule("lead=at|after|before|until|around|by|from|between|and|to hour=ORDWORD less a? quarter")
def ordinal_hour_less(place: Place, lead: str, hour: int) -> Found:
    time = clock(hour, 0) if place.habits.ordinal_hours and hour <= 12 else None
    return ((lead, lead), *found("TIME", _later(time, -15))) if time else None


@CLOCKS.rule("hour=NUM oclock minute=NUM")
def hour_then_minute(place: Place, hour: int, minute: int) -> Found:
    time = clock(hour, minute)
    return found("TIME", time) if time and not counts_things(place) else None


@CLOCKS.rule("hour=NUMWORD dash? minute=NUMWORD")
def spoken(place: Place, hour: int, minute: int) -> Found:
    is_clock = 1 <= hour <= 12 and 10 <= minute <= 59 and not counts_things(place)
    time = clock(hour, minute)
    return found("TIME", time) if time and is_clock and place.before != "for" else None


@CLOCKS.rule("hour=NUM zero minute=NUM", "hour=NUM zero minute=NUM half=am|pm")
def spoken_with_zero(_: Place, hour: int, minute: int, half: str = "") -> Found:
    time = clock(hour, minute) if minute < 10 else None
    return _in_half(time, half)


@CLOCKS.rule("digits=INT4 oclock? half=am|pm", "digits=INT4 oclock")
def four_digits(_: Place, digits: str, half: str = "") -> Found:
    time = clock(int(digits[:2]), int(digits[2:]))
    return (
        _in_half(time, half) if half or time is None else found("TIME", Clock(time.minute, is_certain=True))
    )


@CLOCKS.rule("digits=INT4 unit=UNIT")
def military(place: Place, digits: str, unit: str) -> Found:
    return four_digits(place, digits) if unit == "hour" else None


@CLOCKS.rule("hour=NUM dash? ish", "time=HHMM dash? ish")
def hourish(place: Place, hour: int = 0, time: Clock | None = None) -> Found:
    return found("TIME", time) if time else on_the_hour(place, hour)


@CLOCKS.rule("digits=INT half=am|pm")
def three_digits(_: Place, digits: int, half: str) -> Found:
    return _in_half(clock(*divmod(digits, 100)), half) if digits >= 100 else None


@CLOCKS.rule("digits=INT4")
def bare_four_digits(place: Place, digits: str) -> Found:
    time = clock(int(digits[:2]), int(digits[2:]), is_padded=digits.startswith("0"))
    is_clock = place.before in {"at", "around", "until", "by", "before", "after"} and not counts_things(place)
    return found("TIME", time) if time and is_clock and int(digits) % 5 == 0 else None


@CLOCKS.rule(
    "half dash? past hour=NUM",
    "half after hour=NUM",
    "half hour=NUM",
    "hour=NUM and half",
    "hour=NUMWORD half",
)
def half_hour(place: Place, hour: int) -> Found:
    return None if counts_things(place) else _around_hour(hour, -30 if place.habits.half_before else 30)


@CLOCKS.rule("half to hour=NUM")
def half_to(_: Place, hour: int) -> Found:
    return _around_hour(hour, -30)


@CLOCKS.rule("a? quarter dash? past|after hour=NUM", "hour=NUM and a? quarter", "hour=NUMWORD quarter")
def quarter_past(_: Place, hour: int) -> Found:
    return _around_hour(hour, 15)


@CLOCKS.rule("a? quarter dash? to|before|of|until hour=NUM", "hour=NUM less a? quarter")
def quarter_to(_: Place, hour: int) -> Found:
    return _around_hour(hour, -15)


@CLOCKS.rule("a? quarter past|after time=HHMM|NOON", "quarters=DURATION past|after time=NOON")
def quarter_past_noon(_: Place, time: Clock, quarters: Duration | None = None) -> Found:
    late = 15 if quarters is None else _minutes(0, quarters)
    return found("TIME", _later(time, late)) if late else None


@CLOCKS.rule("a? quarter to|before|of|until time=NOON", "early=DURATION to|before|of|until time=NOON")
def quarter_to_noon(_: Place, time: Clock, early: Duration | None = None) -> Found:
    early_by = 15 if early is None else _minutes(0, early)
    return found("TIME", _later(time, -early_by)) if early_by else None


@CLOCKS.rule("half past|after time=NOON")
def half_past_noon(_: Place, time: Clock) -> Found:
    return found("TIME", _later(time, 30))


@CLOCKS.rule("minutes=NUM past|after time=NOON")
def minutes_past_noon(_: Place, time: Clock, minutes: int) -> Found:
    return found("TIME", _later(time, minutes)) if 0 < minutes < 60 else None


@CLOCKS.rule("minutes=NUM to|before|of|until time=NOON")
def minutes_to_noon(_: Place, time: Clock, minutes: int) -> Found:
    return found("TIME", _later(time, -minutes)) if minutes in {5, 10, 20, 25} else None


@CLOCKS.rule("time=NOON sharp?")
def noon(_: Place, time: Clock) -> Found:
    return found("TIME", time)


@CLOCKS.rule("minutes=NUM past|after hour=NUM", "late=DURATION past|after the? hour=NUM")
def minutes_past(place: Place, hour: int, minutes: int = 0, late: Duration | None = None) -> Found:
    late_by = _minutes(minutes, late)
    return _around_hour(hour, late_by) if late_by and not counts_things(place) else None


@CLOCKS.rule("hour=NUM and minutes=NUM")
def hour_and_minutes(place: Place, hour: int, minutes: int) -> Found:
    is_joined = place.habits.joins_minutes and not _is_between(place)
    return minutes_past(place, hour=hour, minutes=minutes) if is_joined else None


@CLOCKS.rule("minutes=NUMWORD to|before|of|until hour=NUM", "early=DURATION to|before|of|until hour=NUM")
def minutes_to(place: Place, hour: int, minutes: int = 0, early: Duration | None = None) -> Found:
    # "two to four" is a range, "ten to four" is not.
    if early is None and (minutes not in {5, 10, 20, 25} or place.before in {"from", "between", "at"}):
        return None
    early_by = _minutes(minutes, early)
    return _around_hour(hour, -early_by) if early_by and not counts_things(place) else None


@CLOCKS.rule("minutes=INT to|before|of|until hour=NUM", "hour=NUM less minutes=NUM")
def digits_to(place: Place, hour: int, minutes: int) -> Found:
    is_clock = minutes in {20, 25} or (place.habits.joins_minutes and not _is_between(place))
    return (
        _around_hour(hour, -minutes) if is_clock and 0 < minutes < 60 and not counts_things(place) else None
    )


def _is_between(place: Place) -> bool:
    return any(item.kind in {"between", "from"} for item in place.left[-2:])


def _minutes(count: int, duration: Duration | None) -> int | None:
    if duration is not None:
        return int(duration.count) if duration.unit == "minute" and 0 < duration.count < 60 else None
    return count if 0 < count < 60 else None


def _around_hour(hour: int, minutes: int) -> Found:
    time = clock(hour, 0)
    return None if time is None else found("TIME", _later(time, minutes))


def _later(time: Clock, minutes: int) -> Clock:
    return Clock((time.minute + minutes) % (DAY if time.is_certain else NOON), time.is_certain)


def _in_half(time: Clock | None, half: str) -> Found:
    """The time with its meridiem; "14:30 pm" is what it says without."""
    if time is None:
        return None
    if time.minute >= NOON + 60 or not half:
        return found("TIME", time)
    return found("TIME", Clock(time.minute % NOON + (NOON if half == "pm" else 0), is_certain=True))
