"""What every model is: messages and tools in, a stream of events out."""

from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager
from decimal import Decimal
from typing import Any, Literal, Protocol

from msgspec import Struct


class ToolCall(Struct, frozen=True):
    """One call a model asks for. `extra` are the provider's own fields, to be sent back untouched."""

    id: str
    name: str
    arguments: dict[str, Any]
    extra: dict[str, Any] = {}


class ModelMessage(Struct, frozen=True):
    """One message as a model reads it; `extra` of an assistant message is what `Finished.extra` said."""

    role: Literal["system", "user", "assistant", "tool"]
    content: str
    tool_calls: tuple[ToolCall, ...] = ()
    tool_call_id: str | None = None
    extra: dict[str, Any] = {}


class ToolSpec(Struct, frozen=True):
    """A tool as a model is told of it; `parameters` is a JSON schema."""

    name: str
    description: str
    parameters: dict[str, Any]


class TextDelta(Struct, frozen=True):
    text: str


class TextTakenBack(Struct, frozen=True):
    """All text of this reply so far was not meant for the customer."""


class CallRequested(Struct, frozen=True):
    """A complete call, its arguments parsed."""

    call: ToolCall


class AttemptFailed(Struct, frozen=True):
    """A request failed and is tried once more: why, in a word of ours, and how long it took."""

    reason: str
    took_ms: int


class Usage(Struct, frozen=True):
    """Tokens spent on one request, and their price where it is known. One model call may report several:
    requests that failed cost money too."""

    model: str
    input_tokens: int
    output_tokens: int
    cost: Decimal | None = None


class Finished(Struct, frozen=True):
    """The end of a reply: "stop", "tool_calls", "length" or "content_filter", and what to echo back."""

    reason: str
    extra: dict[str, Any] = {}


ModelEvent = TextDelta | TextTakenBack | CallRequested | AttemptFailed | Usage | Finished

FailureReason = Literal[
    "timeout", "refused", "malformed", "cut", "overloaded", "unauthorized", "circuit_open"
]


class ModelFailed(Exception):
    """A model could not answer.

    `reason` is a short code, never the provider's text, which may quote the conversation or the key.
    `retryable` says that the same request might succeed a little later; `after_first_token` that
    something of the reply has already been seen.
    """

    def __init__(
        self, reason: FailureReason, *, retryable: bool = False, after_first_token: bool = False
    ) -> None:
        super().__init__(reason)
        self.reason: FailureReason = reason
        self.retryable = retryable
        self.after_first_token = after_first_token


class Model(Protocol):
    """A model that answers one request at a time, any number of them side by side."""

    name: str

    def stream(
        self, messages: Sequence[ModelMessage], tools: Sequence[ToolSpec], conversation: Any
    ) -> AsyncIterator[ModelEvent]:
        """Answer as a stream that ends with `Finished`, or raise `ModelFailed`.

        Calls come only once the whole reply has arrived. `conversation` is the turn's own state, which
        the built-in receptionist reads and a provider never sees. Read it within `listening`.
        """
        ...


@asynccontextmanager
async def open_stream(events: AsyncIterator[ModelEvent]) -> AsyncIterator[AsyncIterator[ModelEvent]]:
    """Read a model's stream; leaving early hangs up at once instead of when memory is next cleaned."""
    try:
        yield events
    finally:
        if isinstance(events, AsyncGenerator):
            await events.aclose()
