"""Days and hours as strangers write them: from an hour on, halves less or more five, a weekday that is not
tomorrow, and numbers that measure."""

from datetime import date, datetime, time

import pytest

from agent.when import read
from agent.when.values import DAYS_DIFFER
from tests.agent.when.shorthand import LONDON, TUESDAY

WEDNESDAY, FRIDAY = date(2026, 6, 10), date(2026, 6, 12)
ONWARDS = (
    ("en", "tomorrow at 5, from then on"),
    ("de", "morgen um 17 Uhr, ab da"),
    ("es", "mañana a las 5, de ahí en adelante"),
    ("it", "domani alle 17, da lì in poi"),
    ("fr", "demain à 17h, à partir de là"),
)


@pytest.mark.parametrize(("language", "text"), ONWARDS)
def test_an_hour_may_begin_what_suits(language: str, text: str) -> None:
    told = read(text, TUESDAY, LONDON, language)
    assert told.allows(datetime.combine(WEDNESDAY, time(18), LONDON))
    assert not told.allows(datetime.combine(WEDNESDAY, time(16), LONDON))


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("الساعة أربعة ونص إلا خمسة", 16, 25),
        ("الساعة خمسة ونص وخمسة", 17, 35),
        ("الساعة تلاتة ونص", 15, 30),
    ],
)
def test_halves_less_or_more_five(text: str, hour: int, minute: int) -> None:
    told = read(text, TUESDAY, LONDON, "ar")
    assert told.allows(datetime.combine(WEDNESDAY, time(hour, minute), LONDON))
    assert not told.allows(datetime.combine(WEDNESDAY, time(hour, 0), LONDON))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "tomorrow, Friday, at 10"),
        ("de", "morgen, Freitag, um 10"),
        ("fr", "demain, vendredi, à 10h"),
        ("he", "מחר, יום שישי, ב-10"),
    ],
)
def test_a_weekday_that_is_not_tomorrow_is_asked_about(language: str, text: str) -> None:
    told = read(text, TUESDAY, LONDON, language)
    assert [(one.kind, one.days) for one in told.unclear] == [(DAYS_DIFFER, (WEDNESDAY, FRIDAY))]


def test_a_list_of_days_is_no_contradiction() -> None:
    assert not read("tomorrow, Friday or Saturday", TUESDAY, LONDON).problems
    assert not read("tomorrow, Friday, Saturday, all fine", TUESDAY, LONDON).problems


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "rasé à 9 mm"), ("de", "auf 6 mm"), ("es", "a 12 mm"), ("it", "a 3 cm"), ("ar", "على 6 ملم")],
)
def test_a_measure_is_no_hour(language: str, text: str) -> None:
    assert read(text, TUESDAY, LONDON, language).is_empty


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("it", "domani l'altro", date(2026, 6, 11)),
        ("ar", "فالجمعة", FRIDAY),
        ("ar", "الاربع", WEDNESDAY),
    ],
)
def test_days_in_other_words(language: str, text: str, day: date) -> None:
    told = read(text, TUESDAY, LONDON, language)
    assert [(one.first, one.last) for one in told.dates] == [(day, day)]
