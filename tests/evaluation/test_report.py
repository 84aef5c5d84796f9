"""The page of an evaluation: complete, escaped, and in need of nothing else."""

import re

import msgspec

from evaluation.report.page import page
from evaluation.report.results import Results
from evaluation.trials.trial import NotHeld, TranscriptLine, Trial

TALK = (
    TranscriptLine("customer", "<script>alert(1)</script>"),
    TranscriptLine("assistant", "Hello", ("[form] who?",)),
)
FAILED = Trial(
    "plain", "one", ("tag",), 0, ("missing: <b>",), {"leak": ("s3cret",)}, 5, 3, {"guided": 5}, TALK
)
PASSED = Trial("plain", "two", (), 0, (), {}, 4, 4, {"guided": 4}, TALK)
RESULTS = Results("guided", 3, "2026-11-23T08:00", (FAILED, PASSED))


UNKNOWN = NotHeld("plain", "three <i>", 0, "TimeoutError: Timeout reading from socket")


def test_what_could_not_be_held_is_told_everywhere() -> None:
    results = msgspec.structs.replace(RESULTS, not_held=(UNKNOWN,))
    assert "three &lt;i&gt;, trial 0: TimeoutError" in page(results)
    assert msgspec.json.decode(results.as_json())["not_held"][0]["scenario"] == "three <i>"
    assert "not held: 1" in results.below(())


def test_a_page_of_nothing_but_what_was_not_held_can_be_read() -> None:
    assert "three &lt;i&gt;" in page(Results("guided", 3, "now", (), (), (UNKNOWN,)))


def test_what_was_said_is_shown_and_never_run() -> None:
    html = page(RESULTS)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script" not in html


def test_the_page_loads_nothing() -> None:
    assert not re.search(r"(?:src|href)=|url\(|@import", page(RESULTS))


def test_failures_are_told_and_successes_are_not() -> None:
    html = page(RESULTS)
    assert "plain: one" in html
    assert "plain: two" not in html


def test_the_json_keeps_transcripts_of_failures_only() -> None:
    one, two = msgspec.json.decode(RESULTS.as_json())["trials"]
    assert one["transcript"][0]["who"] == "customer"
    assert "transcript" not in two
