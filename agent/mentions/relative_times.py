"""Times told from a time that is known: "half an hour later", "same time next week", "a day earlier".
Pure."""

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
    r"\b(?:(half an|half a)|(\d{1,3}|an?|one|two|three|four|five|ten|fifteen|twenty|thirty))\s*(minute|"
    r"min|hour|day|week)s?\s+(later|earlier|sooner|after|before)\b"
    r"(?!\s+\w)|\b(later|earlier|back|forward) by (?:(half an|half a)|(\d{1,3}|an?|one|two|three|four|"
    r"five|ten|fifteen|twenty|thirty))\s*(minute|min|hour|day|week)s?\b"
)


# "The week after", "the next day": counted from a day that is known, with nothing behind it but a time.
BESIDE = re.compile(
    r"\bthe (?:(?P<order>next|following|previous) (?P<unit>day|week)|(?P<unit2>day|week) "
    r"(?P<order2>after|before)(?: that)?)\b"
    r"(?!\s+(?!at\b|please|instead|then|too|in the)\w)"
)


# The same in other languages, and so many days or weeks away: a row of patterns for what comes after, and one
# for what comes before.
AFTER_IT = (
    r"(?:den|einen?|am) tag (?:später|danach|darauf)|am (?:nächsten|folgenden) tag|tags darauf",
    r"(?:le |au )?lendemain|le jour (?:d'après|suivant)|un jour (?:plus tard|après)",
    r"(?:el|al) día siguiente|(?:el|un) día (?:después|más tarde)",
    r"(?:il|al) giorno (?:dopo|seguente|successivo)|un giorno dopo|l'indomani",
    r"(?:ו|ב)?(?:ה)?יום (?:ש)?(?:אחרי|למחרת|אחר כך)(?:יו)?(?!\w)|(?:ו|ב|ל)?מחרת(?:ו)?(?!\w)|יום אחד "
    r"(?:אחרי|מאוחר יותר)",
    r"(?:و)?(?:ال)?يوم (?:اللي |الذي )?(?:بعده|بعدها|يليه|التالي)|(?:و)?بعدها بيوم|بعده بيوم",
    r"a day later|one day later",
)
BEFORE_IT = (
    r"(?:den|einen?|am) tag (?:früher|davor|vorher|eher)|am (?:vorigen|vorherigen) tag|am vortag|tags zuvor",
    r"la veille|le jour (?:d'avant|précédent)|un jour (?:plus tôt|avant)",
    r"(?:el|al) día anterior|(?:el|un) día (?:antes|más temprano)|la víspera",
    r"(?:il|al) giorno (?:prima|precedente)|un giorno prima",
    r"(?:ו|ב)?(?:ה)?יום (?:ש)?(?:לפני|קודם)(?!\w)|יום אחד (?:לפני|קודם|מוקדם יותר)",
    r"(?:ال)?يوم (?:اللي |الذي )?(?:قبله|قبلها|السابق)|قبلها بيوم|قبله بيوم",
    r"(?:a|one) day (?:earlier|sooner)",
)
DAYS_AWAY = (
    ("|".join(AFTER_IT), 1),
    ("|".join(BEFORE_IT), -1),
)
COUNTED = re.compile(
    r"\b(?P<count>\d|two|three|four|five|zwei|drei|vier|deux|trois|quatre|dos|tres|cuatro|due|tre|quattro) "
    r"(?P<unit>days?|tage?|jours?|días?|giorni?|weeks?|wochen?|semaines?|semanas?|settimane?) "
    r"(?:(?P<later>later|after|später|danach|plus tard|après|después|más tarde|dopo)|"
    r"(?P<earlier>earlier|sooner|before|früher|vorher|davor|plus tôt|avant|antes|prima))\b"
)
COUNTS = {
    "two": 2, "zwei": 2, "deux": 2, "dos": 2, "due": 2, "three": 3, "drei": 3, "trois": 3, "tres": 3,
    "tre": 3,
    "four": 4, "vier": 4, "quatre": 4, "cuatro": 4, "quattro": 4, "five": 5,
}  # fmt: skip
WEEKS = ("w", "sem", "set")


def neighbouring_day(text: str, day: date) -> date | None:
    """The day or the week beside the one that is known, or so many days or weeks from it."""
    counted = COUNTED.search(text)
    if counted is not None:
        many = COUNTS.get(counted["count"]) or int(counted["count"])
        days = timedelta(days=many * (7 if counted["unit"].startswith(WEEKS) else 1))
        return day + days if counted["later"] else day - days
    for pattern, away in DAYS_AWAY:
        if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text):
            return day + timedelta(days=away)
    found = BESIDE.search(text)
    if found is None:
        return None
    back = (found["order"] or found["order2"]) in {"previous", "before"}
    return day + timedelta(days=7 if (found["unit"] or found["unit2"]) == "week" else 1) * (-1 if back else 1)


def relative_moment(text: str, base: datetime, zone: ZoneInfo) -> When | None:
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
    return exact_when(local, zone)


def same_time(text: str, words: Words, when: When, base: datetime, zone: ZoneInfo) -> When:
    """ "Same time next week": the days that were said, at the hour of the base, on its weekday where a whole
    week was said."""
    if not re.search(words.same_time, text) or when.times:
        return when
    local = base.astimezone(zone)
    minute = local.hour * 60 + local.minute
    days = tuple(_weekday_of(one, local.weekday()) for one in when.dates)
    return structs.replace(when, dates=days, times=(TimeRange(minute, minute),), zone=str(zone))


def exact_when(local: datetime, zone: ZoneInfo) -> When:
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
