"""Days counted from a day that is known, in each language: every way of saying it, against a calendar that is
walked day by day."""

from collections.abc import Iterator
from datetime import date, timedelta

from agent.mentions.offsets import offset_in
from agent.mentions.relative_times import neighbouring_day
from tests.tables import each_row

LATER, EARLIER = 1, -1
# By language: how one to four days and weeks are said, and what stands behind ("{}") or around them.
AMOUNTS = {
    "en": (("one day", "two days", "3 days", "four days"), ("a week", "two weeks", "3 weeks")),
    "de": (("einen Tag", "zwei Tage", "3 Tage", "vier Tage"), ("eine Woche", "zwei Wochen", "3 Wochen")),
    "fr": (
        ("un jour", "deux jours", "3 jours", "quatre jours"),
        ("une semaine", "deux semaines", "3 semaines"),
    ),
    "es": (("un día", "dos días", "3 días", "cuatro días"), ("una semana", "dos semanas", "3 semanas")),
    "it": (
        ("un giorno", "due giorni", "3 giorni", "quattro giorni"),
        ("una settimana", "due settimane", "3 settimane"),
    ),
    "he": (("יום אחד", "יומיים", "3 ימים", "ארבעה ימים"), ("שבוע", "שבועיים", "3 שבועות")),
    "ar": (("يوم", "يومين", "3 أيام", "أربعة أيام"), ("أسبوع", "أسبوعين", "3 أسابيع")),
}
WAYS = {
    "en": {
        LATER: ("{} later", "{} after", "{} after that", "make it {} later please", "{} on from that"),
        EARLIER: ("{} earlier", "{} before", "{} before that", "could we do {} earlier?", "{} sooner"),
    },
    "de": {
        LATER: ("{} später", "{} danach", "{} drauf", "lieber {} später", "{} nach diesem"),
        EARLIER: ("{} früher", "{} davor", "{} vorher", "{} eher bitte", "{} vor diesem"),
    },
    "fr": {
        LATER: ("{} plus tard", "{} après", "{} de plus tard", "plutôt {} après ça", "{} après celui-là"),
        EARLIER: ("{} plus tôt", "{} avant", "{} auparavant", "plutôt {} avant ça"),
    },
    "es": {
        LATER: ("{} más tarde", "{} después", "{} luego", "mejor {} después de eso", "{} más adelante"),
        EARLIER: ("{} antes", "{} más temprano", "mejor {} antes de eso", "{} más pronto"),
    },
    "it": {
        LATER: ("{} dopo", "{} più tardi", "{} più avanti", "meglio {} dopo", "{} dopo di quello"),
        EARLIER: ("{} prima", "{} più presto", "meglio {} prima", "{} prima di quello"),
    },
    "he": {
        LATER: ("{} אחרי", "{} מאוחר יותר", "{} אחרי זה", "{} אחר כך", "{} לאחר מכן"),
        EARLIER: ("{} לפני", "{} קודם", "{} מוקדם יותר", "{} לפני זה", "{} לפני כן"),
    },
    "ar": {
        LATER: ("بعد ذلك ب{}", "بعدها ب{}", "{} بعد ذلك", "{} بعدها", "متأخر {}"),
        EARLIER: ("قبل ذلك ب{}", "قبلها ب{}", "{} قبل ذلك", "{} قبلها", "أبكر ب{}"),
    },
}
BESIDE = {
    "en": {LATER: ("the day after that", "the next day", "the following day"), EARLIER: ("the day before", "the day before that", "the previous day")},
    "de": {LATER: ("am Tag danach", "den Tag drauf", "am nächsten Tag", "einen Tag drauf"), EARLIER: ("am Tag davor", "am Vortag", "den Tag vorher")},
    "fr": {LATER: ("le lendemain", "le jour d'après", "le jour suivant"), EARLIER: ("la veille", "le jour d'avant", "le jour précédent")},
    "es": {LATER: ("al día siguiente", "el día después", "el día de después"), EARLIER: ("el día anterior", "el día antes", "el día de antes")},
    "it": {LATER: ("il giorno dopo", "il giorno seguente", "l'indomani"), EARLIER: ("il giorno prima", "il giorno precedente")},
    "he": {LATER: ("למחרת", "יום אחרי", "היום שאחרי"), EARLIER: ("יום לפני", "היום שלפני", "יום קודם")},
    "ar": {LATER: ("اليوم التالي", "اليوم اللي بعده", "اليوم الذي يليه"), EARLIER: ("اليوم السابق", "اليوم اللي قبله", "اليوم الذي قبله")},
}  # fmt: skip
KNOWN = (date(2026, 12, 3), date(2026, 12, 31), date(2027, 2, 28), date(2028, 2, 28))


def walk(day: date, days: int) -> date:
    """The calendar, one day at a time."""
    step = timedelta(days=1 if days > 0 else -1)
    for _ in range(abs(days)):
        day += step
    return day


def tell() -> Iterator[tuple[str, str, int]]:
    for language, (days, weeks) in AMOUNTS.items():
        counted = [*enumerate(days, 1), *((7 * many, said) for many, said in enumerate(weeks, 1))]
        for way, forms in WAYS[language].items():
            yield from ((language, form.format(said), way * many) for form in forms for many, said in counted)
        for way, forms in BESIDE[language].items():
            yield from ((language, form, way) for form in forms)


def hear(text: str, language: str, day: date) -> date | None:
    offset = offset_in(text, language)
    if offset is not None and offset.is_of_days:
        return day + timedelta(minutes=offset.minutes)
    return neighbouring_day(text.casefold(), day)


@each_row(("language", "text", "days"), sorted(tell()))
def test_days_are_counted_from_the_day_that_is_known(language: str, text: str, days: int) -> None:
    for day in KNOWN:
        assert hear(text, language, day) == walk(day, days)
