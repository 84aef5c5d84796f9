"""What has been read of a message is read once, and forgotten with it."""

from typing import Any

from agent.languages import locale_of_text
from agent.languages.patterns.remembered import forget_texts, remember
from agent.languages.patterns.screen import _look_at
from agent.mentions.names_of_days import without_named_days
from agent.mentions.offsets.finding import offset_in
from agent.privacy.contacts.origins import _origins
from agent.when.grammar.lexer import _all_items
from tests.agent.customers import Chatter

REMEMBERED: list[Any] = [_look_at, offset_in, locale_of_text, without_named_days, _all_items, _origins]


def test_the_same_words_are_read_once() -> None:
    read: list[str] = []

    @remember
    def length_of(text: str) -> int:
        read.append(text)
        return len(text)

    assert [length_of("three"), length_of("three"), length_of("other")] == [5, 5, 5]
    assert read == ["three", "other"]
    forget_texts()
    assert length_of("three") == 5
    assert read == ["three", "other", "three"]


async def test_nothing_of_a_message_is_remembered_when_it_is_answered(eve: Chatter) -> None:
    await eve.says("I would like a haircut on Friday, says Zacharias Quint, who is in France")
    assert {one.__name__: one.cache_info().currsize for one in REMEMBERED} == dict.fromkeys(
        ("_look_at", "offset_in", "locale_of_text", "without_named_days", "_all_items", "_origins"), 0
    )
