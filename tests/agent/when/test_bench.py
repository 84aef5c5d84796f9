"""The measurement counts what is right, what is wrong and what should not have been found."""

import json
import sys

import pytest

from bench.when import main


@pytest.fixture
def sentences(tmp_path):
    rows = [
        {"type": "date", "surface": "tomorrow", "utterance": "Tomorrow at 4?", "expected": "2026-06-10"},
        {"type": "time", "surface": "4", "utterance": "Tomorrow at 4?", "expected": "16:00"},
        {"type": "time", "surface": "4", "utterance": "Tomorrow at 4?", "expected": "04:00"},
    ]
    path = tmp_path / "sentences.jsonl"
    path.write_text("\n".join(json.dumps(row | {"reference": "2026-06-09T00:00:00"}) for row in rows))
    return path


@pytest.fixture
def dialogues(tmp_path):
    turns = [
        {"who": "U", "text": "A haircut, please", "acts": [{"act": "INFORM_INTENT", "slot": "intent"}]},
        {"who": "U", "text": "See you on Monday", "acts": [{"act": "GOODBYE"}]},
        {"who": "U", "text": "Friday", "acts": [{"act": "INFORM", "slot": "appointment_date"}]},
        {"who": "S", "text": "Friday it is", "acts": []},
    ]
    path = tmp_path / "dialogues.jsonl"
    path.write_text(json.dumps({"turns": turns}))
    return path


def test_the_report_names_shares_and_misses(sentences, dialogues, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["when", str(sentences), "--dialogues", str(dialogues), "--misses", "5"])
    main()
    report = capsys.readouterr().out
    assert "(1 of 1)" in report
    assert "(1 of 2)" in report
    assert "false positive   50.00 %" in report
    assert "wants 04:00" in report
    assert "See you on Monday" in report


def test_without_dialogues_nothing_is_said_of_false_positives(sentences, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["when", str(sentences)])
    main()
    assert "false positive" not in capsys.readouterr().out
