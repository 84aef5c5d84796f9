"""What the tests of the models share: an endpoint on a fake provider, and an ear."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest

from agent.models.endpoint import Endpoint, Timeouts
from agent.models.openai_chat import OpenAIChat
from agent.models.output.manners import ENOUGH, ReplyHabits
from agent.models.protocol import (
    AttemptFailed,
    CallRequested,
    Finished,
    Model,
    ModelMessage,
    TextDelta,
    TextTakenBack,
    ToolCall,
    ToolSpec,
    Usage,
    open_stream,
)
from agent.models.reliability.circuit_breaker import CircuitBreaker
from booking_core.time.clock import FrozenClock
from tests.agent.fake_provider import FakeProvider, ProviderAnswer
from tests.serving import NO_TLS

FIND_TIMES = ToolSpec(
    "find_times",
    "Free times of a service.",
    {
        "type": "object",
        "properties": {"service": {"type": "string"}, "when": {"type": "string"}},
        "required": ["service", "when"],
        "additionalProperties": False,
    },
)
LIST_SERVICES = ToolSpec("list_services", "What can be booked.", {"type": "object", "properties": {}})
TOOLS = (FIND_TIMES, LIST_SERVICES)
ASKED = (ModelMessage("system", "You book."), ModelMessage("user", "A haircut on Friday?"))


@dataclass
class Heard:
    """Everything one stream said."""

    deltas: list[str] = field(default_factory=list)
    taken_back: list[str] = field(default_factory=list)
    calls: list[ToolCall] = field(default_factory=list)
    usage: list[Usage] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    finished: Finished | None = None

    @property
    def text(self) -> str:
        return "".join(self.deltas)

    @property
    def requests(self) -> list[tuple[str, dict[str, Any]]]:
        return [(call.name, call.arguments) for call in self.calls]


async def hear(
    model: Model,
    messages: Sequence[ModelMessage] = ASKED,
    tools: Sequence[ToolSpec] = TOOLS,
    heard: Heard | None = None,
) -> Heard:
    """Read a stream to its end; `heard` keeps what came even if it fails."""
    heard = heard or Heard()
    async with open_stream(model.stream(messages, tools, None)) as events:
        async for event in events:
            match event:
                case TextDelta(text):
                    heard.deltas.append(text)
                case TextTakenBack():
                    heard.taken_back.extend(heard.deltas)
                    heard.deltas.clear()
                case CallRequested(call):
                    heard.calls.append(call)
                case AttemptFailed(reason):
                    heard.failed.append(reason)
                case Usage():
                    heard.usage.append(event)
                case Finished():
                    heard.finished = event
    return heard


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock(datetime(2026, 3, 2, 9, tzinfo=UTC))


@pytest.fixture(scope="session")
async def http() -> AsyncIterator[httpx2.AsyncClient]:
    async with httpx2.AsyncClient(verify=NO_TLS, follow_redirects=False) as client:
        yield client


@pytest.fixture
async def provider() -> AsyncIterator[FakeProvider]:
    async with FakeProvider(ProviderAnswer.speech()) as server:
        yield server


def well_known() -> ReplyHabits:
    """Those of a model that has answered before, without thoughts in its text."""
    manners = ReplyHabits()
    for _ in range(ENOUGH):
        manners.note_plain_reply()
    return manners


@pytest.fixture
def model_at(http: httpx2.AsyncClient, clock: FrozenClock) -> Callable[..., OpenAIChat]:
    """A model at a provider: patient enough for a slow machine, with hardly a pause between tries."""

    def at(
        provider: FakeProvider,
        breaker: CircuitBreaker | None = None,
        api_key: str = "key",
        options: Any = None,
        manners: ReplyHabits | None = None,
        **patience: float,
    ) -> OpenAIChat:
        timeouts = Timeouts(**{"retry_pause": 0.001, **patience})
        endpoint = Endpoint(provider.base_url, "fake-1", api_key, options or {}, timeouts)
        return OpenAIChat(endpoint, clock, http, breaker, manners or well_known())

    return at
