"""Words of days, hours and denials in seven languages, to put sentences together."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from msgspec import Struct

from agent.when import read

BERLIN = ZoneInfo("Europe/Berlin")
# A Monday.
NOW = datetime(2026, 11, 30, 9, 0, tzinfo=BERLIN)
# A fortnight of half-hours, none of them at the edge of anything.
STARTS = [
    datetime(2026, 12, 1, hour, 15, tzinfo=BERLIN) + timedelta(days=day)
    for day in range(14)
    for hour in range(6, 23)
]
Fits = Callable[[datetime], bool]


class Element(Struct, frozen=True):
    """Something that may be denied: how a language says it, and which starts it means."""

    said: str
    fits: Fits


class Speech(Struct, frozen=True):
    """A language: what it calls the days 0, 1 and 4, the weekend, mornings, before 11 and after 18 o'clock;
    its words for not, or, and; how it says afterwards that something does not suit, and that it should not be
    too late."""

    days: tuple[str, str, str]
    weekend: str
    mornings: str
    before: str
    after: str
    no: str
    either: str
    both: str
    unsuitable: str
    too_late: str

    @property
    def elements(self) -> list[Element]:
        days = [Element(said, _on(day)) for said, day in zip(self.days, (0, 1, 4), strict=True)]
        weekend = Element(self.weekend, lambda start: start.weekday() >= 5)
        mornings = Element(self.mornings, lambda start: start.hour < 12)
        return [*days, weekend, mornings, *self.bounds]

    @property
    def bounds(self) -> list[Element]:
        return [
            Element(self.before, lambda start: start.hour < 11),
            Element(self.after, lambda start: start.hour >= 18),
        ]


def _on(day: int) -> Fits:
    return lambda start: start.weekday() == day


SPEECH = {
    "en": Speech(
        ("Monday", "Tuesday", "Friday"), "on the weekend", "mornings", "before 11", "after 6pm",
        "not", "or", "and", "doesn't work", "not too late",
    ),
    "de": Speech(
        ("Montag", "Dienstag", "Freitag"), "am Wochenende", "vormittags", "vor 11 Uhr", "nach 18 Uhr",
        "nicht", "oder", "und", "passt nicht", "nicht zu spät",
    ),
    "fr": Speech(
        ("lundi", "mardi", "vendredi"), "le week-end", "le matin", "avant 11h", "après 18h",
        "pas", "ou", "et", "ne me convient pas", "pas trop tard",
    ),
    "es": Speech(
        ("el lunes", "el martes", "el viernes"), "el fin de semana", "por la mañana", "antes de las 11",
        "después de las 18", "no", "o", "y", "no me va bien", "no demasiado tarde",
    ),
    "it": Speech(
        ("lunedì", "martedì", "venerdì"), "il fine settimana", "la mattina", "prima delle 11", "dopo le 18",
        "non", "o", "e", "non va bene", "non troppo tardi",
    ),
    "he": Speech(
        ("ביום שני", "ביום שלישי", "ביום שישי"), "בסוף השבוע", "בבוקר", "לפני 11", "אחרי 18",
        "לא", "או", "ו", "לא מתאים", "לא מאוחר מדי",
    ),
    "ar": Speech(
        ("الاثنين", "الثلاثاء", "الجمعة"), "في نهاية الأسبوع", "في الصباح", "قبل الساعة 11", "بعد الساعة 18",
        "ليس", "أو", "و", "غير مناسب", "ليس متأخرا جدا",
    ),
}  # fmt: skip


def deny(*elements: Element) -> Fits:
    return lambda start: not any(element.fits(start) for element in elements)


def must_be(text: str, language: str, fits: Fits) -> None:
    when = read(text, NOW, BERLIN, language, "DE")
    wrong = [f"{start:%a %H:%M}" for start in STARTS if when.allows(start) != fits(start)]
    assert wrong == [], text


def link(link: str, text: str) -> str:
    """Hebrew and Arabic write their "and" onto the next word."""
    return f"{link}{text}" if link in {"ו", "و"} else f"{link} {text}"


def some(count: int) -> st.SearchStrategy[list[int]]:
    """Places of that many elements, none of them twice."""
    return st.permutations(range(7)).map(lambda places: list(places[:count]))
