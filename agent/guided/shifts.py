"""Times told from a time that is known: "half an hour later", "same time next week", "a day earlier". Pure."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import structs

from agent.languages.language import Words
from agent.when import DateRange, TimeRange, When

NUMBER = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "ten": 10,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
}
UNIT = {
    "minute": timedelta(minutes=1),
    "min": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
}
SHIFT = re.compile(
    r"\b(?:(half an|half a)|(\d{1,3}|an?|one|two|three|four|five|ten|fifteen|twenty|thirty))\s*(minute|min|hour|day|week)s?\s+(later|earlier|sooner|after|before)\b"
    r"(?!\s+\w)|\b(later|earlier|back|forward) by (?:(half an|half a)|(\d{1,3}|an?|one|two|three|four|five|ten|fifteen|twenty|thirty))\s*(minute|min|hour|day|week)s?\b"
)


# "The week after", "the next day": counted from a day that is known, with nothing behind it but a time.
BESIDE = re.compile(
    r"\bthe (?:(?P<order>next|following|previous) (?P<unit>day|week)|(?P<unit2>day|week) (?P<order2>after|before)(?: that)?)\b"
    r"(?!\s+(?!at\b|please|instead|then|too|in the)\w)"
)


def beside(text: str, day: date) -> date | None:
    """The day or the week beside the one that is known."""
    found = BESIDE.search(text)
    if found is None:
        return None
    back = (found["order"] or found["order2"]) in {"previous", "before"}
    return day + timedelta(days=7 if (found["unit"] or found["unit2"]) == "week" else 1) * (-1 if back else 1)


def shifted(text: str, base: datetime, zone: ZoneInfo) -> When | None:
    """The exact moment so much earlier or later than the base (aware), read on the clock of the zone."""
    found = SHIFT.search(text)
    if found is None:
        return None
    half, count, unit, way = found.group(1), found.group(2), found.group(3), found.group(4)
    if unit is None:
        way, half, count, unit = found.group(5), found.group(6), found.group(7), found.group(8)
    much = UNIT[unit] * (0.5 if half else NUMBER.get(count) or int(count))
    local = base.astimezone(zone).replace(tzinfo=None) + (
        -much if way in {"earlier", "sooner", "before", "forward"} else much
    )
    return exactly(local, zone)


def same_time(text: str, words: Words, when: When, base: datetime, zone: ZoneInfo) -> When:
    """ "Same time next week": the days that were said, at the hour of the base, on its weekday where a whole week was said."""
    if not re.search(words.same_time, text) or when.times:
        return when
    local = base.astimezone(zone)
    minute = local.hour * 60 + local.minute
    days = tuple(_weekday_of(one, local.weekday()) for one in when.dates)
    return structs.replace(when, dates=days, times=(TimeRange(minute, minute),), zone=str(zone))


def exactly(local: datetime, zone: ZoneInfo) -> When:
    """That minute of that day, on the clock of the zone."""
    minute = local.hour * 60 + local.minute
    return When(
        dates=(DateRange(local.date(), local.date()),), times=(TimeRange(minute, minute),), zone=str(zone)
    )


def _weekday_of(days: DateRange, weekday: int) -> DateRange:
    if days.first is None or days.last is None or (days.last - days.first).days != 6:
        return days
    day = days.first + timedelta(days=(weekday - days.first.weekday()) % 7)
    return DateRange(day, day)
