"""Times told from a time that is known, without a count: "the next day", "same time next week". Pure."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import structs

from agent.languages.language import Words
from agent.languages.patterns.compiled import compiled
from agent.when import DateRange, TimeRange, When

# "The week after", "the next day": counted from a day that is known, with nothing behind it but a time.
BESIDE = re.compile(
    r"\bthe (?:(?P<order>next|following|previous) (?P<unit>day|week)|(?P<unit2>day|week) "
    r"(?P<order2>after|before)(?: that)?)\b"
    r"(?!\s+(?!at\b|please|instead|then|too|in the)\w)"
)


# The same in other languages: the day beside it, and the week beside it, as people tell it without a count.
DAY_AFTER = (
    r"(?:den|am|dem) tag (?:später|danach|darauf|drauf|nachher)|am (?:nächsten|folgenden) tag|tags darauf",
    r"(?:le |au )?lendemain|le jour (?:d'après|suivant)",
    r"(?:el|al) día siguiente|el día (?:(?:de )?después|más tarde)",
    r"(?:il|al) giorno (?:dopo|seguente|successivo)|l'indomani",
    r"(?:ו|ב)?(?:ה)?יום (?:ש)?(?:אחרי|למחרת|אחר כך)(?:יו)?(?!\w)|(?:ו|ב|ל)?מחרת(?:ו)?(?!\w)",
    r"(?:و)?(?:ال)?يوم (?:اللي |الذي )?(?:بعده|بعدها|يليه|التالي)",
)
DAY_BEFORE = (
    r"(?:den|am) tag (?:früher|davor|vorher|eher)|am (?:vorigen|vorherigen) tag|am vortag|tags zuvor",
    r"la veille|le jour (?:d'avant|précédent)",
    r"(?:el|al) día anterior|el día (?:(?:de )?antes|más temprano)|la víspera",
    r"(?:il|al) giorno (?:prima|precedente)",
    r"(?:ו|ב)?(?:ה)?יום (?:ש)?(?:לפני|קודם)(?!\w)",
    r"(?:ال)?يوم (?:اللي |الذي )?(?:قبله|قبلها|السابق)",
)
WEEK_AFTER = (
    r"(?:die|in der) woche (?:später|danach|darauf|drauf)|(?:die|in der) (?:folge|darauffolgenden? )woche",
    r"(?:la )?semaine (?:d'après|suivante)",
    r"(?:a )?la semana (?:siguiente|de después)",
    r"(?:la )?settimana (?:dopo|seguente|successiva)",
    r"(?:ב)?שבוע (?:ש)?(?:אחרי|לאחר מכן)(?:יו)?(?!\w)",
    r"(?:ال)?أسبوع (?:اللي |الذي )?(?:بعده|بعدها|يليه|التالي)",
)
WEEK_BEFORE = (
    r"(?:die|in der) woche (?:davor|vorher|zuvor|früher)|(?:die|in der) vorwoche",
    r"(?:la )?semaine (?:d'avant|précédente)",
    r"(?:a )?la semana (?:anterior|de antes)",
    r"(?:la )?settimana (?:prima|precedente)",
    r"(?:ב)?שבוע (?:ש)?(?:לפני|קודם)(?!\w)",
    r"(?:ال)?أسبوع (?:اللي |الذي )?(?:قبله|قبلها|السابق)",
)
SAME_DAY = (
    r"(?:the )?same day(?! (?:next|in|of))|(?:right|straight|directly) after(?: (?:it|that|mine))?",
    r"(?:am|an dem) (?:selben|gleichen) tag|(?:gleich|direkt) (?:danach|im anschluss)",
    r"(?:le )?même jour|juste après",
    r"(?:el )?mismo día|justo después",
    r"(?:lo )?stesso giorno|subito dopo",
    r"ב?אותו (?:ה)?יום(?!\w)|(?:מיד|ישר) אחרי(?:ו)?(?!\w)",
    r"(?:ب)?نفس (?:ال)?يوم|بعده مباشرة",
)
# Each with the days it is away; nothing else may follow that it would be counted from.
NEIGHBOURS = tuple(
    (
        re.compile(
            rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)(?!\s+(?:die|der|das|que|che|di|de|del|wie|ש|أن)(?!\w))"
        ),
        away,
    )
    for patterns, away in (
        (DAY_AFTER, 1),
        (DAY_BEFORE, -1),
        (WEEK_AFTER, 7),
        (WEEK_BEFORE, -7),
        (SAME_DAY, 0),
    )
)


# What says of a weekday that it is the next after the day that is known: behind it, and before it.
AFTER_IT = (
    r"after(?: that| it)?|following|drauf|darauf|danach|d'après|suivant|qui suit|siguiente|"
    r"de después|después|"
    r"dopo|seguente|successiv[oa]|(?:ש)?אחרי(?: זה| כן)?|שלאחר מכן|"
    r"(?:اللي |الذي )?(?:بعده|بعدها|يليه|يليها)|التالي"
)
BEFORE_IT = r"the following|am darauffolgenden|(?:el|il|le) (?:siguiente|seguente|suivant)"


def follows_it(text: str, weekday: str) -> bool:
    """Whether a ``weekday``, as it is written in a lower-case text, is told as the next after a known day."""
    day = re.escape(weekday)
    ends = r"(?!\w)(?!\s+(?:the|\d|dem|den|le|el|il|ה|ال))"
    return bool(compiled(rf"{day},?\s+(?:{AFTER_IT}){ends}|(?<!\w)(?:{BEFORE_IT})\s+{day}").search(text))


def neighbouring_day(text: str, day: date) -> date | None:
    """The day or the week beside the one that is known, in a lower-case text."""
    for pattern, away in NEIGHBOURS:
        if pattern.search(text):
            return day + timedelta(days=away)
    found = BESIDE.search(text)
    if found is None:
        return None
    back = (found["order"] or found["order2"]) in {"previous", "before"}
    return day + timedelta(days=7 if (found["unit"] or found["unit2"]) == "week" else 1) * (-1 if back else 1)


# "On the 6th you are closed, so the day after": counted from a day in the same message.
AFTER_TOLD = re.compile(
    rf"(?<!\w)(?:{'|'.join(DAY_AFTER)}|the (?:next day|day after)(?: that)?)(?=\W*$|[,.;!?]|\s+(?:um|in|at|à|a|alle|ab|ב|الساعة)(?!\w))"
)


def day_after_told(text: str, told: date) -> date | None:
    """The day after one that is told in the same lower-case text."""
    return told + timedelta(days=1) if AFTER_TOLD.search(text) else None


def same_time(text: str, words: Words, when: When, base: datetime, zone: ZoneInfo) -> When:
    """ "Same time next week": the days that were said, at the hour of the base, on its weekday where a whole
    week was said."""
    if not compiled(words.same_time).search(text) or when.times:
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
