"""`zimun when` explains what is understood of a sentence, and answers line by line for whoever measures
it."""

import json

import pytest
from click.testing import CliRunner

from web.commands.evaluation.when import when

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


def test_weekdays_and_what_does_not_suit_are_in_the_json_too() -> None:
    def answer(text: str) -> dict[str, object]:
        return dict(json.loads(run("--jsonl", *NOW, text)))

    assert answer("on a weekday")["weekdays"] == ["mon", "tue", "wed", "thu", "fri"]
    assert answer("not on mondays, not before 10") == {
        "dates": [],
        "times": [{"from": "10:00", "to": None}],
        "not_weekdays": ["mon"],
    }
    assert answer("Friday at three or Saturday at ten")["moments"] == [
        {
            "dates": [{"from": "2026-06-12", "to": "2026-06-12"}],
            "times": [{"from": "15:00", "to": "15:00"}],
            "weekdays": [],
        },
        {
            "dates": [{"from": "2026-06-13", "to": "2026-06-13"}],
            "times": [{"from": "10:00", "to": "10:00"}],
            "weekdays": [],
        },
    ]


def test_what_cannot_be_is_told_in_words_and_in_json() -> None:
    assert run("31 November", *NOW) == (
        "there is no day “31 November”: Monday 30 November 2026 or Tuesday 1 December 2026?\n"
    )
    problems = json.loads(run("--jsonl", *NOW, "Friday, June 11th at 25:00"))["problems"]
    assert problems == [
        {
            "kind": "weekday_and_date_differ",
            "words": "Friday, June 11th",
            "days": ["2026-06-11", "2026-06-12"],
        },
        {"kind": "no_such_time", "words": "25:00", "days": []},
    ]


def test_the_country_says_which_number_is_the_month() -> None:
    asked = [{"text": "5/12", "country": country, "language": "en"} for country in ("DE", "US", "CA")]
    answers = run("--jsonl", *NOW, lines="\n".join(map(json.dumps, asked)) + "\n").splitlines()
    german, american, canadian = map(json.loads, answers)
    assert german["dates"] == [{"from": "2026-12-05", "to": "2026-12-05"}]
    assert american["dates"] == [{"from": "2027-05-12", "to": "2027-05-12"}]
    assert canadian["problems"][0]["days"] == ["2026-12-05", "2027-05-12"]


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
    assert "Error: Line 1 of the input:" in result.stderr


def test_one_wrong_line_costs_no_other_its_answer() -> None:
    lines = "friday\n\nnot json is a sentence\n[1]\n{broken\n\ufeff\nmonday\n"
    result = CliRunner().invoke(when, ["--jsonl", *NOW], input=lines)
    answers = [json.loads(answer) for answer in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert len(answers) == lines.count("\n")
    assert [number for number, answer in enumerate(answers, 1) if "error" in answer] == [5]
    assert answers[-1]["dates"] == [{"from": "2026-06-15", "to": "2026-06-15"}]


def test_a_sentence_needs_no_quotes() -> None:
    assert run("friday", "after", "five", *NOW) == "on Friday 12 June 2026, from 17:00 on\n"


@pytest.mark.parametrize("zone", ["Europe", "", "../etc/passwd", "Mars/Olympus", "A" * 5000, "Europe/\0"])
def test_a_zone_that_is_none_is_told_in_words(zone: str) -> None:
    result = CliRunner().invoke(when, ["friday", "--zone", zone])
    assert (result.exit_code, zone == "") in ((1, False), (0, True))
    assert zone == "" or "is no time zone; write its IANA name" in result.stderr


@pytest.mark.parametrize("now", ["soon", "0001-01-01T00:00", "9999-12-31T23:00-12:00"])
def test_a_moment_that_is_none_is_told_in_words(now: str) -> None:
    result = CliRunner().invoke(when, ["in 3 weeks", "--now", now, "--zone", "Asia/Tokyo"])
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert "Traceback" not in result.stderr


def test_a_very_long_line_is_answered() -> None:
    assert "Friday" in run(*NOW, lines="friday at 3, " + "and so on " * 200_000 + "\n")
