"""A reading said back: explanation, JSON, and the characters that were read."""

import msgspec

from agent.when import When, as_json, explain, read
from tests.agent.when.shorthand import LONDON, TUESDAY


def _read(sentence: str) -> When:
    return read(sentence, TUESDAY, LONDON)


def test_a_reading_is_explained_in_a_sentence():
    assert explain(_read("friday at 4:30")) == "on Friday 12 June 2026, at 16:30"
    assert explain(_read("tomorrow after 3")) == "on Wednesday 10 June 2026, from 15:00 on"
    assert explain(_read("before noon on Mondays")) == "on Mondays, before 12:00"
    assert explain(_read("next week except Monday")) == (
        "from Monday 15 June 2026 to Sunday 21 June 2026, not on Monday 15 June 2026"
    )
    assert explain(_read("asap")) == "as soon as possible"
    assert explain(_read("not mornings")) == "not from 04:00 to 12:00"
    assert explain(_read("anything earlier?")) == "earlier than offered"
    assert explain(_read("hello")) == "nothing about time"


def test_json_has_iso_dates_and_null_for_an_open_end():
    assert as_json(_read("friday at 4:30")) == {
        "dates": [{"from": "2026-06-12", "to": "2026-06-12"}],
        "times": [{"from": "16:30", "to": "16:30"}],
    }
    assert as_json(_read("after the 20th, before noon")) == {
        "dates": [{"from": "2026-06-21", "to": None}],
        "times": [{"from": None, "to": "12:00"}],
    }


def test_a_reading_survives_the_wire():
    when = _read("thursday or friday after five but not before the 12th")
    assert msgspec.json.decode(msgspec.json.encode(when), type=When) == when


def test_spans_are_the_words_that_say_when():
    sentence = "Could Dana cut my hair on Friday at half past four, please?"
    when = _read(sentence)
    assert [sentence[span.start : span.end] for span in when.spans] == ["on Friday", "at half past four"]
    assert when.spans[1].reading == "at 16:30"


def test_spans_are_in_order_and_apart():
    when = _read("tomorrow evening at 8 or Friday, June 26th before noon, not Thursday")
    ends = [0, *(span.end for span in when.spans)]
    assert all(end <= span.start for end, span in zip(ends, when.spans, strict=False))


def test_taking_the_spans_out_leaves_a_sentence_without_time():
    sentence = "A haircut for two people tomorrow after 3, or next Friday morning"
    for span in reversed(_read(sentence).spans):
        sentence = sentence[: span.start] + sentence[span.end :]
    assert "haircut for two people" in sentence
    assert _read(sentence).is_empty
