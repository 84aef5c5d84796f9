"""The bench of dialogues: what it counts as right, and what it leaves out."""

import pytest

from bench.dialogues import Scores, replay


def turn(text: str, **state: str) -> dict[str, object]:
    acts = [{"slot": slot, "values": [words]} for slot, words in state.items()]
    return {
        "who": "U",
        "text": text,
        "acts": acts,
        "state": {"slot_values": {k: [v] for k, v in state.items()}},
    }


def judge(*turns: dict[str, object]) -> dict[str, list[bool]]:
    scores = Scores()
    replay(turns, scores)
    return dict(scores.slots)


def test_what_is_understood_along_the_way_is_compared_with_the_state() -> None:
    found = judge(
        turn("I want to see Dr. Jane Roe on the 8th", appointment_date="the 8th", doctor_name="Dr. Jane Roe"),
        turn("at 4 pm please", appointment_date="the 8th", appointment_time="4 pm"),
    )
    assert found == {"dates": [True, True], "times": [True], "person": [True], "whole dialogue": [True]}


def test_another_day_is_wrong() -> None:
    found = judge(
        turn("on the 8th", appointment_date="the 8th"), turn("no, the 9th", appointment_date="the 8th")
    )
    assert found["dates"] == [True, False]
    assert found["whole dialogue"] == [False]


@pytest.mark.parametrize("text", ["yes, that works", "thank you"])
def test_what_only_the_other_side_proposed_is_not_judged(text: str) -> None:
    assert "times" not in judge(turn(text, appointment_time="5 pm"))
