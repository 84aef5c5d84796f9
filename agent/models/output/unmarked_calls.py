"""Calls and thoughts in a reply that no tag or token marks: JSON, Python, ReAct and bare channel names."""

import re

from agent.models.output.calls.arguments import first_json_value
from agent.models.output.calls.call_texts import call_of_tool, python_calls
from agent.models.output.held_text import RECIPIENT, HeldText, ProseSpan
from agent.models.protocol import ModelFailed, ToolCall

_CALL_KEYS = (
    "name",
    "function",
    "tool",
    "tool_name",
    "tool_calls",
    "type",
    "arguments",
    "parameters",
    "action",
)
_CALL_HEADS = tuple(f'{bracket}{{"{key}":' for bracket in ("", "[") for key in _CALL_KEYS)
# Names of Harmony's channels whose tokens a server has dropped, and the line labels of ReAct.
_BARE_CHANNEL = re.compile(r"(?:assistant)?(?:analysis|commentary)(?=[A-Z\s])")
_BARE_FINAL = re.compile(r"assistantfinal|Final Answer:")
_REACT = re.compile(r"(?:Thought|Action|Action Input|Observation):")
# A recipient with the rest of its header, of which a server may have dropped the tokens, and its arguments.
_ADDRESSED = re.compile(
    r"to=(?:functions\.)?([\w.-]*)"
    r"((?:\s*(?:<[|｜][\w▁]{1,30}[|｜]>|(?<![\w.-])(?:json|code|commentary)\b))*+\s*)(\{)?"
)
# What may follow a header so far that another word or token of it may still come.
_ADDRESSED_BEGUN = re.compile(r"(?:<(?:[|｜][\w▁]{0,30}[|｜]?)?|[a-z]{0,10})")
_MAY_BE_BARE = (
    "assistantanalysis",
    "assistantcommentary",
    "analysis",
    "commentary",
    "Thought:",
    "Action:",
    "Action Input:",
    "Observation:",
)


def machinery_at_start(reply: HeldText, *, at_end: bool) -> ProseSpan | None:
    """Thoughts or a call without any mark, at the start of a reply; of length 0 where it begins with none."""
    held = reply.text.lstrip()
    if not at_end and any(bare.startswith(held) for bare in _MAY_BE_BARE):
        return None
    if not (_BARE_CHANNEL.match(held) or _REACT.match(held)):
        return ProseSpan(0)
    if final := _BARE_FINAL.search(reply.text):
        return ProseSpan(final.end())
    to = RECIPIENT.search(reply.text)
    if to and to[1] in reply.tool_names and (at_end or to.end() < len(reply.text)):
        return ProseSpan(to.start())
    if not at_end:
        return None
    calls = _react_call(reply, held)
    return ProseSpan(len(reply.text), calls=calls) if calls or held.startswith("Thought:") else ProseSpan(0)


def _react_call(reply: HeldText, text: str) -> tuple[ToolCall, ...]:
    found = re.search(r"^Action:\s*([\w.]+)\s*^Action Input:\s*(.*)", text, re.M | re.S)
    if not found or found[1] not in reply.tool_names:
        return ()
    return (call_of_tool(found[1], found[2].partition("\nObservation:")[0]),)


def json_span(reply: HeldText, *, at_end: bool) -> ProseSpan | None:
    """A call in JSON, or JSON that is shown. Raises ``ModelFailed("malformed")`` for a call that was cut
    off."""
    if not may_be_call(reply.text):
        return ProseSpan(1, reply.text[0])
    found = first_json_value(reply.text)
    if found is None and not at_end:
        return None
    length = len(reply.text) if found is None else found[1]
    calls = reply.calls(reply.text[:length])
    if not calls and found is None and reply.names_a_tool(reply.text):
        raise ModelFailed("malformed", retryable=True)
    return ProseSpan(length, calls=calls) if calls else ProseSpan(length, reply.text[:length])


def addressed_call_span(reply: HeldText, *, at_end: bool) -> ProseSpan | None:
    """``to=functions.find_times … {"service": "Haircut"}``: a call in a channel whose tokens are missing.

    Without arguments only the recipient and the rest of its header are taken out; what follows is read as any
    other text.
    """
    found = _ADDRESSED.match(reply.text)
    if not found or (not at_end and _ADDRESSED_BEGUN.fullmatch(reply.text, found.end(2))):
        return None
    if found[1] not in reply.tool_names:
        return ProseSpan(1, reply.text[:1])
    value = first_json_value(reply.text[found.start(3) :]) if found[3] else None
    if value is None and found[3] and not at_end:
        return None
    length = found.start(3) + value[1] if value else found.end(2)
    return ProseSpan(
        length, calls=(call_of_tool(found[1], reply.text[found.start(3) : length]),) if value else ()
    )


def python_span(reply: HeldText, *, at_end: bool) -> ProseSpan | None:
    """``find_times(service="Haircut")``, also in ``print(…)`` or a list."""
    for end in re.finditer(r"\)\]?", reply.text):
        calls = python_calls(reply.text[: end.end()], reply.tool_names)
        if calls:
            return ProseSpan(end.end(), calls=tuple(calls))
    return ProseSpan(len(reply.text)) if at_end else None


def may_be_call(text: str) -> bool:
    """Whether a text begins as a call in JSON does, or may still."""
    squeezed = "".join(text[:80].split())
    return any(head.startswith(squeezed) or squeezed.startswith(head) for head in _CALL_HEADS)
