"""The rules, by what they read, and the order in which the stages of the grammar run."""

from agent.when.rules.clocks import CLOCKS
from agent.when.rules.days import DAYS, NTH_DAYS
from agent.when.rules.exclusions import EXCLUSIONS
from agent.when.rules.hours import HOURS
from agent.when.rules.months import MONTH_DAYS
from agent.when.rules.numbers import DURATIONS, NUMBERS
from agent.when.rules.offsets import OFFSETS
from agent.when.rules.parts import BARE_HOURS, PARTED_CLOCKS, PARTS
from agent.when.rules.periods import PERIOD_PARTS, PERIODS
from agent.when.rules.ranges import RANGES
from agent.when.rules.wishes import WISHES

# Small things first: numbers, then clocks and days, then what is counted from them.
READING = (
    NUMBERS,
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

# Once bare weekdays have found their week: stretches, and what does not suit.
COMPOSING = (RANGES, HOURS, EXCLUSIONS, WISHES)

__all__ = ["COMPOSING", "READING"]
