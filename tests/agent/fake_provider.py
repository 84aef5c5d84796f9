"""The provider that evaluations talk to, for tests: it sends exactly the bytes it is told."""

from evaluation.models.fake_provider import (
    DONE,
    HANG_UP,
    RESET,
    FakeProvider,
    Part,
    ProviderAnswer,
    ReceivedRequest,
    chunk,
    entry,
    event,
    tool_calls_chunk,
)

__all__ = [
    "DONE",
    "HANG_UP",
    "RESET",
    "FakeProvider",
    "Part",
    "ProviderAnswer",
    "ReceivedRequest",
    "chunk",
    "entry",
    "event",
    "tool_calls_chunk",
]
