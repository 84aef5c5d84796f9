"""A quick look at a message says that there is nothing to read only where reading finds nothing."""

import re
from importlib import import_module

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from agent.assent.kinds import grammar_of
from agent.assent.phrase import OPERATIONS
from agent.assent.tokens import words_of
from agent.distress.frames import IN_A_MESSAGE, IN_A_SENTENCE, FrameReader
from agent.languages import LANGUAGES
from agent.mentions.beyond_one.treatments import treatments_in, whole_words
from agent.mentions.beyond_one.words import REMAINDER_WORDS
from agent.privacy.known_values import FEW, KnownValues
from tests.agent.rules.test_distress import ROWS
from tests.agent.test_any_words import TEXTS
from tests.examples import examples

DISTRESS = {
    language: FrameReader(import_module(f"agent.distress.languages.{language}").PARTS)
    for language in LANGUAGES
}


def is_overlooked(reader: FrameReader, text: str) -> bool:
    return any(
        reader.kinds_in(text, frames) and not reader.may_fill(text, frames)
        for frames in (IN_A_SENTENCE, IN_A_MESSAGE)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_known_message_of_distress_is_overlooked(language: str) -> None:
    told = [" ".join(words_of(text)) for _, _, text in ROWS]
    assert [text for text in told if is_overlooked(DISTRESS[language], text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=TEXTS)
@settings(max_examples=examples(60))
def test_no_words_of_distress_are_overlooked(language: str, text: str) -> None:
    assert not is_overlooked(DISTRESS[language], " ".join(words_of(text)))


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=TEXTS)
@settings(max_examples=examples(60))
def test_nothing_with_an_unknown_word_is_an_answer(language: str, text: str) -> None:
    grammar = grammar_of(language)
    reading = grammar.read(text)
    is_answer = any(reading.strength(one) or reading.refuses(one) for one in OPERATIONS)
    assert grammar.knows_all(text) or not is_answer
    assert grammar.knows_all(text) or not grammar.read(f"{text}, yes").strength("book")


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=TEXTS)
@settings(max_examples=examples(60))
def test_no_treatment_is_overlooked(language: str, text: str) -> None:
    plural = REMAINDER_WORDS[language]
    told = [one for one in plural.treatments.values() if re.search(whole_words(one), text.casefold())]
    assert bool(treatments_in(text.casefold(), plural)) == bool(told)


@given(text=TEXTS, values=st.lists(TEXTS, min_size=1, max_size=FEW - 1))
@example(text="Ada, ada@example.com", values=["Ada", "ada@example.com"])
@settings(max_examples=examples(200))
def test_a_few_values_are_found_as_many_are(text: str, values: list[str]) -> None:
    few, many = KnownValues(), KnownValues()
    for value in (*values, *text.split()[:1]):
        few.add(value, "[few]")
        many.add(value, "[few]")
    for number in range(FEW):
        many.add(f"\x00{number}", "[none]")
    assert few.replace(f"so: {text}") == many.replace(f"so: {text}")
