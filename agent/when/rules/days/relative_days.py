"""Days and weeks beside a day: "the Monday after Easter", "the week of the 14th", "Memorial Day weekend"."""

from __future__ import annotations

from datetime import timedelta

from agent.when.calendar.calendar import weekday_after, weekday_before
from agent.when.calendar.calendar_periods import period_around, period_from
from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.rules.stages import OFFSETS
from agent.when.values import Days, Duration


@OFFSETS.rule("the? day=DATE order=after|before anchor=DATE")
def weekday_beside(_: MatchContext, day: Days, order: str, anchor: Days) -> RuleResult:
    """ "the Monday after Easter"."""
    edge = anchor.last if order == "after" else anchor.first
    if day.floats != "weekday" or day.first is None or edge is None:
        return None
    beside = weekday_after if order == "after" else weekday_before
    return readings("DATE", Days.on(beside(edge, day.first.weekday())))


@OFFSETS.rule("unit=UNIT from anchor=DATE")
def week_from(place: MatchContext, unit: str, anchor: Days) -> RuleResult:
    """ "Week from Monday" is a week later; "the week from Monday" is that week."""
    if unit != "week" or place.before == "the" or anchor.first is None or not anchor.floats:
        return None
    return readings("DATE", Days.on(anchor.first + timedelta(weeks=1)))


@OFFSETS.rule("the? unit=UNIT of|with|from? the? day=DATE", "day=DATE unit=UNIT")
def unit_around(_: MatchContext, unit: str, day: Days) -> RuleResult:
    """ "the week of the 14th", "Memorial Day weekend"."""
    if day.first is None or unit not in {"week", "weekend", "month"} or not day.is_day:
        return None
    # The weekend of a Monday is the one before it.
    near = day.first - timedelta(days=3) if unit == "weekend" and day.first.weekday() < 3 else day.first
    period = period_around(near, unit)
    return readings("DATE", period) if period else None


@OFFSETS.rule("the? unit=UNIT|DURATION order=before|after the? anchor=DATE")
def unit_beside(_: MatchContext, unit: str | Duration, order: str, anchor: Days) -> RuleResult:
    """ "the day after Easter", "the week before the 14th"."""
    edge = anchor.first if order == "before" else anchor.last
    if edge is None or isinstance(unit, Duration):
        return None
    period = period_from(edge, unit, -1 if order == "before" else 1)
    return readings("DATE", period) if period else None


@OFFSETS.rule(
    "anchor=DATE for length=DURATION",
    "from anchor=DATE for length=DURATION",
    "for length=DURATION comma? from anchor=DATE",
)
def days_from(_: MatchContext, anchor: Days, length: Duration) -> RuleResult:
    # What is asked for begins on that day, however long it lasts.
    return (
        readings("DATE", anchor)
        if length.unit in {"night", "day", "week", "month"} and anchor.is_day
        else None
    )


@OFFSETS.rule("length=DURATION comma? from on? anchor=DATE")
def nights_from(_: MatchContext, anchor: Days, length: Duration) -> RuleResult:
    return readings("DATE", anchor) if length.unit == "night" and anchor.is_day else None
