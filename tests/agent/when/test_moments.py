"""Days with hours of their own, and parts of a day that do not suit."""

from datetime import date, datetime, time

import pytest

from agent.when import explain, read
from tests.agent.when.shorthand import LONDON, TUESDAY

FRIDAY, SATURDAY, WEDNESDAY = date(2026, 6, 12), date(2026, 6, 13), date(2026, 6, 10)


def allows(sentence: str, day: date, hour: int) -> bool:
    return read(sentence, TUESDAY, LONDON).allows(datetime.combine(day, time(hour), LONDON))


@pytest.mark.parametrize(
    "sentence",
    [
        "Friday at 3 or Saturday at 10",
        "3pm on Friday or 10am on Saturday",
        "either Fri at 3pm or 10am on Saturday",
        "Friday at 3, Saturday at 10",
        "I could do Friday at 3 and Saturday at 10",
    ],
)
def test_each_day_keeps_its_own_hour(sentence: str) -> None:
    assert allows(sentence, FRIDAY, 15)
    assert allows(sentence, SATURDAY, 10)
    assert not allows(sentence, FRIDAY, 10)
    assert not allows(sentence, SATURDAY, 15)


def test_days_that_share_an_hour_are_not_paired() -> None:
    for day in (FRIDAY, SATURDAY):
        assert allows("Friday or Saturday at 3", day, 15)
        assert allows("Friday at 3 or 4, or Saturday", day, 16)


def test_parts_of_days_are_paired_too() -> None:
    assert allows("Friday morning or Saturday afternoon", FRIDAY, 9)
    assert not allows("Friday morning or Saturday afternoon", SATURDAY, 9)


@pytest.mark.parametrize(
    "sentence",
    [
        "not Wednesday afternoon",
        "Wednesday afternoon doesn't work",
        "any time but not on Wednesday afternoon",
    ],
)
def test_an_afternoon_that_does_not_suit_leaves_the_morning(sentence: str) -> None:
    assert allows(sentence, WEDNESDAY, 10)
    assert allows(sentence, FRIDAY, 15)
    assert not allows(sentence, WEDNESDAY, 15)


def test_what_is_paired_is_said_in_pairs() -> None:
    told = explain(read("Friday at 3 or Saturday at 10", TUESDAY, LONDON))
    assert told == "on Friday 12 June 2026 at 15:00 or on Saturday 13 June 2026 at 10:00"
    assert "not on Wednesdays from 12:00 to 18:00" in explain(
        read("not Wednesday afternoon", TUESDAY, LONDON)
    )


ALTERNATIVES = (
    ("en", "16:00 or Friday morning"),
    ("de", "um 16 Uhr oder Freitag früh"),
    ("fr", "à 16h ou vendredi matin"),
    ("es", "a las 16 o el viernes por la mañana"),
    ("it", "alle 16 o venerdì mattina"),
    ("he", "בארבע או ביום שישי בבוקר"),
    ("ar", "الساعة أربعة أو الجمعة الصبح"),
)


@pytest.mark.parametrize(("language", "sentence"), ALTERNATIVES)
def test_an_hour_or_a_day_are_two_wishes(language: str, sentence: str) -> None:
    told = read(sentence, TUESDAY, LONDON, language)
    for day, hour, is_wanted in ((WEDNESDAY, 16, True), (FRIDAY, 9, True), (WEDNESDAY, 9, False)):
        assert told.allows(datetime.combine(day, time(hour), LONDON)) is is_wanted


def test_two_hours_of_one_day_are_of_that_day() -> None:
    assert not allows("at 3 or 4 on Friday", WEDNESDAY, 15)
    assert allows("at 3 or 4 on Friday", FRIDAY, 15)
