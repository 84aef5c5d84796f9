"""The stages of the grammar and the order in which they run; the rules beside this file fill them."""

from __future__ import annotations

from agent.when.grammar.engine.engine import RuleStage

NUMBER_MONTHS = RuleStage()
NUMBERS = RuleStage()
TOLD_DAYS = RuleStage()
MONTH_DAYS = RuleStage()
DURATIONS = RuleStage()
CLOCKS = RuleStage()
PARTS = RuleStage()
PARTED_CLOCKS = RuleStage()
BARE_HOURS = RuleStage()
PERIODS = RuleStage()
NTH_DAYS = RuleStage()
DAYS = RuleStage()
OFFSETS = RuleStage()
PERIOD_PARTS = RuleStage()
RANGES = RuleStage()
HOURS = RuleStage()
WISHES = RuleStage()

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
