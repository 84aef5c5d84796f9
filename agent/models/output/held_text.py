"""The text of a reply that is held back until it is clear whether it may be shown."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from agent.languages.patterns.alternatives import alternatives
from agent.models.output import machinery, tag_names
from agent.models.output.calls.call_texts import calls_in, python_calls
from agent.models.protocol import ModelFailed, ToolCall

# The tool that a message in a channel is addressed to.
RECIPIENT = re.compile(r"to=(?:functions\.)?([\w.-]+)")

_TOKEN_REST = rf"(?<!\w)(?:{machinery.TOKEN_REST.pattern})|[|｜]>"


class ToolPatterns(NamedTuple):
    """What a Python call of a known tool looks like, what machinery may begin with, and all beginnings of
    the tools' names."""

    call: re.Pattern[str]
    opening: re.Pattern[str]
    beginnings: frozenset[str]


class ProseSpan(NamedTuple):
    """The first part of a text: its length, what of it may be shown, and the tool calls in it.

    ``takes_back``: it is the end of thoughts, so that all text before it is void.
    """

    length: int
    shown: str = ""
    calls: tuple[ToolCall, ...] = ()
    takes_back: bool = False


class HeldText:
    """The held text of one reply, and which tools it may call.

    ``is_within_word``: the last character that was shown belongs to a word, so that the text goes on with
    that word.
    """

    def __init__(self, tool_names: Collection[str]) -> None:
        self.tools = _tools(frozenset(tool_names))
        self.tool_names = tool_names
        self.text = ""
        self.is_within_word = False

    def partial_call_length(self, text: str) -> int:
        """How many characters at the end of a text may be the beginning of a tool call in Python, or of the
        rest of a token."""
        if rest := machinery.TOKEN_REST_BEGUN.search(text):
            return len(rest[0])
        last = re.search(r"(?<![\w.])(?:print\()?(?:\w+\.)?\w*$|\bto=$", text)
        begun = last[0] if last else ""
        if len(begun) == len(self.text) and self.is_within_word:
            return 0
        name = begun.removeprefix("print(").rpartition(".")[2]
        return len(begun) if name in self.tools.beginnings or begun == "to=" else 0

    def until(self, begun: int, closing: re.Pattern[str], name: str, *, at_end: bool) -> ProseSpan | None:
        """The block ``name`` from ``begun`` to its closing mark; None while that is missing and more may
        follow."""
        end = closing.search(self.text, begun)
        if end is None and not at_end:
            return None
        return self.block(begun, end.start() if end else len(self.text), name)._replace(
            length=end.end() if end else len(self.text)
        )

    def block(self, start: int, end: int, name: str) -> ProseSpan:
        """A block that is not shown. Calls are read from all blocks but thoughts, where they are only
        considered."""
        inside = self.text[start:end]
        if tag_names.is_thinking(name):
            return ProseSpan(end)
        calls = self.calls(inside)
        if not calls and tag_names.is_calling(name):
            # Marked as a call and not readable: this raises, and a retry may succeed.
            calls = tuple(calls_in(inside))
        return ProseSpan(end, calls=calls)

    def calls(self, inside: str) -> tuple[ToolCall, ...]:
        """The calls of known tools that a text consists of; none where it has anything else."""
        try:
            calls = tuple(calls_in(inside)) or tuple(python_calls(inside, self.tool_names))
        except ModelFailed:
            calls = tuple(python_calls(inside, self.tool_names))
        return calls if all(call.name in self.tool_names for call in calls) else ()

    def names_a_tool(self, text: str) -> bool:
        """Whether a text has the name of a tool in quotes."""
        return any(f'"{name}"' in text for name in self.tool_names)


@lru_cache(maxsize=8)
def _tools(names: frozenset[str]) -> ToolPatterns:
    any_name = alternatives(names) or r"(?!)"
    call = rf"(?:print\()?(?:\w+\.)?(?:{any_name})\("
    return ToolPatterns(
        call=re.compile(rf"\[?{call}"),
        opening=re.compile(rf"[<\[{{`{machinery.FOREIGN_OPENS}]|\bto=(?=\S)|(?<![\w.]){call}|{_TOKEN_REST}"),
        beginnings=frozenset(
            known[:end]
            for known in (*names, *machinery.TOKEN_NAMES, "print", "to")
            for end in range(len(known) + 1)
        ),
    )
