"""Tool calls that a model writes out as text: recognized, taken out, and never shown to the customer."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from agent.models.arguments import first_json_value
from agent.models.call_texts import calls_in
from agent.models.protocol import ModelFailed, ToolCall

# How open models begin what is not meant for people, and how they end it.
MARKS = {
    "<tool_call>": "</tool_call>",
    "<function=": "</function>",
    "<think>": "</think>",
    "[TOOL_CALLS]": "",
    "<|python_tag|>": "",
}
FENCE = "```"
_OPENING = re.compile("|".join(map(re.escape, (*MARKS, FENCE))) + r"|[\[{]")
_LONGEST_OPENING = max(map(len, (*MARKS, FENCE)))
_BEGINNINGS = sorted(
    {opening[:end] for opening in (*MARKS, FENCE) for end in range(1, len(opening))}, key=len, reverse=True
)
# Every opening begins with one of these.
_MAY_OPEN = re.compile(r"[<\[{`]")
_BEGUN_AT_END = re.compile(rf"(?:{'|'.join(map(re.escape, _BEGINNINGS))})$")
_FENCE_HEAD = re.compile(r"```\w*\s*")
_CALL_KEYS = ("name", "function", "tool", "tool_name", "tool_calls", "type", "arguments", "parameters")
_CALL_HEADS = tuple(f'{bracket}{{"{key}":' for bracket in ("", "[") for key in _CALL_KEYS)


class Span(NamedTuple):
    """A stretch of text that may be a call: its length, what is inside, and whether people may see it."""

    length: int
    inside: str
    is_machinery: bool


class WrittenCalls:
    """Listens to the text of one reply, holding back what may yet turn out to be a call."""

    def __init__(self, tool_names: Collection[str]) -> None:
        self._tool_names = tool_names
        self._held = ""
        # Space before the first word, or after a call that was taken out, is nobody's to see.
        self._trims = True
        self.calls: list[ToolCall] = []

    def feed(self, text: str) -> str:
        """Listen on. Returns what may be shown by now."""
        is_held_up = self._held or self._trims or _MAY_OPEN.search(text)
        if not is_held_up:
            return text
        self._held += text
        return "".join(self._released(at_end=False))

    def finish(self) -> str:
        """Returns what was held back for nothing. Raises `ModelFailed("malformed")` if a call was cut off."""
        return "".join(self._released(at_end=True))

    def _released(self, *, at_end: bool) -> Iterator[str]:
        while opening := _OPENING.search(self._held):
            yield self._show(opening.start())
            span = _span_at_start(self._held, at_end=at_end)
            if span is None:
                return
            calls = self._calls_of(span, at_end=at_end)
            if calls or span.is_machinery:
                self.calls.extend(calls)
                self._held, self._trims = self._held[span.length :], True
            else:
                yield self._show(span.length)
        yield self._show(len(self._held) - (0 if at_end else _beginning_at_end(self._held)))

    def _show(self, length: int) -> str:
        shown, self._held = self._held[:length], self._held[length:]
        if self._trims:
            shown = shown.lstrip()
            self._trims = not shown
        return shown

    def _calls_of(self, span: Span, *, at_end: bool) -> list[ToolCall]:
        try:
            calls = list(calls_in(span.inside))
        except ModelFailed:
            # Cut off, or never well-formed: of no use, and not for showing if it was meant as a call.
            if span.is_machinery or (at_end and self._names_a_tool(span.inside)):
                raise
            return []
        if span.is_machinery or all(call.name in self._tool_names for call in calls):
            return calls
        return []

    def _names_a_tool(self, text: str) -> bool:
        return any(f'"{name}"' in text for name in self._tool_names)


def _span_at_start(held: str, *, at_end: bool) -> Span | None:
    """The span that `held` begins with; None while more text is needed to tell."""
    if not at_end and any(opening.startswith(held) for opening in MARKS):
        return None
    mark = next((mark for mark in MARKS if held.startswith(mark)), None)
    if mark is not None:
        return _marked_span(held, mark, at_end=at_end)
    if held.startswith(FENCE):
        return _fenced_span(held, at_end=at_end)
    return _bare_span(held, at_end=at_end)


def _marked_span(held: str, mark: str, *, at_end: bool) -> Span | None:
    closing = MARKS[mark]
    end = held.find(closing, len(mark))
    if end < 0 and not at_end:
        return None
    length = len(held) if end < 0 else end + len(closing)
    is_call = mark in {"<tool_call>", "<function="}
    return Span(length, held[:length] if is_call else "", is_machinery=True)


def _fenced_span(held: str, *, at_end: bool) -> Span | None:
    head = _FENCE_HEAD.match(held)
    start = head.end() if head else len(FENCE)
    if start == len(held) and not at_end:
        return None
    if not _may_be_call(held[start:]):
        return Span(start, "", is_machinery=False)
    end = held.find(FENCE, start)
    if end < 0 and not at_end:
        return None
    if end < 0:
        return Span(len(held), held[start:], is_machinery=False)
    return Span(end + len(FENCE), held[start:end], is_machinery=False)


def _bare_span(held: str, *, at_end: bool) -> Span | None:
    if not _may_be_call(held):
        return Span(1, "", is_machinery=False)
    found = first_json_value(held)
    if found is None and not at_end:
        return None
    length = len(held) if found is None else found[1]
    return Span(length, held[:length], is_machinery=False)


def _may_be_call(text: str) -> bool:
    squeezed = "".join(text[:80].split())
    return squeezed.startswith("<") or any(
        head.startswith(squeezed) or squeezed.startswith(head) for head in _CALL_HEADS
    )


def _beginning_at_end(held: str) -> int:
    """How many characters at the end of `held` may be the beginning of an opening."""
    begun = _BEGUN_AT_END.search(held, max(0, len(held) - _LONGEST_OPENING))
    return len(held) - begun.start() if begun else 0
