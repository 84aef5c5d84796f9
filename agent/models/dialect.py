"""How one endpoint wants to be spoken to: Chat Completions, less whatever it has been seen to refuse."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from agent.models.protocol import ModelMessage, ToolCall, ToolSpec

# Two ways to say that an assistant message is calls only; a server that takes neither gets no content at all.
NULL_CONTENT, EMPTY_CONTENT = "null content", "empty content"


class Dialect:
    """What an endpoint refused before is not sent again."""

    def __init__(self, model: str, options: Mapping[str, Any]) -> None:
        self._model = model
        self._options = dict(options)
        self.refused: frozenset[str] = frozenset()
        self._tool_cache: tuple[Sequence[ToolSpec], bool, list[dict[str, Any]]] = ((), True, [])

    def body(
        self, messages: Sequence[ModelMessage], tools: Sequence[ToolSpec], refused: frozenset[str]
    ) -> dict[str, Any]:
        """The request for a reply, without the fields in `refused`."""
        optional = {"stream_options": {"include_usage": True}, **self._options}
        body: dict[str, Any] = {key: each for key, each in optional.items() if key not in refused}
        body.update(model=self._model, stream=True)
        body["messages"] = [_message(m, refused) for m in messages if _says_something(m)]
        if tools:
            body["tools"] = self._tools(tools, strict="strict" not in refused)
        else:
            # Servers refuse it where there are no tools.
            body.pop("parallel_tool_calls", None)
        return body

    def learn(
        self, complaint: str, body: Mapping[str, Any], refused: frozenset[str], *, vague: bool
    ) -> frozenset[str]:
        """What to leave out besides `refused` after this complaint about `body`; nothing if it is about
        nothing known.

        `vague` says that the complaint is about the form of the request even where it names no field.
        """
        optional = set(self._optional_fields(body))
        named = {field for field in optional if re.search(rf"\b{re.escape(field)}\b", complaint)}
        empty = _next_empty_form(body, refused)
        if empty and (re.search(r"\bcontent\b", complaint) or (vague and not named and not optional)):
            named.add(empty)
        return frozenset(named or (optional if vague else ()))

    def _tools(self, tools: Sequence[ToolSpec], *, strict: bool) -> list[dict[str, Any]]:
        """The same tools are told in the same words, request after request."""
        if self._tool_cache[0] is not tools or self._tool_cache[1] != strict:
            self._tool_cache = tools, strict, [_tool(tool, strict=strict) for tool in tools]
        return self._tool_cache[2]

    def _optional_fields(self, body: Mapping[str, Any]) -> Iterator[str]:
        yield from (field for field in ("stream_options", *self._options) if field in body)
        if any("strict" in tool["function"] for tool in body.get("tools", ())):
            yield "strict"
        for message in body["messages"]:
            yield from message.keys() - {"role", "content", "tool_calls", "tool_call_id"}
            for call in message.get("tool_calls", ()):
                yield from call.keys() - {"id", "type", "function"}


def _says_something(message: ModelMessage) -> bool:
    return message.role != "assistant" or bool(message.content or message.tool_calls)


def _message(message: ModelMessage, refused: frozenset[str]) -> dict[str, Any]:
    if message.role == "tool":
        return {"role": "tool", "tool_call_id": message.tool_call_id, "content": message.content or "{}"}
    if message.role != "assistant":
        # Some servers refuse an empty text wherever it stands.
        return {"role": message.role, "content": message.content or "-"}
    sent: dict[str, Any] = {"role": "assistant", **_without(message.extra, refused)}
    if message.content or EMPTY_CONTENT not in refused:
        sent["content"] = message.content or ("" if NULL_CONTENT in refused else None)
    if message.tool_calls:
        sent["tool_calls"] = [_call(call, refused) for call in message.tool_calls]
    return sent


def _call(call: ToolCall, refused: frozenset[str]) -> dict[str, Any]:
    function = {"name": call.name, "arguments": json.dumps(call.arguments, ensure_ascii=False)}
    return {**_without(call.extra, refused), "id": call.id, "type": "function", "function": function}


def _tool(tool: ToolSpec, *, strict: bool) -> dict[str, Any]:
    function: dict[str, Any] = {
        "name": tool.name,
        "description": tool.description,
        "parameters": tool.parameters,
    }
    if strict and _fits_strict(tool.parameters):
        function["strict"] = True
    return {"type": "function", "function": function}


def _fits_strict(schema: Any) -> bool:
    """Strict mode takes only objects that are closed and of which every property is required."""
    if isinstance(schema, list):
        return all(map(_fits_strict, schema))
    if not isinstance(schema, dict):
        return True
    if schema.get("type") == "object":
        closed = schema.get("additionalProperties") is False
        if not closed or set(schema.get("required", ())) != set(schema.get("properties", {})):
            return False
    return all(map(_fits_strict, schema.values()))


def _next_empty_form(body: Mapping[str, Any], refused: frozenset[str]) -> str | None:
    contents = [message["content"] for message in body["messages"] if "content" in message]
    if None in contents:
        return NULL_CONTENT
    return EMPTY_CONTENT if "" in contents and EMPTY_CONTENT not in refused else None


def _without(extra: Mapping[str, Any], refused: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in extra.items() if key not in refused}
