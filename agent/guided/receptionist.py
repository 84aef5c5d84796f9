"""The built-in receptionist as a model: it reads the conversation, decides the next step, and asks for the
same tools any model would.

Deterministic: the same conversation gives the same step. It keeps nothing of its own between calls, so it can
take over in the middle of any conversation.
"""

import re
from collections.abc import AsyncIterator, Sequence
from typing import Any

import msgspec

from agent.guided.after_concern import HAND_OVER, step_after_hand_over
from agent.guided.plan import first_step
from agent.guided.replies.tool_results import step_after_tool
from agent.guided.steps.step import GuidedStep
from agent.models.protocol import (
    CallRequested,
    Finished,
    ModelEvent,
    ModelMessage,
    TextDelta,
    ToolCall,
    ToolSpec,
    Usage,
)
from agent.turn_context import TurnContext

# "Thank you, Inès B..": a name or a fact may end in a full stop of its own.
TWO_STOPS = re.compile(r"(?<![.])\.\.(?![.])")


class GuidedModel:
    """Needs no key, no network and no time to think."""

    name = "guided"

    async def stream(
        self,
        messages: Sequence[ModelMessage],
        tools: Sequence[ToolSpec],  # noqa: ARG002 - it knows the tools by heart
        conversation: Any,
    ) -> AsyncIterator[ModelEvent]:
        context: TurnContext = conversation
        results = _results(messages)
        step = _step_after(context, *results[-1]) if results else first_step(context)
        if step.say:
            yield TextDelta(TWO_STOPS.sub(".", step.say))
        if step.tool:
            yield CallRequested(ToolCall(f"call_{len(results) + 1}", step.tool, step.arguments))
        yield Usage(self.name, 0, 0)
        yield Finished("tool_calls" if step.tool else "stop")


def _step_after(context: TurnContext, tool: str, result: dict[str, Any]) -> GuidedStep:
    """The step after a tool's result; once the team was told, the rest of the message is heard."""
    if tool == HAND_OVER and "refused" not in result:
        return step_after_hand_over(context, result)
    return step_after_tool(context, tool, result)


def _results(messages: Sequence[ModelMessage]) -> list[tuple[str, dict[str, Any]]]:
    """The tools that have run since the customer last spoke, each with its result."""
    last_said = max(i for i, message in enumerate(messages) if message.role == "user")
    names = {call.id: call.name for message in messages[last_said:] for call in message.tool_calls}
    return [
        (names[message.tool_call_id or ""], msgspec.json.decode(message.content))
        for message in messages[last_said:]
        if message.role == "tool"
    ]
