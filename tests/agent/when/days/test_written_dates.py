"""Dates as people write them in seven languages, at a business in Germany: a table of days that are, and one
of days that cannot be.

The words were written by somebody who did not know how they are read.
"""

import json
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from agent.when import DateRange, TimeRange, read
from tests.tables import each_row

# A Monday.
NOW = datetime(2026, 11, 30, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
KINDS = {
    "impossible": {"no_such_day", "no_such_time"},
    "contradiction": {"weekday_and_date_differ"},
    "past": {"past"},
}


def rows(name: str) -> list[dict[str, str]]:
    lines = (Path(__file__).parent.parent / "tables" / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


# Ways of writing and saying a day or an hour, as a day and an hour.
WAYS = {
    "en": {
        "05.12": "2026-12-05", "05.12.26": "2026-12-05", "5.12 at 10": "2026-12-05 10:00",
        "7/12": "2026-12-07", "4.22": "2027-04-22",
        "the 16": "2026-12-16", "16 at 11": "2026-12-16 11:00", "the 27": "2026-12-27", "oct/2": "2027-10-02",
        "2/oct/2027": "2027-10-02",
        "2027-oct-1": "2027-10-01", "16. Nov. 2027": "2027-11-16", "may twenty nine": "2027-05-29",
        "Friday (Dec-4)": "2026-12-04",
        "two months from today on a Tuesday": "2027-01-26", "Thursday two weeks from now": "2026-12-17",
        "in four business days": "2026-12-04", "next Friday, December 11th": "2026-12-11",
        "next Friday the 11th": "2026-12-11",
        "haircut on tuesday, just take 1/2 inch off": "2026-12-01",
        "haircut thursday, 1/3 off the length": "2026-12-03",
        "6 20 in the evening": "18:20", "1 05 afternoon": "13:05", "2 15 in the afternoon": "14:15",
        "11 00 in the morning": "11:00",
        "18 45 in the evening": "18:45", "at 3 15": "15:15", "10 to 4 in the afternoon": "15:50",
        "5 to 11 evening": "22:55",
        "size 7/8": "", "I rate you 9/10": "", "higher than 3": "", "take off 3/4": "",
        "everything I wanted today, ta": "", "45.00": "",
        "saturday night at 1am": "2026-12-06 01:00", "tonight at half past 12": "2026-12-01 00:30",
        "friday night at 9": "2026-12-04 21:00",
        "at 11.30 on friday": "2026-12-04 11:30", "the 2nd of December at 5.30pm": "2026-12-02 17:30",
    },
    "de": {
        "Samstag den 12ten 18 Uhr": "2026-12-12 18:00", "am 12ten Dezember": "2026-12-12",
        "am 7ten Dezember um 11": "2026-12-07 11:00",
        "Montag, 7ter, 11 Uhr": "2026-12-07 11:00", "am 1.Dez": "2026-12-01",
        "am einunddreißigsten Dezember": "2026-12-31",
        "am dritten Dienstag im Dezember": "2026-12-15", "16.30": "16:30", "24.12 um 10": "2026-12-24 10:00",
        "Größe 7/8": "",
    },
    "fr": {
        "le 05.12.2026 à 11h": "2026-12-05 11:00", "le 3e mardi de décembre": "2026-12-15",
        "le vingt et un décembre": "2026-12-21",
        "le premier lundi de janvier": "2027-01-04", "sam. 5 déc.": "2026-12-05",
    },
    "es": {"el veintitrés de diciembre": "2026-12-23", "el tercer martes de diciembre": "2026-12-15",
        "vie 4 dic a las 10": "2026-12-04 10:00"},
    "it": {"il ventuno dicembre": "2026-12-21", "il terzo martedì di dicembre": "2026-12-15",
        "ven 4 dic alle 10": "2026-12-04 10:00"},
    "he": {"עשרים ושלושה בדצמבר": "2026-12-23", "הראשון בדצמבר": "2026-12-01",
        "ב-3.12 בשעה 10": "2026-12-03 10:00"},
    "ar": {"الثالث والعشرين من ديسمبر": "2026-12-23", "يوم 5/12": "2026-12-05"},
}  # fmt: skip


def say(row: dict[str, str]):
    return read(row["text"], NOW, "Europe/Berlin", row["lang"], "DE")


@each_row("row", rows("written_dates"))
def test_a_written_date_is_that_day(row):
    when, day = say(row), date.fromisoformat(row["date"])
    assert when.problems == ()
    assert when.dates == (DateRange(day, day),)
    if row["time"] is None:
        assert when.times == ()
    else:
        hour, minute = map(int, row["time"].split(":"))
        assert when.times == (TimeRange(hour * 60 + minute, hour * 60 + minute),)


@each_row("row", rows("impossible_dates"))
def test_a_day_that_cannot_be_is_named_as_a_problem(row):
    when = say(row)
    assert {problem.kind for problem in when.problems} & KINDS[row["kind"]]
    assert row["kind"] == "past" or not when.allows(NOW)
    for problem in when.problems:
        assert problem.kind == "past" or problem.words in row["text"]


@each_row(
    ("language", "text", "wanted"),
    [(language, text, wanted) for language, ways in WAYS.items() for text, wanted in ways.items()],
)
def test_a_way_of_saying_it_is_that_day_or_hour(language, text, wanted):
    when = read(text, NOW, "Europe/Berlin", language, "DE")
    days = [str(one.first) for one in when.dates if one.first == one.last]
    hours = [f"{one.first // 60:02}:{one.first % 60:02}" for one in when.times if one.first == one.last]
    assert " ".join([*days, *hours]) == wanted
    assert (len(days), len(hours)) == (len(when.dates), len(when.times))
    assert when.problems == ()
