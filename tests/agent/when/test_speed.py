"""Reading costs a bounded number of steps, counted in Python calls and not in seconds, whatever the text."""

import sys
from collections.abc import Iterator
from re import _constants as codes
from re import _parser as parser
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.languages.patterns.remembered import forget_texts
from agent.when import read
from agent.when.languages import LANGUAGES, vocabulary_of
from agent.when.vocabulary.shapes import _SHAPES
from tests.agent.when.random_texts import WORDS
from tests.agent.when.shorthand import LONDON, TUESDAY
from tests.examples import examples

# About 4 ms on a slow machine.
CALLS_A_SENTENCE = 12_000
# The longest message a customer may send; about 20 ms, most of it to tell its characters apart.
LONGEST_MESSAGE = 4_000
CALLS_A_MESSAGE = 70_000


def _calls(text: str, language: str = "en") -> int:
    counted = 0
    forget_texts()

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal counted
        counted += event == "call"

    sys.setprofile(count)
    try:
        read(text, TUESDAY, LONDON, language)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize(
    "sentence",
    [
        "Could I get a haircut with Dana on Friday the 19th at half past four in the afternoon, please?",
        "Not Monday or Tuesday, but any other day next week between 9:30 and noon, or after five on "
        "Thursday.",
        "I would like to move my appointment from Tuesday at 3 to the first Wednesday of next month, "
        "same time.",
        "Hello there, lovely weather again, isn't it? I wondered wether you could posibly tell me your "
        "adress.",
    ],
)
def test_a_sentence_takes_a_bounded_number_of_steps(sentence):
    read("warm up", TUESDAY, LONDON)
    assert _calls(sentence) < CALLS_A_SENTENCE


@pytest.mark.parametrize(
    "piece", ["tomorrow at 5 or ", "next week on the 14th, ", "not Monday ", "Hello there, "]
)
def test_ten_times_the_text_takes_at_most_about_ten_times_the_steps(piece):
    short, long = piece * 30, piece * 300
    read(short, TUESDAY, LONDON)
    assert _calls(long) < 12 * _calls(short)


def _message(piece: str) -> str:
    return (piece * LONGEST_MESSAGE)[:LONGEST_MESSAGE]


@pytest.mark.parametrize(
    "piece",
    [
        "1/1/", "1 ", "1.1.", "a.", "a-a-", "1-1-", "a@", "5pm, ", "oct. ", "30 feb ", "monday 5 morning ",
        "morning ", "5 morning ",
        "not monday or ", "not ", "monday, ", "from 5 to ", "half past 3 ", "next week ", "5/12/26 ",
        "25:00 ", "(12)", "+1 ", "1,1..",
    ],
)  # fmt: skip
def test_a_message_made_to_be_slow_is_not(piece):
    read("warm up", TUESDAY, LONDON)
    assert _calls(_message(piece)) < CALLS_A_MESSAGE


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=examples(15))
def test_nor_is_one_of_any_words_at_all(language, data):
    own = sorted(
        {" ".join(words) for kinds in vocabulary_of(language)._starting.values() for words, _ in kinds}
    )
    words = data.draw(st.lists(st.sampled_from(own + WORDS), min_size=1, max_size=8))
    assert (
        _calls(_message(" ".join(words) + data.draw(st.sampled_from([" ", ", ", "-", ". "]))), language)
        < CALLS_A_MESSAGE
    )


@pytest.mark.parametrize("shape", _SHAPES.values(), ids=_SHAPES)
def test_no_shape_looks_at_all_of_a_text_again_from_every_position(shape):
    """What repeats without end is the last thing of its shape: there is nothing behind it for which it would
    have to give back."""
    assert list(_endless(parser.parse(shape), is_last=True)) == []


def _endless(parts: Any, *, is_last: bool) -> Iterator[Any]:
    for place, (code, what) in enumerate(parts, start=1):
        ends = is_last and place == len(parts)
        if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
            if what[1] == codes.MAXREPEAT and not ends:
                yield what
            yield from _endless(what[2], is_last=ends)
        elif code is codes.BRANCH:
            for choice in what[1]:
                yield from _endless(choice, is_last=ends)
        elif code is codes.SUBPATTERN:
            yield from _endless(what[-1], is_last=ends)
        elif code in {codes.ASSERT, codes.ASSERT_NOT}:
            yield from _endless(what[1], is_last=False)


def test_too_much_at_once_is_said_and_nothing_is_allowed():
    when = read("3rd of march or 4 pm or " * 100, TUESDAY, LONDON)
    assert {problem.kind for problem in when.problems} == {"too_much"}
    assert not when.allows(TUESDAY)


def test_the_wish_at_the_end_of_a_long_story_is_read():
    story = "Hello there, lovely weather again, and my sister told me about you. " * 50
    when = read(f"{story} So could I come on friday at 4 pm?", TUESDAY, LONDON)
    assert [days.first.isoformat() for days in when.dates] == ["2026-06-12"]
    assert when.problems == ()
