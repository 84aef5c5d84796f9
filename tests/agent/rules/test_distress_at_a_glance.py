"""What no frame of distress is looked for in has none: the quick look at a message says no only where reading
it finds nothing."""

from importlib import import_module

import pytest
from hypothesis import given, settings

from agent.assent.tokens import words_of
from agent.distress.frames import IN_A_MESSAGE, IN_A_SENTENCE, FrameReader
from agent.languages import LANGUAGES
from tests.agent.rules.test_distress import ROWS
from tests.agent.test_any_words import TEXTS

READERS = {
    language: FrameReader(import_module(f"agent.distress.languages.{language}").PARTS)
    for language in LANGUAGES
}


def is_overlooked(reader: FrameReader, text: str) -> bool:
    return any(
        reader.kinds_in(text, frames) and not reader.may_fill(text, frames)
        for frames in (IN_A_SENTENCE, IN_A_MESSAGE)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_known_message_is_overlooked(language: str) -> None:
    told = [" ".join(words_of(text)) for _, _, text in ROWS]
    assert [text for text in told if is_overlooked(READERS[language], text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
def test_no_words_are_overlooked(language: str, text: str) -> None:
    assert not is_overlooked(READERS[language], " ".join(words_of(text)))
