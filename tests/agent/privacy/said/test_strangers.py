"""Messages of people who knew none of our tables. Those that are read wrongly are listed, and the list only
shrinks: what is mended has to leave it."""

from collections.abc import Collection

import pytest

from tests.agent.privacy.private_sentences import Sentence, is_told, sentences
from tests.agent.privacy.provider import heard
from tests.agent.privacy.vocabulary.what_matters import assert_nothing_that_matters_is_lost

STRANGERS = ("strangers", "other_strangers", "third_strangers")


@pytest.mark.parametrize("strangers", STRANGERS)
def test_what_a_stranger_tells_is_concealed_and_put_back(strangers: str) -> None:
    read = {one: heard(one.text, one.language) for one in sentences(f"{strangers}_private")}
    assert [one.text for one, (_, restored) in read.items() if restored != one.text] == []
    reached = {
        (one.language, one.text)
        for one, (concealed, _) in read.items()
        if any(is_told(part, concealed) for part in one.private)
    }
    assert reached == not_yet(read)


@pytest.mark.parametrize("strangers", STRANGERS)
def test_what_is_nobodys_own_in_a_strangers_messages_is_left_alone(strangers: str) -> None:
    harmless = sentences(f"{strangers}_plain")
    assert_nothing_that_matters_is_lost(harmless, changed_at_most=0.3, lost_at_most=0.02)


def not_yet(table: Collection[Sentence]) -> set[tuple[str, str]]:
    """Of this table."""
    texts = {one.text for one in table}
    return {(one.language, one.text) for one in sentences("strangers_not_yet") if one.text in texts}
