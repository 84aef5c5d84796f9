"""A connection that ends anywhere: the customer gets a whole answer, or the caller is told; never half a
one."""

import asyncio
import json
from datetime import UTC, datetime, timedelta

import pytest

from agent.models.protocol import ModelFailed
from agent.models.reliability.circuit_breaker import CircuitBreaker
from booking_core.time.clock import FrozenClock
from tests.agent.fake_provider import DONE, HANG_UP, RESET, ProviderAnswer, chunk, entry, tool_calls_chunk
from tests.agent.models.conftest import Heard, hear

FRIDAY = {"when": "friday"}
CALL = b"".join(
    [
        tool_calls_chunk(entry("", "find_times", index=0, id="a")),
        tool_calls_chunk(entry(json.dumps(FRIDAY), index=0)),
        chunk("tool_calls"),
        DONE,
    ]
)
WORDS = b"".join([chunk(content="Noon "), chunk(content="is freé."), chunk("stop"), DONE])
NEVER = CircuitBreaker(FrozenClock(datetime(2026, 3, 2, tzinfo=UTC)), 10**9, timedelta(seconds=1))


async def hear_model(model) -> tuple[Heard, ModelFailed | None]:
    heard = Heard()
    try:
        return await hear(model, heard=heard), None
    except ModelFailed as failure:
        return heard, failure


# A reset loses what was on its way, so its place matters less, and it is the slowest to set up.
ENDINGS = pytest.mark.parametrize(
    ("ending", "step"), [([HANG_UP], 1), ([RESET], 7), ([], 1)], ids=["hang up", "reset", "clean end"]
)


def cuts(stream: bytes, ending: list[str], step: int) -> list[ProviderAnswer]:
    return [ProviderAnswer([stream[:at], *ending] if at else ending) for at in range(0, len(stream), step)]


@ENDINGS
async def test_a_call_cut_at_any_byte_is_asked_for_again_or_whole(ending, step, provider, model_at, size):
    model = model_at(provider, NEVER)
    for cut in cuts(CALL, ending, size(1, 3) * step):
        provider.answers = [cut, ProviderAnswer([CALL])]
        heard, failure = await hear_model(model)
        assert failure is None
        assert heard.requests == [("find_times", FRIDAY)]


@ENDINGS
async def test_words_cut_at_any_byte_are_whole_or_known_to_be_cut(ending, step, provider, model_at):
    model = model_at(provider, NEVER)
    for cut in cuts(WORDS, ending, step):
        provider.answers = [cut, ProviderAnswer([WORDS])]
        heard, failure = await hear_model(model)
        assert "Noon is freé.".startswith(heard.text)
        if failure is None:
            assert heard.text == "Noon is freé."
            assert heard.finished is not None
        else:
            assert (failure.reason, failure.after_first_token) == ("cut", True)
            assert heard.text != ""
            assert heard.finished is None


async def test_a_stop_on_every_chunk_does_not_hide_a_cut(provider, model_at):
    provider.answers = [
        ProviderAnswer(
            [chunk("stop", content="Noon "), chunk("stop", content="is "), chunk("stop", content="free.")]
        )
    ]
    heard, failure = await hear_model(model_at(provider))
    assert failure is not None
    assert (failure.reason, failure.after_first_token) == ("cut", True)
    assert heard.finished is None


async def test_a_reply_that_fails_after_its_first_word_is_not_tried_again(provider, model_at):
    provider.answers = [ProviderAnswer([chunk(content="Noon "), 0.02, RESET]), ProviderAnswer.speech()]
    heard, failure = await hear_model(model_at(provider))
    assert (heard.text, len(provider.asked)) == ("Noon ", 1)
    assert failure is not None
    assert failure.after_first_token


async def test_what_only_looked_like_a_word_may_still_be_tried_again(provider, model_at):
    provider.answers = [ProviderAnswer([chunk(content='<tool_call>{"na'), HANG_UP]), ProviderAnswer.speech()]
    heard, failure = await hear_model(model_at(provider))
    assert failure is None
    assert heard.text == "Hello."


async def test_after_done_nothing_can_go_wrong(provider, model_at):
    provider.answers = [ProviderAnswer([chunk(content="Hello."), DONE, RESET])]
    heard, failure = await hear_model(model_at(provider))
    assert failure is None
    assert heard.text == "Hello."


async def test_after_done_nobody_waits_for_the_end_of_the_response(provider, model_at):
    provider.answers = [ProviderAnswer([chunk(content="Hello."), DONE, 600.0])]
    async with asyncio.timeout(60):
        heard, failure = await hear_model(model_at(provider))
    assert failure is None
    assert heard.text == "Hello."


async def test_a_connection_serves_the_next_request_too(provider, model_at):
    model = model_at(provider)
    for _ in range(3):
        await hear(model)
    assert provider.connections == 1
