"""A day or an hour that is taken back in the same breath is not wanted; what it does not touch is kept."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from agent.when import When, read
from agent.when.corrections import parts_after_corrections, without_taken_back

MONDAY = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Berlin"))
TUESDAY, WEDNESDAY, THURSDAY = "2026-11-24", "2026-11-25", "2026-11-26"
TOLD = (
    ("en", "Tuesday, no wait, Wednesday", [WEDNESDAY], []),
    ("en", "tuesday at 10, sorry, wednesday at 11", [WEDNESDAY], [660]),
    ("en", "tuesday at 10, no, wednesday", [WEDNESDAY], [600]),
    ("en", "on Tuesday... actually Wednesday", [WEDNESDAY], []),
    ("en", "tuesday no wednesday", [WEDNESDAY], []),
    ("en", "at 3 pm, I mean at 4 pm", [], [960]),
    ("en", "tuesday, oops wednesday, no, thursday at 9", [THURSDAY], [540]),
    ("de", "Dienstag, nein warte, Mittwoch", [WEDNESDAY], []),
    ("de", "Dienstag, äh Mittwoch um 10", [WEDNESDAY], [600]),
    ("de", "Dienstag, quatsch, Mittwoch um 10", [WEDNESDAY], [600]),
    ("fr", "mardi, non attendez, mercredi", [WEDNESDAY], []),
    ("fr", "mardi, pardon, mercredi à 10h", [WEDNESDAY], [600]),
    ("es", "el martes, no espera, el miércoles", [WEDNESDAY], []),
    ("es", "el martes, digo, el miércoles", [WEDNESDAY], []),
    ("it", "martedì, no aspetta, mercoledì", [WEDNESDAY], []),
    ("it", "martedì, anzi mercoledì", [WEDNESDAY], []),
    ("he", "ביום שלישי, לא רגע, ביום רביעי", [WEDNESDAY], []),
    ("he", "יום שלישי, סליחה, יום רביעי", [WEDNESDAY], []),
    ("ar", "الثلاثاء، لا انتظر، الأربعاء", [WEDNESDAY], []),
    ("ar", "الثلاثاء، عفوا، الأربعاء", [WEDNESDAY], []),
    # Nothing is taken back.
    ("en", "Tuesday or Wednesday", [TUESDAY, WEDNESDAY], []),
    ("en", "Tuesday, sorry for the late reply, Wednesday", [TUESDAY, WEDNESDAY], []),
    ("en", "Tuesday and, sorry, Wednesday", [TUESDAY, WEDNESDAY], []),
    ("de", "Dienstag oder Mittwoch", [TUESDAY, WEDNESDAY], []),
)


@pytest.mark.parametrize(("language", "text", "days", "minutes"), TOLD)
def test_what_is_taken_back_is_not_wanted(
    language: str, text: str, days: list[str], minutes: list[int]
) -> None:
    def reading(part: str) -> When:
        return read(part, MONDAY, "Europe/Berlin", language)

    told = reading(without_taken_back(text, language, reading))
    assert [str(one.first) for one in told.dates] == days
    assert [one.first for one in told.times] == minutes


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        ("en", "haircut, no wait, massage", "massage"),
        ("en", "with Dana, I mean Miriam", "Miriam"),
        ("de", "bei Dana, nein, bei Miriam", "bei Miriam"),
        ("fr", "une coupe, non pardon, un massage", "un massage"),
        ("en", "haircut, no blow-dry", "haircut, no blow-dry"),
        ("en", "a haircut. no, also a massage", "a haircut. no, also a massage"),
        ("en", "no, a haircut", "no, a haircut"),
    ],
)
def test_the_part_that_counts_is_the_last(language: str, text: str, last: str) -> None:
    assert parts_after_corrections(text, language)[0] == last
