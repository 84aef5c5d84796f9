"""Weeks, weekends, months, quarters and years: the one around a day, and the one from a day on."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from agent.when.calendar.calendar import shift, shift_months
from agent.when.values import Days, Duration


def week_of(day: date) -> Days:
    """Monday to Sunday around the day."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6), "week")


def weekend_of(day: date) -> Days:
    """Saturday and Sunday of the week of the day."""
    saturday = day + timedelta(days=5 - day.weekday())
    return Days(saturday, saturday + timedelta(days=1), "weekend")


def month_of(day: date) -> Days:
    return Days(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]), "month")


def quarter_of(day: date) -> Days:
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return Days(first, month_of(shift_months(first, 2)).last, "quarter")


def year_of(day: date) -> Days:
    return Days(date(day.year, 1, 1), date(day.year, 12, 31), "year")


def period_around(day: date, unit: str) -> Days | None:
    """The calendar day, week, weekend, month, quarter or year that holds the day; None for other units."""
    if unit == "day":
        return Days.on(day)
    around = {
        "week": week_of,
        "weekend": weekend_of,
        "month": month_of,
        "quarter": quarter_of,
        "year": year_of,
    }
    return around[unit](day) if unit in around else None


def period_from(day: date, unit: str, steps: int) -> Days | None:
    """The period steps units after the one that holds the day (negative: before it)."""
    moved = shift(day, Duration(steps, "week" if unit == "weekend" else unit))
    return None if moved is None else period_around(moved, unit)
