"""`zimun when` explains what is understood of a sentence, and answers line by line for whoever measures it."""

import json

import pytest
from click.testing import CliRunner

from web.commands.when import when

NOW = ("--now", "2026-06-09T10:00", "--zone", "Europe/London")


def run(*arguments: str, lines: str = "") -> str:
    result = CliRunner().invoke(when, [*arguments], input=lines, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_a_sentence_is_explained() -> None:
    assert run("friday after five", *NOW) == "on Friday 12 June 2026, from 17:00 on\n"


def test_lines_of_json_are_answered_by_lines_of_json() -> None:
    asked = [
        {"text": "friday after five", "now": "2026-06-09T10:00:00", "zone": "Europe/London"},
        {"text": "tomorrow at noon", "now": "2026-12-31T23:30:00+00:00", "zone": "Asia/Tokyo"},
        {"text": "do you have parking?", "now": "2026-06-09T10:00:00", "zone": "UTC"},
    ]
    answers = run("--jsonl", lines="\n".join(map(json.dumps, asked)) + "\n").splitlines()
    assert [json.loads(answer) for answer in answers] == [
        {"dates": [{"from": "2026-06-12", "to": "2026-06-12"}], "times": [{"from": "17:00", "to": None}]},
        # In Tokyo the new year has begun.
        {"dates": [{"from": "2027-01-02", "to": "2027-01-02"}], "times": [{"from": "12:00", "to": "12:00"}]},
        {"dates": [], "times": []},
    ]


def test_plain_lines_are_sentences_too() -> None:
    assert run(*NOW, lines="tomorrow\nnext week\n").splitlines() == [
        "on Wednesday 10 June 2026",
        "from Monday 15 June 2026 to Sunday 21 June 2026",
    ]


@pytest.mark.parametrize(
    "line", ['{"text": 3}', '{"text": "now", "zone": "Europe/Atlantis"}', '{"text": "now", "now": "soon"}']
)
def test_a_line_that_cannot_be_read_is_named_not_guessed(line: str) -> None:
    result = CliRunner().invoke(when, ["--jsonl"], input=line + "\n")
    assert result.exit_code == 1
    assert "Error:" in result.output
