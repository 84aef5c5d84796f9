"""The day that a number and a month name, or the doubt that the month has no such day."""

from __future__ import annotations

from agent.when.calendar.calendar import YEARS, coming_month_day, days_instead
from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.grammar.engine.patterns import FAMILIES
from agent.when.values import NO_SUCH_DAY, Days

MONTHS_A_YEAR, LONGEST_MONTH = 12, 31
# Beside a month a larger number is no slip of the pen, but something else.
LARGEST_DAY, LARGEST_ORDINAL, LARGEST_BESIDE_MONTH = 39, 99, 999


def read_day(place: MatchContext, month: int, day: int, year: str | None) -> RuleResult:
    number = int(year) if year else None
    read = coming_month_day(place.today, month, day, number)
    if read is not None:
        return readings("DATE", Days.on(read))
    largest = LARGEST_BESIDE_MONTH if _is_surely_month(place) else largest_day(place)
    is_date = day <= largest and 1 <= month <= MONTHS_A_YEAR and (number is None or number in YEARS)
    return doubt_day(place, month, day, number) if is_date else None


def _is_surely_month(place: MatchContext) -> bool:
    """Whether the month of the match is no other word ("may", "set"), or what surrounds it leaves it none: a
    number beside it is meant as a day of it then, even one no month has."""
    kinds = {item.kind for item in place.matched}
    is_alone = place.before in {"", "on", "stop", "comma"} and place.after in {
        "",
        "at",
        "stop",
        "comma",
        "some",
        "TIME",
    }
    return "MONTH" in kinds or bool(kinds & {"the", "of"}) or is_alone


def largest_day(place: MatchContext) -> int:
    """Up to which number something is meant as a day, even if it is none: "the 45th" is nothing else, 45 may
    be."""
    is_ordinal = any(item.kind in FAMILIES["ORD"] for item in place.matched)
    return LARGEST_ORDINAL if is_ordinal else LARGEST_DAY


def doubt_day(place: MatchContext, month: int, day: int, year: int | None) -> RuleResult:
    place.doubt(NO_SUCH_DAY, *days_instead(place.today, month, day, year))
    return readings("NODAY", None)
