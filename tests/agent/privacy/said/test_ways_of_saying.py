"""Twenty ways in which people say what is private, in each language, and as many things that are nobody's."""

import pytest

from tests.agent.privacy.private_sentences import is_told, sentences
from tests.agent.privacy.provider import heard
from tests.agent.privacy.vocabulary.what_matters import assert_nothing_that_matters_is_lost


def test_what_is_private_is_concealed_however_it_is_said() -> None:
    reached = []
    for one in sentences("ways_of_saying_private"):
        concealed, restored = heard(one.text, one.language, one.asked)
        assert restored == one.text
        reached += [(part, concealed) for part in one.private if is_told(part, concealed)]
    assert reached == []


def test_things_called_like_people_and_what_gives_no_pain_are_left_alone() -> None:
    assert_nothing_that_matters_is_lost(sentences("ways_of_saying_plain"), changed_at_most=0.12)


@pytest.mark.parametrize(
    ("language", "text", "concealed"),
    [
        ("en", "a pain-free booking would be nice", "a pain-free booking would be nice"),
        ("en", "I can't sit without pain", "I can't sit without [health 1]"),
        ("de", "bin endlich schmerzfrei", "bin endlich [health 1]"),
        ("es", "cambiar la cita sin dolor", "cambiar la cita sin dolor"),
        ("fr", "j'habite au douze rue des Acacias", "j'habite au [address 1]"),
        ("en", "at seven thirty Oxford Street is packed", "at seven thirty Oxford Street is packed"),
        ("es", "un corte a lo Amélie", "un corte a lo Amélie"),
        ("de", "Rosa Strähnen bitte", "Rosa Strähnen bitte"),
    ],
)
def test_the_same_word_is_private_by_what_is_said_of_it(language: str, text: str, concealed: str) -> None:
    assert heard(text, language)[0] == concealed
