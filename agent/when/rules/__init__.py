"""The rules, one file for each kind of expression; importing them fills the stages."""

from agent.when.rules import numbers, occasions, wishes
from agent.when.rules.days import (
    days,
    month_days,
    numbered_days,
    numeric_dates,
    offsets,
    relative_days,
    weekdays,
)
from agent.when.rules.hours import (
    bare_hours,
    clocks,
    hours,
    parts_of_the_day,
    spoken_clocks,
    told_from_clocks,
)
from agent.when.rules.periods import months, period_parts, periods, ranges, seasons

RULES = (
    numbers,
    numbered_days,
    month_days,
    numeric_dates,
    clocks,
    spoken_clocks,
    told_from_clocks,
    occasions,
    parts_of_the_day,
    bare_hours,
    periods,
    months,
    seasons,
    weekdays,
    days,
    offsets,
    relative_days,
    period_parts,
    ranges,
    hours,
    wishes,
)
