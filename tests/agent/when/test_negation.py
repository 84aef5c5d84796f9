"""What a "not" reaches, in seven languages: sentences put together from days, parts of the day and hours,
judged by what each of them says on its own."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
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


def denied(*elements: Element) -> Fits:
    return lambda start: not any(element.fits(start) for element in elements)


def must_be(text: str, language: str, fits: Fits) -> None:
    when = read(text, NOW, BERLIN, language, "DE")
    wrong = [f"{start:%a %H:%M}" for start in STARTS if when.allows(start) != fits(start)]
    assert wrong == [], text


def linked(link: str, text: str) -> str:
    """Hebrew and Arabic write their "and" onto the next word."""
    return f"{link}{text}" if link in {"ו", "و"} else f"{link} {text}"


def some(count: int) -> st.SearchStrategy[list[int]]:
    """Places of that many elements, none of them twice."""
    return st.permutations(range(7)).map(lambda places: list(places[:count]))


@pytest.mark.parametrize("language", SPEECH)
@given(count=st.integers(1, 3), places=some(3))
@settings(max_examples=60, deadline=None)
def test_a_not_reaches_all_of_its_list(language, count, places):
    speech = SPEECH[language]
    listed = [speech.elements[place] for place in places[:count]]
    said = ", ".join(element.said for element in listed[:-1])
    said = f"{said} {speech.either} {listed[-1].said}" if said else listed[0].said
    must_be(f"{speech.no} {said}", language, denied(*listed))


@pytest.mark.parametrize("language", SPEECH)
@given(count=st.integers(2, 3), places=some(3))
@settings(max_examples=60, deadline=None)
def test_each_of_several_nots_reaches_its_own(language, count, places):
    speech = SPEECH[language]
    listed = [speech.elements[place] for place in places[:count]]
    denials = [f"{speech.no} {element.said}" for element in listed]
    for joined in (", ".join(denials), f" {linked(speech.both, '')}".join(denials)):
        must_be(joined, language, denied(*listed))


@pytest.mark.parametrize("language", SPEECH)
@given(places=st.permutations(range(3)), count=st.integers(1, 2))
@settings(max_examples=20, deadline=None)
def test_what_does_not_suit_is_told_behind_it_too(language, places, count):
    speech = SPEECH[language]
    listed = [speech.elements[place] for place in places[:count]]
    said = f" {speech.either} ".join(element.said for element in listed)
    must_be(f"{said} {speech.unsuitable}", language, denied(*listed))


@pytest.mark.parametrize("language", SPEECH)
@pytest.mark.parametrize("bound", [0, 1])
@pytest.mark.parametrize("day", [0, 1, 2])
def test_of_the_hours_of_a_day_only_those_are_denied(language, day, bound):
    speech = SPEECH[language]
    on, at = speech.elements[day], speech.bounds[bound]
    must_be(
        f"{speech.no} {on.said} {at.said}", language, lambda start: not (on.fits(start) and at.fits(start))
    )


@pytest.mark.parametrize("language", SPEECH)
@pytest.mark.parametrize("denied_place", [4, 5, 6])
def test_what_is_wanted_before_a_not_stays_wanted(language, denied_place):
    speech = SPEECH[language]
    wanted, unwanted = speech.elements[1], speech.elements[denied_place]
    must_be(
        f"{wanted.said}, {speech.no} {unwanted.said}",
        language,
        lambda start: start.date() == NOW.date() + timedelta(days=1) and not unwanted.fits(start),
    )


@pytest.mark.parametrize("language", SPEECH)
def test_not_too_late_is_not_earlier(language):
    when = read(SPEECH[language].too_late, NOW, BERLIN, language, "DE")
    assert when.relative is None
    must_be(SPEECH[language].too_late, language, lambda start: start.hour < 18)


@pytest.mark.parametrize(
    ("text", "language", "fits"),
    [
        ("not Tuesday and not before eleven", "en", lambda start: start.weekday() != 1 and start.hour >= 11),
        ("not Monday but Tuesday after 3", "en", lambda start: start.day == 1 and start.hour >= 15),
        ("not Tuesday, after 5", "en", lambda start: start.weekday() != 1 and start.hour >= 17),
        ("not before ten and on Tuesday", "en", lambda start: start.day == 1 and start.hour >= 10),
        ("Tuesday morning or afternoon but not before 10", "en",
            lambda start: start.day == 1 and 10 <= start.hour < 18),
        ("neither Monday nor Tuesday", "en", lambda start: start.weekday() > 1),
        ("weder Montag noch Dienstag", "de", lambda start: start.weekday() > 1),
        ("ni lundi ni mardi", "fr", lambda start: start.weekday() > 1),
        ("ni lunes ni martes", "es", lambda start: start.weekday() > 1),
        ("né lunedì né martedì", "it", lambda start: start.weekday() > 1),
        ("ليس الاثنين ولا الثلاثاء", "ar", lambda start: start.weekday() > 1),
        ("Friday mornings don't work", "en", lambda start: not (start.weekday() == 4 and start.hour < 12)),
        ("anything except Monday, Tuesday and mornings", "en",
            lambda start: start.weekday() > 1 and start.hour >= 12),
        ("not next weekend", "en", lambda start: start.day not in {12, 13}),
    ],
)  # fmt: skip
def test_a_not_ends_where_something_else_begins(text, language, fits):
    must_be(text, language, lambda start: start.month == 12 and fits(start))
