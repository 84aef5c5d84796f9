"""Reading costs a bounded number of steps, counted in Python calls and not in seconds."""

import sys
from types import FrameType

import pytest

from agent.when import read
from tests.agent.when.shorthand import LONDON, TUESDAY

# About 4 ms on a slow machine.
CALLS_A_SENTENCE = 12_000


def _calls(text: str) -> int:
    counted = 0

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal counted
        counted += event == "call"

    sys.setprofile(count)
    try:
        read(text, TUESDAY, LONDON)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize(
    "sentence",
    [
        "Could I get a haircut with Dana on Friday the 19th at half past four in the afternoon, please?",
        "Not Monday or Tuesday, but any other day next week between 9:30 and noon, or after five on Thursday.",
        "I would like to move my appointment from Tuesday at 3 to the first Wednesday of next month, same time.",
        "Hello there, lovely weather again, isn't it? I wondered wether you could posibly tell me your adress.",
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
