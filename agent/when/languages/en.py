"""English words for time."""

from agent.when.calendar.day_parts import part_of_day
from agent.when.languages.english.calendar import (
    DAYS,
    HOLIDAYS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS,
    PLURAL_PARTS,
    PLURAL_WEEKDAYS,
    SEASONS,
    UNITS,
    WEAK_MONTHS,
    WEAK_WEEKDAYS,
    WEEKDAYS,
)
from agent.when.languages.english.idioms import (
    COUNTED,
    EARLIER,
    LATER,
    LOOKALIKES,
    MEASURES,
    NOT_COUNTED,
    NOTHING,
    OCCASIONS,
    SOONEST,
)
from agent.when.languages.english.markers import MARKERS
from agent.when.values import NOON, ClockTime
from agent.when.vocabulary.catalogue import TimeWords

PHRASES = {
    "not so early | not that early | not very early | not quite so early | not super early | not so soon | not that soon": (
        ("not", "not"),
        ("RELATIVE", "later"),
    ),
    "not so late | not that late | not very late | not quite so late | not super late": (
        ("not", "not"),
        ("RELATIVE", "earlier"),
    ),
    "tonight | tonite | 2nite | this evening tonight": (("DAY", 0), ("PART", "night")),
    "this morning": (("DAY", 0), ("PART", "morning")),
    "this afternoon": (("DAY", 0), ("PART", "afternoon")),
    "this evening": (("DAY", 0), ("PART", "evening")),
    "late tonight | later tonight": (("DAY", 0), ("PART", "late night")),
    "last night | yesterday night": (("DAY", -1), ("PART", "night")),
    "yesterday evening | last evening": (("DAY", -1), ("PART", "evening")),
    "noon | midday | mid day | 12 noon | twelve noon | high noon | noonish": (
        ("NOON", ClockTime(NOON, is_certain=True)),
    ),
    "midnight | 12 midnight | twelve midnight": (("NOON", ClockTime(0, is_certain=True)),),
    "on weekdays | weekdays | weekday | a weekday | any weekday | week days | on a weekday | during the week | "
    "working days | business days | workdays": (("WEEKDAYS", frozenset(range(5))),),
    "on weekends | weekends | on the weekends | at weekends | a weekend | any weekend | every weekend": (
        ("WEEKDAYS", frozenset({5, 6})),
    ),
    "in a fortnight | a fortnight from now | fortnight from now | a fortnight today | fortnight today": (
        ("in", "in"),
        ("NUMWORD", 2),
        ("UNIT", "week"),
    ),
    "penultimate | last but one": (("ORDWORD", 2), ("to", "to"), ("last", "last")),
    "coming days | next days | following days": (("next", "next"), ("NUMWORD", 3), ("UNIT", "day")),
    "coming weeks | next weeks | following weeks": (("next", "next"), ("NUMWORD", 3), ("UNIT", "week")),
    "nights": (("NIGHTS", "night"),),
    "eom | end of month | month end | months end": (("end", "end"), ("this", "this"), ("UNIT", "month")),
    "midweek | mid week": (("middle", "middle"), ("this", "this"), ("UNIT", "week")),
    "eow | end of week": (("end", "end"), ("this", "this"), ("UNIT", "week")),
    "eoy | end of year | year end": (("end", "end"), ("this", "this"), ("UNIT", "year")),
    "start of month | beginning of month": (("begin", "begin"), ("this", "this"), ("UNIT", "month")),
    "in one minute": (("in", "in"), ("NUMWORD", 1), ("UNIT", "minute")),
    "night of | the night of": (("on", "on"),),
    "breakfast | wake up call | wake up calls | wake me | wake us | waking up": (
        ("CUE", part_of_day("morning")),
    ),
    "dinner | supper | evening meal | dinner reservation": (("CUE", part_of_day("evening")),),
    **{
        f"{word}ish | {word} ish": (("NUMWORD", hour), ("ish", "ish"))
        for hour, word in NUMBERS.items()
        if 1 <= hour <= 12
    },
    "a week today | today week": (("in", "in"), ("NUMWORD", 1), ("UNIT", "week")),
}


WORDS = TimeWords(
    markers=MARKERS,
    weekdays=WEEKDAYS,
    weak_weekdays=WEAK_WEEKDAYS,
    plural_weekdays=PLURAL_WEEKDAYS,
    months=MONTHS,
    weak_months=WEAK_MONTHS,
    units=UNITS,
    parts=PARTS,
    plural_parts=PLURAL_PARTS,
    days=DAYS,
    numbers=NUMBERS,
    ordinals=ORDINALS,
    phrases=PHRASES,
    seasons=SEASONS,
    holidays=HOLIDAYS,
    soonest=SOONEST,
    earlier=EARLIER,
    later=LATER,
    nothing=NOTHING,
    counted=COUNTED,
    not_counted=NOT_COUNTED,
    measures=MEASURES,
    occasions=OCCASIONS,
    lookalikes=LOOKALIKES,
    plural_ending="s",
)
