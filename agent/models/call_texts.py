"""Reading the calls out of a text that a model wrote instead of calling: JSON, or tags around it."""

import re
from collections.abc import Iterator
from typing import Any

from agent.models.arguments import first_json_value, json_values, objects_in
from agent.models.native_calls import new_call_id
from agent.models.protocol import ModelFailed, ToolCall

_FUNCTION = re.compile(r"<function=([\w.-]+)>(.*?)(?:</function>|$)", re.DOTALL)
_PARAMETER = re.compile(r"<parameter=([\w.-]+)>\s*(.*?)\s*</parameter>", re.DOTALL)


def calls_in(inside: str) -> Iterator[ToolCall]:
    """The calls a span spells out. Raises `ModelFailed("malformed")` where it spells out none."""
    functions = _FUNCTION.findall(inside)
    for name, body in functions:
        yield ToolCall(new_call_id(), name, _parameters(body))
    if not functions:
        for value in json_values(re.sub(r"</?tool_call>", "", inside)):
            yield from _calls_of_value(value)


def _parameters(body: str) -> dict[str, Any]:
    tagged = {name: _value(text) for name, text in _PARAMETER.findall(body)}
    return tagged or objects_in(body)[0]


def _value(text: str) -> Any:
    found = first_json_value(text)
    return found[0] if found and found[1] == len(text) else text


def _calls_of_value(value: Any) -> Iterator[ToolCall]:
    if isinstance(value, list):
        for each in value:
            yield from _calls_of_value(each)
        return
    if not isinstance(value, dict):
        raise ModelFailed("malformed", retryable=True)
    if isinstance(value.get("tool_calls"), list):
        yield from _calls_of_value(value["tool_calls"])
        return
    if isinstance(value.get("function"), dict):
        value = value["function"]
    name = next((value[key] for key in ("name", "tool_name", "tool", "function") if value.get(key)), None)
    if not isinstance(name, str):
        raise ModelFailed("malformed", retryable=True)
    arguments = value.get("arguments", value.get("parameters", value.get("input")))
    written = arguments if isinstance(arguments, str) else ""
    given = arguments if isinstance(arguments, dict) else objects_in(written)[0]
    yield ToolCall(new_call_id(), name, given)
