"""Numbers that are days by the word before them: "el veintidós", "dal 15 al 17", and "ב-14" where nothing
tells of an hour.

They go on as ordinals, which is what they are, so that the rules of "the 14th" read them.
"""

from __future__ import annotations

from agent.when.calendar.day_parts import part_of_day
from agent.when.grammar.clock_face import clock, clock_within
from agent.when.grammar.engine.items import Item, MatchContext, RuleResult, readings
from agent.when.rules.counting import is_counted
from agent.when.rules.stages import TOLD_DAYS
from agent.when.vocabulary.catalogue import plain

LONGEST_MONTH = 31
# Nobody says so of an hour in words; with a "one" it is "one day".
FIRST_SPELT_DAY = 2
# Up to twelve a bare number behind a preposition is an hour.
LAST_BARE_HOUR = 12

_CLOCK_FOLLOWS = frozenset({"oclock", "HHMM", "NH", "half", "quarter", "am", "pm"})
_GOES_ON_AS_CLOCK = _CLOCK_FOLLOWS | {"and", "less", "dash", "until", "INT", "NUMWORD", "MONTH", "WEAKMONTH"}
_DAYS = frozenset(
    {"DAY", "WEEKDAY", "WEAKDAY", "WEEKDAYS", "MONTH", "WEAKMONTH", "HOLIDAY", "NTH"}
    | {"DAYMONTH", "SLASHED", "FULL", "YMD", "DOTTED", "TENTHS"}
)


@TOLD_DAYS.rule("day=NUM")
def day_behind_article(place: MatchContext, day: int) -> RuleResult:
    """ "El veintidós", "desde el quince", "dal 3 al 5": where hours have another article, or none."""
    is_led = bool(place.left) and plain(place.left[-1].text) in place.catalogue.day_articles
    is_led = is_led or _is_beside_weekday(place)
    if not is_led or not FIRST_SPELT_DAY <= day <= LONGEST_MONTH or is_counted(place):
        return day_behind_prefix(place, day)
    return None if _is_hour(place) else readings("ORDINT", day)


def _is_beside_weekday(place: MatchContext) -> bool:
    """ "El viernes dieciocho", where an hour would have its own article."""
    is_habit = place.habits.article_days and not place.catalogue.prefixes and place.after != "PART"
    return is_habit and place.before in {"WEEKDAY", "WEAKDAY"} and place.matched[0].kind == "NUMWORD"


def _is_hour(place: MatchContext) -> bool:
    """ "Le 14 heures 30", "du 9 au 12 heures"; but "el quince a las diez y media" tells a day and an hour."""
    ends = {item.kind for item in place.right[1:]}
    return place.after in _CLOCK_FOLLOWS or (place.after in {"to", "dash"} and bool(ends & _CLOCK_FOLLOWS))


def day_behind_prefix(place: MatchContext, day: int) -> RuleResult:
    """ "ב-14", "תור ל-22": of a wish that tells no day otherwise. Beside a day ("מחר ב-14") it is an hour,
    and so it is up to twelve."""
    if not place.habits.prefixed_days or not _is_prefixed(place):
        return None
    is_day = LAST_BARE_HOUR < day <= LONGEST_MONTH and not is_counted(place)
    if not is_day or place.after in _GOES_ON_AS_CLOCK or _is_range(place):
        return None
    if place.before == "to" and place.after in {"word", "at"}:
        return None  # What they are so many of, or the end of something.
    is_told = any(_tells_day(item) for item in place.sentence) or _is_hour_of_part(place, day)
    return None if is_told else readings("ORDINT", day)


def _is_prefixed(place: MatchContext) -> bool:
    """Whether a preposition is written onto the number; Arabic writes its "in" apart."""
    if place.before in {"at", "to"}:
        return not place.left[-1].text
    return place.before == "in" and place.habits.ordinal_hours and place.after != "the"


def _tells_day(item: Item) -> bool:
    return item.kind in _DAYS or (item.kind == "UNIT" and item.value in {"day", "week", "weekend"})


def _is_range(place: MatchContext) -> bool:
    is_begun = any(item.kind in {"from", "between", "until"} for item in place.left[-4:])
    return is_begun or (
        place.after == "to" and [item.kind for item in place.right[1:2]] in (["INT"], ["HHMM"])
    )


def _is_hour_of_part(place: MatchContext, hour: int) -> bool:
    """ "ב-22 בערב"; a twenty-second in the morning is no hour."""
    parts = [item.value for item in (*place.left[-2:-1], *place.right[:1]) if item.kind == "PART"]
    time = clock(hour, 0)
    return bool(parts and time and clock_within(time, part_of_day(parts[0])))
