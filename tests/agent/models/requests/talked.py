"""A conversation to ask a model about, and how a server refuses a field of the request."""

from typing import Any

from agent.models.protocol import ModelMessage, ToolCall
from tests.agent.fake_provider import ProviderAnswer
from tests.agent.models.conftest import ASKED

CALL = ToolCall(
    "a", "find_times", {"when": "vendredi à midi"}, {"extra_content": {"google": {"thought_signature": "s"}}}
)
TALKED = (
    *ASKED,
    ModelMessage("assistant", "", (CALL,), extra={"reasoning_content": "He wants Friday."}),
    ModelMessage("tool", '{"times": []}', tool_call_id="a"),
)


def refusal(words: str, status: int = 400) -> ProviderAnswer:
    return ProviderAnswer.error(status, {"error": {"message": words, "type": "invalid_request_error"}})


def last(provider) -> dict[str, Any]:
    return provider.asked[-1].body


def assistant_talk(provider) -> dict[str, Any]:
    return next(message for message in last(provider)["messages"] if message["role"] == "assistant")
