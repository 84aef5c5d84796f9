"""What is sent to an endpoint, and what it no longer is once the endpoint has refused it."""

import json
import logging

import pytest

from agent.models.endpoint import Endpoint
from agent.models.openai_chat import OpenAIChat
from agent.models.protocol import ModelFailed, ModelMessage, ToolSpec, Usage
from agent.models.providers import REMEMBERED, Providers
from tests.agent.fake_provider import DONE, ProviderAnswer, chunk, entry, event, tool_calls_chunk
from tests.agent.models.conftest import FIND_TIMES, LIST_SERVICES, hear
from tests.agent.models.requests.talked import CALL, TALKED, assistant_talk, last


async def test_a_request_says_everything_once(provider, model_at):
    await hear(model_at(provider, options={"temperature": 0.2}), TALKED)
    body = last(provider)
    assert (body["model"], body["stream"], body["temperature"]) == ("fake-1", True, 0.2)
    assert body["stream_options"] == {"include_usage": True}
    assert [m["role"] for m in body["messages"]] == ["system", "user", "assistant", "tool"]
    assert body["messages"][3] == {"role": "tool", "tool_call_id": "a", "content": '{"times": []}'}
    assert provider.asked[-1].headers["authorization"] == "Bearer key"


async def test_what_a_provider_gave_to_echo_goes_back_to_it(provider, model_at):
    await hear(model_at(provider), TALKED)
    message = assistant_talk(provider)
    assert message["reasoning_content"] == "He wants Friday."
    (call,) = message["tool_calls"]
    assert call["extra_content"] == CALL.extra["extra_content"]
    assert json.loads(call["function"]["arguments"]) == CALL.arguments


async def test_what_a_provider_gives_to_echo_is_kept(provider, model_at):
    signature = {"google": {"thought_signature": "s"}}
    provider.answers = [
        ProviderAnswer(
            [
                chunk(reasoning_content="He "),
                chunk(reasoning_content="waits."),
                chunk(reasoning_details=[{"type": "reasoning.text", "index": 0, "text": "He "}]),
                chunk(
                    reasoning_details=[
                        {"type": "reasoning.text", "index": 0, "text": "waits.", "signature": "x"}
                    ]
                ),
                chunk(reasoning_details=[{"type": "reasoning.encrypted", "index": 1, "data": "y"}]),
                tool_calls_chunk(entry("{}", "list_services", index=0, id="a", extra_content=signature)),
                DONE,
            ]
        )
    ]
    heard = await hear(model_at(provider))
    assert heard.calls[0].extra == {"extra_content": signature}
    assert heard.finished.extra == {
        "reasoning_content": "He waits.",
        "reasoning_details": [
            {"type": "reasoning.text", "index": 0, "text": "He waits.", "signature": "x"},
            {"type": "reasoning.encrypted", "index": 1, "data": "y"},
        ],
    }


async def test_strict_is_asked_for_where_the_schema_allows_it(provider, model_at):
    await hear(model_at(provider), tools=(FIND_TIMES, LIST_SERVICES))
    strict, loose = (tool["function"] for tool in last(provider)["tools"])
    assert strict["strict"] is True
    assert "strict" not in loose


async def test_without_tools_nothing_is_said_about_tools(provider, model_at):
    await hear(model_at(provider, options={"parallel_tool_calls": False}), tools=())
    assert not {"tools", "parallel_tool_calls"} & last(provider).keys()


async def test_tokens_are_taken_from_the_usage_chunk(provider, model_at):
    counted = event(
        {"model": "fake-1b", "choices": [], "usage": {"prompt_tokens": 11, "completion_tokens": 7}}
    )
    provider.answers = [ProviderAnswer([chunk(content="Hello."), chunk("stop"), counted, DONE])]
    assert (await hear(model_at(provider))).usage == [Usage("fake-1b", 11, 7)]


async def test_tokens_are_estimated_where_nobody_counts_them(provider, model_at):
    (usage,) = (await hear(model_at(provider))).usage
    assert usage.output_tokens == 2
    assert usage.input_tokens > 20


async def test_a_reply_that_failed_has_cost_tokens_too(provider, model_at):
    provider.answers = [ProviderAnswer([chunk("stop"), DONE]), ProviderAnswer.speech()]
    assert len((await hear(model_at(provider))).usage) == 2


async def test_without_a_key_nobody_is_told_one(provider, model_at, monkeypatch):
    for name in ("OPENAI_API_KEY", "OPENAI_ADMIN_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, "ours")
    await hear(model_at(provider, api_key=""))
    assert "authorization" not in provider.asked[-1].headers
    assert "ours" not in provider.asked[-1].headers.values()


async def test_a_key_that_fits_no_header_is_a_failure_like_any_other(provider, model_at):
    for key in ("clé", "a\nb"):
        with pytest.raises(ModelFailed):
            await hear(model_at(provider, api_key=key))


async def test_neither_the_conversation_nor_the_key_is_ever_logged(provider, model_at, caplog):
    caplog.set_level(logging.DEBUG)
    model = model_at(provider, api_key="canary-key")
    with pytest.raises(ModelFailed) as failed:
        provider.answers = [ProviderAnswer.error(401, {"error": {"message": "canary-key canary-text"}})]
        await hear(model, (ModelMessage("user", "canary-text"),))
    provider.answers = [ProviderAnswer.speech("canary-text")]
    await hear(model, (ModelMessage("user", "canary-text"),), (ToolSpec("t", "canary-text", {}),))
    assert "canary" not in caplog.text
    assert "canary" not in repr(failed.value)
    assert "canary" not in repr(Endpoint("http://x", "m", "canary-key"))


async def test_an_endpoint_is_met_once_and_the_oldest_forgotten(clock):
    providers = Providers(clock)
    endpoint = Endpoint("http://127.0.0.1:9/v1", "m", "k")
    first = providers.model(endpoint)
    assert isinstance(first, OpenAIChat)
    assert providers.model(Endpoint("http://127.0.0.1:9/v1", "m", "k")) is first
    assert providers.model(Endpoint("http://127.0.0.1:9/v1", "m", "other")) is not first
    for number in range(REMEMBERED):
        providers.model(Endpoint("http://127.0.0.1:9/v1", str(number)))
    assert providers.model(endpoint) is not first
    await providers.close()


async def test_a_redirect_is_not_followed(provider, clock):
    providers = Providers(clock)
    provider.answers = [
        ProviderAnswer.error(307, Location=f"{provider.base_url}/elsewhere"),
        ProviderAnswer.speech(),
    ]
    with pytest.raises(ModelFailed, match="refused"):
        await hear(providers.model(Endpoint(provider.base_url, "m")))
    assert len(provider.asked) == 1
    await providers.close()
