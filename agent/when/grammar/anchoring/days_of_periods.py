"""Days of a period that is named beside them: "March next year", "Tuesday next week"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from agent.when.calendar.calendar import day_of_month, month_day, weekday_from
from agent.when.calendar.calendar_periods import month_of
from agent.when.grammar.anchoring.weekdays_of_dates import date_indexes
from agent.when.grammar.engine.items import Item
from agent.when.values import Days

_PERIODS = {"week", "month", "weekend"}
# "After Tuesday next week" ends with the week, "not Tuesday next week" leaves its other days.
_OPENING = {"after", "before", "past", "not", "except"}


def settle_in_year(items: list[Item], bounds: range) -> None:
    """ "March next year", "January 5th of next year"."""
    days = date_indexes(items, bounds)
    years = [index for index in days if items[index].value.grain == "year"]
    others = [index for index in days if items[index].value.grain in {"day", "month"}]
    if len(years) != 1 or not others:
        return
    year = items[years[0]].value.first.year
    for index in others:
        moved = _in_year(items[index].value, year)
        if moved is None:
            return
        items[index] = replace(items[index], value=moved)
    items[years[0]] = replace(items[years[0]], kind="said", value=None)


def _in_year(days: Days, year: int) -> Days | None:
    if days.first is None or days.floats:
        return None
    if days.grain == "month":
        return month_of(days.first.replace(year=year, day=1))
    moved = month_day(days.first, days.first.month, days.first.day, year)
    return Days.on(moved) if moved else None


def settle_in_period(items: list[Item], bounds: range) -> None:
    """Put the days of one sentence that float into the one period it names, in place; the period itself is
    then said and no wish."""
    days = date_indexes(items, bounds)
    periods = [index for index in days if items[index].value.grain in _PERIODS]
    floating = [index for index in days if items[index].value.floats]
    if len(periods) != 1 or not floating:
        return
    period = items[periods[0]].value
    settled = [index for index in floating if _settle(items, index, period)]
    if settled and not any(_is_led(items, index) for index in settled) and not _is_led(items, periods[0]):
        items[periods[0]] = replace(items[periods[0]], kind="said", value=None)


def _settle(items: list[Item], index: int, period: Days) -> bool:
    day = items[index].value
    if period.grain == "month" and day.floats == "weekday":
        # A Tuesday in March is any of them.
        items[index] = replace(items[index], kind="WEEKDAYS", value=frozenset({day.first.weekday()}))
        return False
    moved = _day_in(period, day.first, day.floats)
    if moved is None:
        return False
    items[index] = replace(items[index], value=Days.on(moved))
    return True


def _day_in(period: Days, day: date, floats: str) -> date | None:
    if period.first is None or period.last is None:
        return None
    if floats == "day of month":
        moved = day_of_month(period.first, day.day) if period.grain == "month" else None
    else:
        moved = weekday_from(period.first, day.weekday())
    return moved if moved and period.first <= moved <= period.last else None


def _is_led(items: Sequence[Item], index: int) -> bool:
    while index > 0 and items[index - 1].kind == "filler":
        index -= 1  # "can't come Friday next week"
    return index > 0 and items[index - 1].kind in _OPENING
