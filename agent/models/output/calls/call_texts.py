"""Reading the calls out of a text that a model wrote instead of calling: JSON, tags around it, or Python."""

import ast
import re
from collections.abc import Collection, Iterator
from typing import Any

from agent.models.output.calls.arguments import first_json_value, json_values, objects_in
from agent.models.output.calls.native_calls import new_call_id
from agent.models.protocol import ModelFailed, ToolCall

_TAG = r"<(?:[^<>\s]*[:|｜])?"
# <function=find_times>…</function>, <invoke name="find_times">…</invoke>, with or without a namespace.
_FUNCTION = re.compile(
    rf"""{_TAG}(?:function=|(?:invoke|function|tool)\s+name=)["']?([\w.-]+)["']?>(.*?)"""
    rf"""(?:</[^<>]*(?:function|invoke|tool)>|$)""",
    re.S,
)
_PARAMETER = re.compile(
    rf"""{_TAG}(?:parameter=|(?:parameter|param|argument|arg)\s+name=)["']?([\w.-]+)["']?[^<>]*>"""
    rf"""\s*(.*?)\s*</[^<>]*>""",
    re.S,
)
# function<｜tool▁sep｜>find_times and then its arguments; functions.find_times:0<|tool_call_argument_begin|>;
# find_times[ARGS]{…}
_NAMED = re.compile(
    r"""(?:function\s*<[|｜][^<>]*sep[|｜]>\s*)?(?:functions\.)?([A-Za-z_][\w.-]*)(?::\d+)?\s*"""
    r"""(?:<[|｜][^<>]*(?:sep|argument[▁_]begin)[|｜]>|\[ARGS\]|\s(?=```|\{))\s*(?:```\w*\s*)?(?=\{)"""
)
_WRAPPINGS = re.compile(r"</?[\w:|｜.-]*(?:tool|func|call|action|plugin)[\w▁:|｜.-]*>|```\w*")


def calls_in(inside: str) -> Iterator[ToolCall]:
    """The calls a span spells out. Raises ``ModelFailed("malformed")`` where it spells out none."""
    functions = _FUNCTION.findall(inside)
    for name, body in functions:
        yield ToolCall(new_call_id(), name, _parameters(body))
    if functions:
        return
    named = list(_NAMED.finditer(inside))
    for found in named:
        value = first_json_value(inside[found.end() :])
        if value is None or not isinstance(value[0], dict):
            raise ModelFailed("malformed", retryable=True)
        yield ToolCall(new_call_id(), found[1], value[0])
    if not named:
        for value in json_values(_WRAPPINGS.sub(" ", inside)):
            yield from _calls_of_value(value)


def call_of_tool(name: str, written: str) -> ToolCall:
    """The call of a tool whose arguments were written. Raises ``ModelFailed("malformed")``."""
    return ToolCall(new_call_id(), name, objects_in(written)[0])


def python_calls(text: str, tool_names: Collection[str]) -> list[ToolCall]:
    """The calls of known tools in a piece of Python with literal keyword arguments; none where it is anything
    else."""
    try:
        body = ast.parse(text.strip()).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    found: list[ToolCall] = []
    for node in (each for line in body for each in ast.walk(line) if isinstance(each, ast.Call)):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in tool_names or node.args:
            continue
        try:
            given = {each.arg: ast.literal_eval(each.value) for each in node.keywords if each.arg}
        except (ValueError, TypeError, RecursionError):
            return []
        found.append(ToolCall(new_call_id(), name, given))
    return found


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
    name = next(
        (value[key] for key in ("name", "tool_name", "tool", "function", "action") if value.get(key)), None
    )
    if not isinstance(name, str):
        raise ModelFailed("malformed", retryable=True)
    arguments = next(
        (value[key] for key in ("arguments", "parameters", "input", "action_input", "args") if key in value),
        None,
    )
    written = arguments if isinstance(arguments, str) else ""
    given = arguments if isinstance(arguments, dict) else objects_in(written)[0]
    yield ToolCall(new_call_id(), name, given)
