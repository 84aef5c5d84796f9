"""A word is private by its place in a sentence, and the same word elsewhere is left alone."""

from tests.agent.privacy.private_sentences import is_told, sentences
from tests.agent.privacy.provider import heard


def test_what_its_place_shows_to_be_private_reaches_no_provider() -> None:
    read = {one: heard(one.text, one.language) for one in sentences("by_place_private")}
    reached = [
        concealed
        for one, (concealed, _) in read.items()
        if any(is_told(part, concealed) for part in one.private)
    ]
    assert reached == []
    assert [one.text for one, (_, restored) in read.items() if restored != one.text] == []


def test_the_same_words_elsewhere_are_left_alone() -> None:
    changed = {heard(one.text, one.language)[0]: one.text for one in sentences("by_place_plain")}
    assert {concealed: text for concealed, text in changed.items() if concealed != text} == {}
