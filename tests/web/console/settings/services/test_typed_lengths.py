"""Lengths as they are typed."""

import pytest

from tests.tables import each_row
from web.console.rendering.typed_lengths import DAY, HOUR, UnreadableLength, read_length, read_lengths
from web.console.rendering.typed_money import read_money

TYPED = [
    ("45", 45),
    ("45 Minuten", 45),
    ("45min.", 45),
    ("٤٥ دقيقة", 45),
    ("45 דקות", 45),
    ("1 h", 60),
    ("1h30", 90),
    ("1:30", 90),
    ("1,5 Std.", 90),
    ("1.5 hours", 90),
    ("3 Stunden", 180),
    ("2 heures et 15 minutes", 135),
    ("1 ora e 20 minuti", 80),
    ("1 hora y 10 min", 70),
    ("halbe Stunde", 30),
    ("mezz’ora", 30),
    ("שעתיים", 120),
    ("ساعتان", 120),
    ("2 días", 2880),
]
SEVERAL = [
    ("45 min", [45]),
    ("60 oder 90", [60, 90]),
    ("60, 90", [60, 90]),
    ("60,90", [60, 90]),
    ("30/60", [30, 60]),
    ("60 und 90 Minuten", [60, 90]),
    ("1 oder 2 Stunden", [60, 120]),
    ("45 oder 1 Stunde", [45, 60]),
    ("30 או 60 דקות", [30, 60]),
    ("1 hour and 30 minutes", [90]),
]
UNREADABLE = [
    "",
    "soon",
    "-45",
    "45 apples",
    "1.333 h",
    "30 min 1 h",
    "1 h 1 h",
    "45-60",
    "0.33",
    "4²",
    "99999999",
]


@each_row(("text", "minutes"), TYPED)
def test_lengths_are_read_in_every_language(text: str, minutes: int) -> None:
    assert read_length(text) == minutes


@each_row(("text", "minutes"), SEVERAL)
def test_several_lengths_may_stand_together(text: str, minutes: list[int]) -> None:
    assert read_lengths(text) == minutes


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_no_length(text: str) -> None:
    with pytest.raises(UnreadableLength):
        read_lengths(text)


def test_a_number_alone_is_in_the_unit_beside_it_and_a_word_wins() -> None:
    assert read_length("2", DAY) == 2880
    assert read_length("90 min", HOUR) == 90


@pytest.mark.parametrize(
    "text", ["0", "Free", "free of charge", "kostenlos", "gratuit", "gratis", "חינם", "مجانًا"]
)
def test_nothing_to_pay_is_a_price(text: str) -> None:
    assert read_money(text, "EUR", "en") == "0"
