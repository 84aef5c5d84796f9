"""Numbers in words, and durations ("two weeks", "half an hour"), which on their own say nothing about
when."""

from __future__ import annotations

from agent.when.grammar.clock_face import clock
from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.rules.stages import DURATIONS, NUMBER_MONTHS, NUMBERS
from agent.when.values import Duration

FEW = 3
# Hours that an appointment may take, and at which nobody has opened yet.
LONGEST_LETTERED = 8


@NUMBER_MONTHS.rule("both=NUMMONTH")
def number_or_month(place: MatchContext, both: tuple[int, int]) -> RuleResult:
    """French "sept" is seven, and September behind the number of a day ("11 sept.") or before a year; "vingt
    sept" is 27."""
    number, month = both
    is_number = place.after in {"oclock", "UNIT", "half", "quarter", "PART"}
    before = [item.kind for item in place.left[-2:]]
    is_told = place.before in {"INT", "ORDINT", "DOTTEDINT", "ORDWORD", "begin", "middle", "end"}
    is_told = is_told or before in (["the", "NUMWORD"], ["middle", "dash"]) or place.after == "INT4"
    is_told = is_told or (place.before == "in" and place.after in {"", "stop", "comma"})
    # "Le vingt sept": the tens of a number.
    is_tens = place.before == "NUMWORD" and place.left[-1].value in {20, 30}
    return (
        readings("MONTH", month) if is_told and not is_number and not is_tens else readings("NUMWORD", number)
    )


@NUMBERS.rule("tens=NUMWORD dash? ones=NUMWORD", "tens=NUMWORD and ones=NUMWORD")
def number_in_words(_: MatchContext, tens: int, ones: int) -> RuleResult:
    if tens % 10 == 0 and 20 <= tens < 100 and 0 < ones < 10:
        return readings("NUMWORD", tens + ones)
    return None


@NUMBERS.rule("ones=NUMWORD and tens=NUMWORD")
def number_in_words_ones_first(place: MatchContext, ones: int, tens: int) -> RuleResult:
    return number_in_words(place, tens=tens, ones=ones) if place.habits.ones_first else None


@NUMBERS.rule("tens=NUMWORD dash? ones=ORDWORD")
def ordinal_in_words(_: MatchContext, tens: int, ones: int) -> RuleResult:
    return readings("ORDWORD", tens + ones) if tens in {20, 30} and ones < 10 else None


@NUMBERS.rule("a? couple of?")
def couple(_: MatchContext) -> RuleResult:
    return readings("NUMWORD", 2)


@NUMBERS.rule("a? few")
def a_few(_: MatchContext) -> RuleResult:
    return readings("NUMWORD", FEW)


@DURATIONS.rule("count=NUM dash? more? calendar? unit=UNIT")
def duration(_: MatchContext, count: int, unit: str) -> RuleResult:
    return readings("DURATION", _duration(float(count), unit)) if count else None


@DURATIONS.rule("lead=in|for|ago count=NUM oclock")
def hours_by_clock_word(place: MatchContext, lead: str, count: int) -> RuleResult:
    """ "Dans 2 heures": the word that makes a time of day also counts hours."""
    return ((lead, lead), *readings("DURATION", Duration(count, "hour"))) if place.habits.hour_words else None


@DURATIONS.rule("lead=in|a|for count=NH")
def hours_by_letter(place: MatchContext, lead: str, count: int) -> RuleResult:
    """ "In 2h"; "for 14h" is a time of day, and so is any of them where people write "à 9h"."""
    is_length = lead == "in" or (count < LONGEST_LETTERED and not place.habits.hour_words)
    return ((lead, lead), *readings("DURATION", Duration(count, "hour"))) if is_length else None


@DURATIONS.rule("hour=NH")
def hour_by_letter(_: MatchContext, hour: int) -> RuleResult:
    time = clock(hour, 0)
    return readings("HHMM", time) if time else readings("NOTIME", None)


@DURATIONS.rule("a unit=UNIT")
def one_unit(place: MatchContext, unit: str) -> RuleResult:
    return None if place.before in {"many", "twice"} else readings("DURATION", _duration(1, unit))


@DURATIONS.rule("count=TENTHS dash? unit=UNIT")
def tenths(_: MatchContext, count: tuple[int, int], unit: str) -> RuleResult:
    return readings("DURATION", _duration(count[0] + count[1] / 10, unit))


@DURATIONS.rule("parts=SLASHED of? a? unit=UNIT")
def fraction(_: MatchContext, parts: tuple[int, int], unit: str) -> RuleResult:
    """ "1/2 hour"."""
    return readings("DURATION", _duration(0.5, unit)) if parts == (1, 2) else None


@DURATIONS.rule("a? half a? unit=UNIT", "half of? a unit=UNIT")
def half_unit(_: MatchContext, unit: str) -> RuleResult:
    return readings("DURATION", _duration(0.5, unit))


@DURATIONS.rule(
    "a|the unit=UNIT and a half", "count=NUM unit=UNIT and a half", "count=NUM and a half unit=UNIT"
)
def unit_and_half(_: MatchContext, unit: str, count: int = 1) -> RuleResult:
    return readings("DURATION", _duration(count + 0.5, unit))


@DURATIONS.rule("a quarter of? a? unit=UNIT", "quarter of? a unit=UNIT")
def quarter_hour(_: MatchContext, unit: str) -> RuleResult:
    return readings("DURATION", Duration(15, "minute")) if unit == "hour" else None


@DURATIONS.rule("three=NUM quarters=UNIT of a unit=UNIT")
def three_quarters(_: MatchContext, three: int, quarters: str, unit: str) -> RuleResult:
    is_hour = quarters == "quarter" and unit == "hour"
    return readings("DURATION", Duration(15 * three, "minute")) if is_hour else None


@DURATIONS.rule("count=NUM nights=NIGHTS")
def nights(_: MatchContext, count: int, nights: str) -> RuleResult:
    return readings("DURATION", Duration(count, nights))


def _duration(count: float, unit: str) -> Duration:
    if unit == "fortnight":
        return Duration(count * 2, "week")
    return Duration(count, unit)
