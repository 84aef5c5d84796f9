"""Passwords that are tried first are no passwords; whatever somebody makes up is."""

import pytest

from booking_core.errors import InvalidField
from booking_core.team.passwords import must_be_good
from tests.tables import each_row

KNOWN = ("olive@example.com", "Olive Owner", "Lavender Salon")


@each_row(
    "password",
    [
        " " * 10,
        "\u200b" * 10,
        "\u202e" * 10,
        "\u3164" * 10,
        "\u2800" * 12,
        "ab" + "\u200b" * 10,
        "1234567890",
        "0987654321",
        "aaaaaaaaaa",
        "1212121212",
        "123123123123",
        "abcdefghij",
        "qwertyuiop",
        "qwerty1234",
        "password12",
        "P@ssw0rd!!",
        "passwordpassword",
        "Willkommen1",
        "contraseña12",
        "olive@example.com",
        "lavender salon 1",
        "OliveOwner1",
    ],
)
def test_what_is_tried_first_is_refused(password: str) -> None:
    with pytest.raises(InvalidField):
        must_be_good(password, KNOWN)


@each_row(
    "password",
    [
        "correct horse battery",
        "sourdough at dawn",
        "Tr0ub4dor&3x",
        "kj3h4k5jh3",
        "lavender grows by the wall",
        "mi perro come sopa",
        "כלב אוכל מרק חם",
        "パスワードではない文",
    ],
)
def test_a_few_words_or_a_generated_one_is_good(password: str) -> None:
    must_be_good(password, KNOWN)
