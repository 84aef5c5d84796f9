"""What programs and models send as arguments, against what must not be guessed: a wish left out, an agreement
made up, two bodies in one."""

import itertools

import msgspec
import pytest

from booking_core.errors import InvalidField
from booking_core.input.json_text import NotJson, decode_json
from tests.attack.figures import Figures
from web.mcp.tool_calls.arguments import read_arguments
from web.mcp.tools import ARGUMENTS, TOOLS

# Names that wish for something about a booking, in the ways programs write them.
WISHES = (
    "staff",
    "location",
    "party",
    "duration",
    "customer_agreed",
    "start",
    "party_size",
    "staff_name",
    "number of guests",
    "branch",
    # Near none of the arguments.
    "head_count",
    "adults",
    "hairdresser",
    "worker",
    "tickets",
    "companions",
    "number",
    "room_id",
    "table",
    "special_requests",
    "query",
    "note",
    "language",
    "wheelchair",
    "gift_card",
)
WAYS = (
    str,
    str.upper,
    str.title,
    lambda name: name.replace("_", "-"),
    lambda name: name.replace("_", ""),
    lambda name: f"new_{name}",
)
# Calls of every tool that books or changes something, complete without another argument.
CALLS: dict[str, dict[str, object]] = {
    "create_hold": {"slot_id": "s"},
    "create_booking": {"hold_id": "h", "customer": {"name": "Ada"}},
    "reschedule_booking": {"appointment_id": "a", "hold_id": "h"},
    "cancel_booking": {"appointment_id": "a"},
}
WORDS = (
    "True",
    "TRUE",
    " true ",
    "true\n",
    "yes",
    "y",
    "ok",
    "1",
    "sure",
    "true.",
    "truth",
    "'true'",
    "on",
    "agreed",
    1,
    2,
    1.0,
    [True],
    {"agreed": True},
    "{}",
    "[true]",
)


def test_no_wish_is_left_out_of_what_is_written(figures: Figures) -> None:
    tried, left_out = 0, []
    for (tool, usual), wish, way in itertools.product(CALLS.items(), WISHES, WAYS):
        name = way(wish)
        if name in TOOLS[tool].input_schema["properties"]:
            continue
        tried += 1
        try:
            read = read_arguments({**usual, name: 3}, TOOLS[tool].arguments, ARGUMENTS)
        except InvalidField as refused:
            assert refused.code == "unknown_field"
        else:
            left_out.append((tool, name, read.ignored))
    figures.note(tried=tried, left_out=len(left_out))
    assert left_out == []


@pytest.mark.parametrize("word", WORDS, ids=str)
def test_nothing_but_true_is_an_agreement(word: object) -> None:
    for tool, usual in CALLS.items():
        if tool == "create_hold":
            continue
        with pytest.raises(msgspec.ValidationError, match="bool"):
            read_arguments({**usual, "customer_agreed": word}, TOOLS[tool].arguments, ARGUMENTS)


@pytest.mark.parametrize("depth", range(4))
def test_no_object_has_two_members_of_one_name(depth: int) -> None:
    text = '{"a":1,"\\u0061":2}'
    for _ in range(depth):
        text = f'[{{"b":{text}}}]'
    with pytest.raises(NotJson):
        decode_json(text.encode())
