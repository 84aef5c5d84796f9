"""A model within the budget of a turn: requests and tool calls are counted, tokens settled, and its stream
ends with the turn's time."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

from agent.llm.budget import Budget
from agent.models.protocol import (
    CallRequested,
    Model,
    ModelEvent,
    ModelMessage,
    ToolSpec,
    Usage,
    open_stream,
)


class BudgetedModel:
    def __init__(self, model: Model, budget: Budget) -> None:
        self.name = model.name
        self._model = model
        self._budget = budget

    async def stream(
        self, messages: Sequence[ModelMessage], tools: Sequence[ToolSpec], conversation: Any
    ) -> AsyncIterator[ModelEvent]:
        """The model's events. Raises ``BudgetExceeded`` before a request that may not be sent, when the
        seconds are over, and after a reply that asks for more tool calls than are left."""
        self._budget.count_request(self.name, messages)
        calls = 0
        with self._budget.deadline() as alarm:
            async with open_stream(self._model.stream(messages, tools, conversation)) as stream:
                while (event := await alarm.wait_for(anext(stream, None))) is not None:
                    match event:
                        case CallRequested():
                            calls += 1
                        case Usage():
                            self._budget.settle(event.input_tokens + event.output_tokens)
                    yield event
        self._budget.count_tool_calls(calls)
