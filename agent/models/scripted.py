"""A model that says what it is told: for tests, demos and evaluation."""

import asyncio
import re
from collections.abc import AsyncGenerator, Callable, Sequence
from typing import Any, NamedTuple

from msgspec import Struct

from agent.models.output.calls.native_calls import new_call_id
from agent.models.protocol import (
    CallRequested,
    FailureReason,
    Finished,
    ModelEvent,
    ModelFailed,
    ModelMessage,
    TextDelta,
    ToolCall,
    ToolSpec,
    Usage,
)


class Say(Struct, frozen=True, tag=True, tag_field="step"):
    """Speak, word by word."""

    text: str


class Call(Struct, frozen=True, tag=True, tag_field="step"):
    """Ask for a tool; without an id it gets a fresh one."""

    name: str
    arguments: dict[str, Any] = {}
    id: str = ""


class Fail(Struct, frozen=True, tag=True, tag_field="step"):
    reason: FailureReason = "cut"
    retryable: bool = False


class Wait(Struct, frozen=True, tag=True, tag_field="step"):
    seconds: float


ScriptStep = Say | Call | Fail | Wait
Steps = Sequence[ScriptStep]


class ModelInput(NamedTuple):
    """What one model call was given."""

    messages: tuple[ModelMessage, ...]
    tools: tuple[ToolSpec, ...]


class ScriptedModel:
    """Each model call plays the next reply of the script: steps, or a function from what was heard to steps.

    A script that is over is a mistake of whoever wrote it: `LookupError`. `forever` goes on after the
    script, for a policy that answers any number of calls.
    """

    def __init__(
        self,
        *replies: Steps | Callable[[ModelInput], Steps],
        forever: Callable[[ModelInput], Steps] | None = None,
        name: str = "scripted",
    ) -> None:
        self.name = name
        self.heard: list[ModelInput] = []
        self._replies = replies
        self._forever = forever

    async def stream(
        self,
        messages: Sequence[ModelMessage],
        tools: Sequence[ToolSpec],
        conversation: Any,  # noqa: ARG002 - a script needs none
    ) -> AsyncGenerator[ModelEvent, None]:
        """The next reply of the script, word by word. Raises ``ModelFailed`` at a step that says so."""
        heard = ModelInput(tuple(messages), tuple(tools))
        steps = self._next(heard)
        spoke = False
        for step in steps:
            match step:
                case Say(text):
                    for word in _words(text):
                        spoke = True
                        yield TextDelta(word)
                case Call(name, arguments, call_id):
                    yield CallRequested(ToolCall(call_id or new_call_id(), name, arguments))
                case Wait(seconds):
                    await asyncio.sleep(seconds)
                case Fail(reason, retryable):
                    raise ModelFailed(reason, retryable=retryable, after_first_token=spoke)
        yield Usage(self.name, _tokens(*(m.content for m in messages)), _tokens(*map(str, steps)))
        yield Finished("tool_calls" if any(isinstance(step, Call) for step in steps) else "stop")

    def _next(self, heard: ModelInput) -> Steps:
        position = len(self.heard)
        self.heard.append(heard)
        reply = self._replies[position] if position < len(self._replies) else self._forever
        if reply is None:
            raise LookupError(f"the script of {self.name} has only {len(self._replies)} replies")
        return reply(heard) if callable(reply) else reply


def _words(text: str) -> list[str]:
    return re.findall(r"\S+\s*|\s+", text)


def _tokens(*texts: str) -> int:
    return sum(len(text) for text in texts) // 4
