"""A short name is found through a slip of the fingers or the ear, and in no other word."""

import pytest

from agent.mentions.names.slips import may_be_slip


@pytest.mark.parametrize(
    ("name", "word"),
    [("dana", "dama"), ("dana", "dena"), ("dana", "dsna"), ("dana", "dnaa"), ("dana", "danna"),
        ("dana", "dan"), ("lukas", "lucas"), ("jonas", "jomas"), ("yoga", "yoha")],
)  # fmt: skip
def test_slips(name: str, word: str) -> None:
    assert may_be_slip(name, word)


@pytest.mark.parametrize(
    ("name", "word"),
    [("dana", "data"), ("dana", "dann"), ("dana", "dara"), ("dana", "dada"), ("jonas", "jobas")],
)
def test_other_words(name: str, word: str) -> None:
    assert may_be_slip(name, word) == (word == "jobas")


def test_longer_names_have_other_likenesses() -> None:
    assert may_be_slip("miriam", "mirxam")
