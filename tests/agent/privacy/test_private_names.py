"""A name is told from a word by lists, by its place and by grammar; what belongs to it goes with it."""

import json

import pytest

from agent.models.protocol import ModelMessage, ToolCall
from tests.agent.privacy.provider import heard, redaction


@pytest.mark.parametrize("text", ["my name is Dana", "I'm Dana, nice to meet you", "Ich heiße Miriam"])
def test_a_customer_may_bear_the_name_of_somebody_at_the_business(text: str) -> None:
    concealed = heard(text)[0]
    assert "[person 1]" in concealed
    assert "Dana" not in concealed
    assert "Miriam" not in concealed


def test_a_name_that_was_told_once_is_concealed_wherever_it_stands_and_a_namesake_is_not() -> None:
    redacted = redaction()
    said = [
        ModelMessage("user", "my name is Ellinor Whitcombe, my friend is called Dana"),
        ModelMessage("assistant", "Thank you, Ellinor. Dana is free at ten."),
        ModelMessage("user", "put whitcombe on it"),
    ]
    redacted.read(said)
    first, second, third = (redacted.conceal(one).content for one in said)
    assert first.startswith("my name is [person 1]")
    assert second == f"Thank you, [person {second[second.index('[') + 8]}]. Dana is free at ten."
    assert "whitcombe" not in third
    result = redacted.conceal(ModelMessage("tool", json.dumps({"name": "Ellinor Whitcombe", "with": "Dana"})))
    assert json.loads(result.content) == {"name": "[person 1]", "with": "Dana"}
    call = ToolCall("1", "ask_contact_details", {"name": "Ellinor Whitcombe"})
    assert (
        redacted.conceal(ModelMessage("assistant", "", (call,))).tool_calls[0].arguments["name"]
        == "[person 1]"
    )
    assert redacted.restore_all({"name": "[Person 1]"}) == {"name": "Ellinor Whitcombe"}


@pytest.mark.parametrize(
    ("text", "concealed"),
    [
        ("Swantje, as always with Dana", "[person 1], as always with Dana"),
        ("do you take Apple Pay", "do you take Apple Pay"),
        ("ring the bell for Wojciechowska", "ring the bell for [person 1]"),
        ("my gran (Edith) and Ruth", "my gran ([person 1]) and [person 2]"),
    ],
)
def test_a_name_is_told_from_a_word_by_lists_and_by_its_place(text: str, concealed: str) -> None:
    assert heard(text)[0] == concealed


@pytest.mark.parametrize(
    ("language", "text", "concealed"),
    [
        ("he", "תרשמי את הדר ליברמן ואת נועה", "תרשמי את [person 1] ואת [person 4]"),
        ("he", "התור לנועה ולא לי", "התור ל[person 1] ולא לי"),
        ("he", "אפשר תור אצל מרים?", "אפשר תור אצל מרים?"),
        ("he", "ראיתי אור בחלון, יש שיר יפה ברקע", "ראיתי אור בחלון, יש שיר יפה ברקע"),
        ("ar", "أحمد الجندي وأخته", "[person 1] وأخته"),
        ("ar", "الجو جميل والمكان كريم على الضيف", "الجو جميل والمكان كريم على الضيف"),
    ],
)
def test_a_script_without_capitals_is_read_by_lists(language: str, text: str, concealed: str) -> None:
    assert heard(text, language)[0] == concealed
