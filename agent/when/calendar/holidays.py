"""Holidays people name instead of a date, each as the rule that finds it in a year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from agent.when.calendar.calendar import easter, nth_weekday
from agent.when.calendar.calendar_periods import month_of

DayIn = Callable[[int], date]


def _on_date(month: int, day: int) -> DayIn:
    return lambda year: date(year, month, day)


def _nth(month: int, nth: int, weekday: int, days_later: int = 0) -> DayIn:
    def find(year: int) -> date:
        found = nth_weekday(month_of(date(year, month, 1)), nth, weekday)
        assert found is not None  # noqa: S101 - every month has four of each weekday
        return found + timedelta(days=days_later)

    return find


def _easter(days_later: int) -> DayIn:
    return lambda year: easter(year) + timedelta(days=days_later)


HOLIDAYS: dict[str, DayIn] = {
    "new year's day": _on_date(1, 1),
    "new year's eve": _on_date(12, 31),
    "epiphany": _on_date(1, 6),
    "martin luther king day": _nth(1, 3, 0),
    "groundhog day": _on_date(2, 2),
    "valentine's day": _on_date(2, 14),
    "presidents' day": _nth(2, 3, 0),
    "women's day": _on_date(3, 8),
    "st patrick's day": _on_date(3, 17),
    "april fools' day": _on_date(4, 1),
    "earth day": _on_date(4, 22),
    "shrove tuesday": _easter(-47),
    "ash wednesday": _easter(-46),
    "palm sunday": _easter(-7),
    "maundy thursday": _easter(-3),
    "good friday": _easter(-2),
    "holy saturday": _easter(-1),
    "easter": _easter(0),
    "easter monday": _easter(1),
    "ascension day": _easter(39),
    "pentecost": _easter(49),
    "whit monday": _easter(50),
    "corpus christi": _easter(60),
    "labour day": _on_date(5, 1),
    "cinco de mayo": _on_date(5, 5),
    "mother's day": _nth(5, 2, 6),
    "memorial day": _nth(5, -1, 0),
    "flag day": _on_date(6, 14),
    "father's day": _nth(6, 3, 6),
    "juneteenth": _on_date(6, 19),
    "canada day": _on_date(7, 1),
    "independence day": _on_date(7, 4),
    "bastille day": _on_date(7, 14),
    "assumption day": _on_date(8, 15),
    "labor day": _nth(9, 1, 0),
    "german unity day": _on_date(10, 3),
    "columbus day": _nth(10, 2, 0),
    "halloween": _on_date(10, 31),
    "all saints' day": _on_date(11, 1),
    "all souls' day": _on_date(11, 2),
    "guy fawkes day": _on_date(11, 5),
    "veterans day": _on_date(11, 11),
    "thanksgiving": _nth(11, 4, 3),
    "black friday": _nth(11, 4, 3, days_later=1),
    "cyber monday": _nth(11, 4, 3, days_later=4),
    "st nicholas' day": _on_date(12, 6),
    "christmas eve": _on_date(12, 24),
    "christmas day": _on_date(12, 25),
    "boxing day": _on_date(12, 26),
}


def holiday_from(today: date, name: str, year: int | None = None) -> date:
    """The holiday in the given year, or the first one from today on."""
    find = HOLIDAYS[name]
    if year is not None:
        return find(year)
    return find(today.year) if find(today.year) >= today else find(today.year + 1)
