"""The stages of the grammar and the order in which they run; the rules beside this file fill them."""

from __future__ import annotations

from agent.when.grammar.engine.engine import Stage

NUMBER_MONTHS = Stage()
NUMBERS = Stage()
TOLD_DAYS = Stage()
MONTH_DAYS = Stage()
DURATIONS = Stage()
CLOCKS = Stage()
PARTS = Stage()
PARTED_CLOCKS = Stage()
BARE_HOURS = Stage()
PERIODS = Stage()
NTH_DAYS = Stage()
DAYS = Stage()
OFFSETS = Stage()
PERIOD_PARTS = Stage()
RANGES = Stage()
HOURS = Stage()
WISHES = Stage()

# Small things first: numbers, then clocks and days, then what is counted from them.
READING = (
    NUMBER_MONTHS,
    NUMBERS,
    TOLD_DAYS,
    MONTH_DAYS,
    DURATIONS,
    CLOCKS,
    PARTS,
    PARTED_CLOCKS,
    BARE_HOURS,
    PARTED_CLOCKS,
    PERIODS,
    NTH_DAYS,
    DAYS,
    OFFSETS,
    PERIOD_PARTS,
)

# Once bare weekdays have found their week: stretches. Then comes what does not suit (`negation.py`), and the
# wishes last.
COMPOSING = (RANGES, HOURS)
LAST = (WISHES,)
