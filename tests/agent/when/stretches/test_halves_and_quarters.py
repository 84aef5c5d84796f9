"""Halves and quarters of an hour, as each language counts them: none is left out of the time."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from agent.when import read

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=BERLIN)
TOLD = {
    "ar": {
        "4 ونص": "16:30",
        "الساعة 5 ونصف": "17:30",
        "9 ونص الصبح": "09:30",
        "2 وثلث": "14:20",
        "الخميس 2 ونص": "14:30",
        "الساعة السادسة إلا ثلث": "17:40",
    },
    "de": {
        "um drei viertel zwei": "13:45",
        "dreiviertel elf": "10:45",
        "viertel zwölf": "11:15",
        "zehn nach halb drei": "14:40",
        "5 vor halb 5": "16:25",
        "Viertel nach zwei": "14:15",
    },
    "fr": {
        "midi et demi": "12:30",
        "17h et quart": "17:15",
        "à 5h moins le quart": "16:45",
        "midi et quart": "12:15",
    },
    "it": {"un quarto alle sei": "17:45", "dieci alle cinque": "16:50", "mezzogiorno e un quarto": "12:15"},
    "es": {"mediodía y cuarto": "12:15"},
}


@pytest.mark.parametrize(
    ("language", "text", "time"),
    [(tag, text, time) for tag, told in TOLD.items() for text, time in told.items()],
)
def test_the_whole_time_is_read(language: str, text: str, time: str) -> None:
    [found] = read(text, MONDAY, BERLIN, language).times
    assert found.first == found.last
    assert found.first is not None
    assert f"{found.first // 60:02}:{found.first % 60:02}" == time


def test_a_half_beside_a_weekday_is_no_day_of_the_month() -> None:
    when = read("يوم الخميس 2 ونص", MONDAY, BERLIN, "ar")
    assert [str(days.first) for days in when.dates] == ["2026-11-26"]
    assert not when.problems


@pytest.mark.parametrize("text", ["dalle dieci alle quattro", "tra le dieci e le quattro"])
def test_a_stretch_of_hours_stays_one(text: str) -> None:
    [found] = read(text, MONDAY, BERLIN, "it").times
    assert (found.first, found.last) == (10 * 60, 16 * 60)
