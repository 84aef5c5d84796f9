"""Messages of people who knew none of our tables. Those that are read wrongly are listed, and the list only
shrinks: what is mended has to leave it."""

from collections.abc import Collection

import pytest

from tests.agent.privacy.private_sentences import Sentence, sentences, told
from tests.agent.privacy.provider import heard

STRANGERS = ("strangers", "other_strangers")


@pytest.mark.parametrize("strangers", STRANGERS)
def test_what_a_stranger_tells_is_concealed_and_put_back(strangers: str) -> None:
    read = {one: heard(one.text, one.language) for one in sentences(f"{strangers}_private")}
    assert [one.text for one, (_, restored) in read.items() if restored != one.text] == []
    reached = {
        (one.language, one.text)
        for one, (concealed, _) in read.items()
        if any(told(part, concealed) for part in one.private)
    }
    assert reached == not_yet(read)


@pytest.mark.parametrize("strangers", STRANGERS)
def test_what_is_nobodys_own_in_a_strangers_messages_is_left_alone(strangers: str) -> None:
    read = {one: heard(one.text, one.language)[0] for one in sentences(f"{strangers}_plain")}
    changed = {(one.language, one.text) for one, concealed in read.items() if concealed != one.text}
    assert changed == not_yet(read)


def not_yet(table: Collection[Sentence]) -> set[tuple[str, str]]:
    """Of this table."""
    texts = {one.text for one in table}
    return {(one.language, one.text) for one in sentences("strangers_not_yet") if one.text in texts}
