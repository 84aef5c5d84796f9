"""So much earlier or later, in each language; and what only looks like it."""

import pytest

from agent.mentions.offsets import offset_in, without_offset
from tests.tables import each_row

DAY, WEEK = 24 * 60, 7 * 24 * 60
TOLD = {
    "en": {
        "make it twenty minutes earlier": -20,
        "a couple of hours later would be better": 120,
        "three quarters of an hour later": 45,
        "put that back two hours": 120,
        "bring it forward by 15 minutes": -15,
        "two days before, please": -2 * DAY,
    },
    "de": {
        "bitte eine Viertelstunde eher": -15,
        "anderthalb Stunden danach": 90,
        "zwei Tage später": 2 * DAY,
        "20 Min. nach hinten": 20,
    },
    "fr": {
        "trois quarts d'heure plus tôt": -45,
        "deux heures et demie plus tard": 150,
        "repoussez-le de vingt minutes": 20,
        "une semaine avant": -WEEK,
    },
    "es": {"dos horas y media más tarde": 150, "adelantarlo diez minutos": -10},
    "it": {"tre ore dopo": 180, "un quarto d'ora prima": -15, "anticipare di mezz'ora": -30},
    "he": {"שעתיים מאוחר יותר": 120, "רבע שעה קודם": -15, "שבועיים אחרי": 2 * WEEK},
    "ar": {"بعد ساعتين": 120, "قبل ربع ساعة": -15, "بعدها بيومين": 2 * DAY, "أبكر بساعة": -60},
}
OTHERWISE = {
    "en": ["an hour before closing", "in two hours", "for an hour", "two days after Easter", "later"],
    "de": ["in einer Stunde", "eine Stunde früher als sonst", "eine Woche nach Ostern"],
    "fr": ["dans une heure", "une semaine après Pâques", "pendant une heure"],
    "es": ["una hora antes de cerrar", "en una hora"],
    "it": ["un'ora prima di chiudere", "fra un'ora"],
    "he": ["בעוד שעה", "שעה אחרי הסגירה"],
    "ar": ["بعد الساعة 5", "قبل الساعة الرابعة"],
}


@each_row(
    ("language", "text", "minutes"),
    [(tag, text, much) for tag, told in TOLD.items() for text, much in told.items()],
)
def test_how_much_earlier_or_later_is_told(language: str, text: str, minutes: int) -> None:
    found = offset_in(text, language)
    assert found is not None
    assert found.minutes == minutes


@pytest.mark.parametrize(
    ("language", "text"), [(tag, text) for tag, texts in OTHERWISE.items() for text in texts]
)
def test_what_is_told_from_something_else_is_no_offset(language: str, text: str) -> None:
    assert offset_in(text, language) is None


def test_a_text_without_its_offset_is_no_plain_yes() -> None:
    assert without_offset("yes, ten minutes later", "en") not in ("yes", "yes,", "yes, ")
