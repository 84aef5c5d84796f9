"""What is a written call does not depend on how the network cuts the text."""

import json
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.models.output.event_lines import DONE, chunks_in
from agent.models.output.prose import ProseFilter
from agent.models.protocol import ModelFailed
from tests.agent.fake_provider import chunk
from tests.examples import examples

CALL = json.dumps({"name": "find_times", "arguments": {"when": "friday [or] {so}"}})
SCRAPS = st.sampled_from(
    [
        "<tool_call>", "</tool_call>", "<think>", "</think>", "<function=", "find_times>", "</function>",
        "[TOOL_CALLS]", "[", "]", "{", "}", "```", "```json\n", "`", "<", "\n", " ", "Noon?", '{"name": ',
        '"', CALL,
        f"<tool_call>{CALL}</tool_call>", f"```json\n{CALL}\n```", "{}", "<parameter=when>friday</parameter>",
        "<|channel|>", "analysis", "final", "<|message|>", "<|end|>", "<|start|>assistant", "[THINK]",
        "[/THINK]", "<mm:think>",
        "</mm:think>", "find_times(", "when='friday')", "to=functions.find_times", "<|START_THINKING|>",
        "<|END_THINKING|>", "Thought:",
        "Final Answer:", "<answer>", "</answer>", "<3", "<note>", "|>", "<｜tool▁call▁begin｜>",
        "<｜tool▁call▁end｜>",
    ]
)  # fmt: skip


def read(pieces: list[str]) -> tuple[str, list[object]] | str:
    listener, shown, seen = ProseFilter({"find_times"}), "", 0
    try:
        for piece in [*pieces, None]:
            more = listener.finish() if piece is None else listener.feed(piece)
            shown, seen = more if listener.taken_back > seen else shown + more, listener.taken_back
    except ModelFailed as failure:
        return failure.reason
    return shown, [(call.name, call.arguments) for call in listener.calls]


@settings(max_examples=examples(300))
@given(st.lists(SCRAPS, max_size=8).map("".join), st.data())
def test_cutting_the_text_changes_nothing(text, data):
    cuts = data.draw(st.lists(st.integers(0, len(text)), max_size=10).map(sorted))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert read(pieces) == read([text]) == read(list(text))


@pytest.mark.parametrize(
    "text",
    [
        f"</note><answer>[TOOL_CALLS]<<tool_call>{CALL}",
        f"[/THINK]to=functions.find_times<|channel|>commentary{CALL}",
        "final <<think>>Friday.<</think>>",
        "to=functions.find_times<think>to=functions.find_times<|return|>",
    ],
)
def test_a_reply_in_any_two_pieces_reads_as_in_one(text):
    assert {str(read([text[:cut], text[cut:]])) for cut in range(len(text))} == {str(read([text]))}


@settings(max_examples=examples(200))
@given(st.lists(SCRAPS, max_size=6).map("".join))
def test_of_a_mark_no_part_is_shown(text):
    """Words are shown whole or not at all; two that a mark stood between may touch."""
    heard = read(list(text))
    words = {*re.findall(r"[^\W_]+", text)}
    glued = re.compile("(?:" + "|".join(sorted(map(re.escape, words), reverse=True)) + ")+")
    if not isinstance(heard, str):
        assert all(glued.fullmatch(word) for word in re.findall(r"[^\W_]+", heard[0]))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("to=functions.find_times<|channel|>Noon?<tool_call>{}", "Noon?"),
        ("to=functions.find_times <|recipient|>commentary Shall it be at noon?", "Shall it be at noon?"),
        ("Good. to=functions.find_times\nOn Friday", "Good. On Friday"),
    ],
)
def test_a_recipient_without_arguments_takes_no_words_with_it(written, shown):
    heard = read(list(written))
    assert heard == (shown, []) or (heard == "malformed" and "<tool_call>" in written)


LONGEST_MARK = 60


@settings(max_examples=examples(200))
@given(
    st.lists(
        st.sampled_from(
            ("At", "ten", "find", "the", "end", "to", "start", "free?", "Dr.", "14:30!", "J'ai", "עשר", "غدا")
        ),
        max_size=40,
    ).map(" ".join)
)
def test_plain_words_are_shown_as_they_come(text):
    listener, shown = ProseFilter({"find_times", "list_services"}), ""
    for fed, letter in enumerate(text, 1):
        shown += listener.feed(letter)
        assert text.startswith(shown)
        assert fed - len(shown) <= LONGEST_MARK
        # Behind a space nothing of a word can be waiting.
        assert not letter.isspace() or shown == text[:fed] or fed < LONGEST_MARK


def test_long_thoughts_are_read_in_a_moment():
    began = time.process_time()
    for around in ("<think>{}</think>", "<|begin_of_thought|>{}<|end_of_thought|>", "```\n{}\n```Noon?"):
        read(list(around.replace("{}", "If (so) then [this], else {that}; I say. " * 400)))
    assert time.process_time() - began < 10


@settings(max_examples=examples(100))
@given(st.text(st.characters(exclude_characters="<[{`"), max_size=60))
def test_words_without_brackets_pass_through_unchanged(text):
    assert read(list(text)) == (text.lstrip(), [])


@pytest.mark.parametrize(
    "around", ["{}", "<tool_call>{}</tool_call>", "```json\n{}\n```", "Look: {}", "{} Done."]
)
def test_a_call_is_never_shown(around):
    shown, calls = read(list(around.replace("{}", CALL)))
    assert "find_times" not in shown
    assert calls == [("find_times", json.loads(CALL)["arguments"])]


@settings(max_examples=examples(100))
@given(st.data())
async def test_cutting_the_bytes_changes_nothing(data):
    sent = chunk(content="Où? 🙂") + b": ping\n\n" + chunk("stop") + b"data: [DONE]\n\n"
    cuts = data.draw(st.lists(st.integers(0, len(sent)), max_size=10).map(sorted))

    async def pieces():
        for a, b in zip([0, *cuts], [*cuts, len(sent)], strict=True):
            yield sent[a:b]

    words, stop, done = [each async for each in chunks_in(pieces())]
    assert words["choices"][0]["delta"]["content"] == "Où? 🙂"
    assert stop["choices"][0]["finish_reason"] == "stop"
    assert done is DONE
