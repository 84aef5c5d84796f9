"""What the core refuses with is told in the operator's language, with its values."""

from collections.abc import Iterator

import pytest

from booking_core.input.kinds import OneOf, Text, Whole, WrongValue
from web.console.words.language import begin
from web.console.words.refusals import refusal_text


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    begin()


def refuse(kind: OneOf | Text | Whole, value: object) -> str:
    with pytest.raises(WrongValue) as error:
        kind.read(value)
    return refusal_text(str(error.value))


def test_a_sentence_within_a_sentence_keeps_its_numbers_as_they_are_written_there() -> None:
    begin("de")
    assert refuse(Whole(1, 10_000), 0) == "Bitte geben Sie eine ganze Zahl von 1 bis 10.000 an."
    begin("fr")
    assert refuse(Text(80), "x" * 81) == "Veuillez écrire au plus 80 caractères ordinaires."


def test_what_no_catalogue_knows_stays_as_it_is() -> None:
    begin("de")
    assert refusal_text("The moon is full.") == "The moon is full."


def test_english_stays_english() -> None:
    begin()
    assert refuse(Whole(1, 9), 0) == "Please give a whole number from 1 to 9."
