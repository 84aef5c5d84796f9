"""Models one after the other: whoever fails before anything was seen is replaced by the next."""

from collections.abc import AsyncGenerator, Sequence
from typing import Any

from agent.models.protocol import (
    CallRequested,
    Model,
    ModelEvent,
    ModelFailed,
    ModelMessage,
    TextDelta,
    ToolSpec,
    listening,
)


class Fallback:
    """Answers with the first model that can. Raises the last one's `ModelFailed`.

    A model that fails after something was seen is not replaced: `after_first_token` tells the caller to
    take back what was said before it asks anybody else.
    """

    def __init__(self, first: Model, *others: Model) -> None:
        self._models = (first, *others)
        self.name = first.name

    async def stream(
        self, messages: Sequence[ModelMessage], tools: Sequence[ToolSpec], conversation: Any
    ) -> AsyncGenerator[ModelEvent, None]:
        for left, model in zip(reversed(range(len(self._models))), self._models, strict=True):
            spoke = False
            try:
                async with listening(model.stream(messages, tools, conversation)) as events:
                    async for event in events:
                        spoke = spoke or isinstance(event, TextDelta | CallRequested)
                        yield event
                return
            except ModelFailed as failure:
                if spoke:
                    raise ModelFailed(
                        failure.reason, retryable=failure.retryable, after_first_token=True
                    ) from None
                if not left:
                    raise
