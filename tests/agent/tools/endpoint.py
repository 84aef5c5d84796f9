"""A provider that makes one call after the other, and then says its last words."""

import json

from agent.models.scripted import Call
from tests.agent.fake_provider import (
    DONE,
    FakeProvider,
    ProviderAnswer,
    ReceivedRequest,
    chunk,
    entry,
    tool_calls_chunk,
)

LAST_WORDS = "What else can I do for you?"


class Endpoint:
    """A Chat Completions endpoint that asks for the given calls once in a turn, and then speaks."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.results: list[str] = []
        self.provider = FakeProvider(answering=self.answer)

    def answer(self, asked: ReceivedRequest) -> ProviderAnswer:
        messages = asked.body["messages"]
        if messages[-1]["role"] != "tool":
            entries = [
                tool_calls_chunk(entry(json.dumps(call.arguments), call.name, index=at, id=f"call{at:05}"))
                for at, call in enumerate(self.calls)
            ]
            return ProviderAnswer([*entries, chunk("tool_calls"), DONE])
        self.results = [one["content"] for one in messages[-len(self.calls) :] if one["role"] == "tool"]
        return ProviderAnswer.speech(LAST_WORDS)
