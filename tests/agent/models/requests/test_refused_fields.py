"""What a server refuses is left out from then on."""

import pytest

from agent.models.protocol import ModelFailed
from tests.agent.fake_provider import ProviderAnswer
from tests.agent.models.conftest import hear
from tests.agent.models.requests.talked import TALKED, assistant_talk, last, refusal

REFUSALS = {
    "stream_options": (refusal("Unknown field: stream_options"), lambda body: "stream_options" not in body),
    "stream_options, by a validator": (
        ProviderAnswer.error(422,
            {"detail": [{"loc": ["body", "stream_options"], "msg": "Extra inputs are not permitted"}]}),
        lambda body: "stream_options" not in body,
    ),
    "parallel_tool_calls": (
        refusal("'parallel_tool_calls' is not supported with this model"),
        lambda body: "parallel_tool_calls" not in body,
    ),
    "parallel_tool_calls, nowhere to be found": (
        refusal("No endpoints found that support parallel_tool_calls", 404),
        lambda body: "parallel_tool_calls" not in body,
    ),
    "strict": (refusal("tools.0.function.strict: unexpected"),
        lambda body: "strict" not in body["tools"][0]["function"]),
    "null content": (
        refusal("Invalid type for 'messages[2].content': expected a string, but got null"),
        lambda body: body["messages"][2]["content"] == "",
    ),
    "an echoed field": (
        refusal("messages.2.reasoning_content: Extra inputs are not permitted"),
        lambda body: "reasoning_content" not in body["messages"][2],
    ),
    "an echoed field of a call": (
        refusal("Unrecognized key extra_content"),
        lambda body: "extra_content" not in body["messages"][2]["tool_calls"][0],
    ),
    "something it does not name": (refusal("Bad request"), lambda body: "stream_options" not in body),
    "a field, by failing": (refusal("stream_options: not implemented", 500),
        lambda body: "stream_options" not in body),
}  # fmt: skip


@pytest.mark.parametrize("field", REFUSALS)
async def test_a_refused_field_is_left_out_from_then_on(field, provider, model_at):
    refused, is_gone = REFUSALS[field]
    provider.answers = [refused, ProviderAnswer.speech()]
    model = model_at(provider, options={"parallel_tool_calls": False})
    assert (await hear(model, TALKED)).text == "Hello."
    assert is_gone(last(provider))
    assert len(provider.asked) == 2
    await hear(model, TALKED)
    assert is_gone(last(provider))
    assert len(provider.asked) == 3


async def test_a_server_that_takes_neither_null_nor_empty_content_gets_none(provider, model_at):
    provider.answers = [
        refusal("content must be a string"),
        refusal("content must not be empty"),
        ProviderAnswer.speech(),
    ]
    assert (await hear(model_at(provider), TALKED)).text == "Hello."
    assert "content" not in assistant_talk(provider)


async def test_a_server_that_refuses_one_thing_after_the_other_is_understood_in_the_end(provider, model_at):
    names = ("stream_options", "strict", "parallel_tool_calls", "content")
    provider.answers = [*(refusal(f"{name} is not supported") for name in names), ProviderAnswer.speech()]
    model = model_at(provider, options={"parallel_tool_calls": False})
    assert (await hear(model, TALKED)).text == "Hello."


async def test_a_request_refused_for_itself_teaches_nothing(provider, model_at):
    provider.answers = [refusal("The context is too long")]
    model = model_at(provider)
    with pytest.raises(ModelFailed, match="refused"):
        await hear(model)
    provider.answers = [ProviderAnswer.speech()]
    await hear(model)
    assert "stream_options" in last(provider)
