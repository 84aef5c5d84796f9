"""How long a model may take, how often it is tried, and what happens when the customer does not wait."""

import asyncio
import socket
from contextlib import suppress

import pytest

from agent.models.protocol import ModelFailed, TextDelta
from tests.agent.fake_provider import DONE, HANG_UP, ProviderAnswer, chunk
from tests.agent.models.conftest import ASKED, TOOLS, Heard, hear


async def reason_of(model, heard: Heard | None = None) -> tuple[str, bool]:
    with pytest.raises(ModelFailed) as failed:
        async with asyncio.timeout(60):
            await hear(model, heard=heard)
    return failed.value.reason, failed.value.after_first_token


async def test_no_first_byte_in_time_is_a_timeout_and_not_tried_again(provider, model_at):
    provider.answers = [ProviderAnswer([600.0])]
    assert await reason_of(model_at(provider, first_byte=0.1)) == ("timeout", False)
    assert len(provider.asked) == 1


async def test_comments_do_not_count_as_a_first_byte(provider, model_at):
    provider.answers = [ProviderAnswer([b": wait\n\n", 0.04] * 50)]
    assert await reason_of(model_at(provider, first_byte=0.1)) == ("timeout", False)


async def test_a_pause_between_chunks_is_a_timeout(provider, model_at):
    provider.answers = [ProviderAnswer([chunk(content="Noon "), 600.0])]
    heard = Heard()
    assert await reason_of(model_at(provider, between_chunks=0.1), heard) == ("timeout", True)
    assert heard.text == "Noon "
    async with asyncio.timeout(60):
        await provider.customer_left.wait()


async def test_a_reply_that_dribbles_ends_at_the_limit_of_the_whole(provider, model_at):
    provider.answers = [ProviderAnswer([chunk(content="and "), 0.05] * 100)]
    assert await reason_of(model_at(provider, whole=0.3)) == ("timeout", True)


async def test_nobody_at_the_address_is_noticed_at_once(provider, model_at):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        provider.base_url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
        assert await reason_of(model_at(provider)) == ("cut", False)


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 529])
async def test_a_passing_trouble_is_tried_again(status, provider, model_at):
    provider.answers = [ProviderAnswer.error(status), ProviderAnswer.error(status), ProviderAnswer.speech()]
    heard = await hear(model_at(provider))
    assert heard.text == "Hello."
    assert len(provider.asked) == 3
    assert len(heard.failed) == 2


async def test_it_is_tried_three_times_at_most(provider, model_at):
    provider.answers = [ProviderAnswer.error(503)]
    assert await reason_of(model_at(provider)) == ("overloaded", False)
    assert len(provider.asked) == 3


async def test_who_is_told_when_to_come_back_does_not_come_before(provider, model_at):
    provider.answers = [ProviderAnswer.error(429, **{"Retry-After": "20"})]
    assert await reason_of(model_at(provider)) == ("overloaded", False)
    assert len(provider.asked) == 1


@pytest.mark.parametrize(
    ("status", "reason"), [(401, "unauthorized"), (403, "unauthorized"), (404, "refused"), (307, "refused")]
)
async def test_a_lasting_trouble_is_not_tried_again(status, reason, provider, model_at):
    provider.answers = [ProviderAnswer.error(status, Location="http://127.0.0.1:9/")]
    assert await reason_of(model_at(provider)) == (reason, False)
    assert len(provider.asked) == 1


async def test_a_reply_without_words_or_calls_is_asked_for_again(provider, model_at):
    provider.answers = [ProviderAnswer([chunk("stop"), DONE]), ProviderAnswer.speech()]
    assert (await hear(model_at(provider))).text == "Hello."


async def test_there_is_no_second_try_when_the_time_is_up(provider, model_at):
    provider.answers = [ProviderAnswer([HANG_UP]), ProviderAnswer.speech()]
    assert await reason_of(model_at(provider, whole=20.0, retry_pause=60.0)) == ("cut", False)
    assert len(provider.asked) == 1


async def test_cancelling_hangs_up_at_once(provider, model_at):
    provider.answers = [ProviderAnswer([chunk(content="Noon "), 600.0])]
    spoke = asyncio.Event()

    async def listen() -> None:
        async for event in model_at(provider).stream(ASKED, TOOLS, None):
            if isinstance(event, TextDelta):
                spoke.set()

    listening = asyncio.create_task(listen())
    await spoke.wait()
    listening.cancel()
    with suppress(asyncio.CancelledError):
        await listening
    async with asyncio.timeout(60):
        await provider.customer_left.wait()


async def test_cancelling_before_the_first_byte_hangs_up_at_once(provider, model_at):
    provider.answers = [ProviderAnswer([600.0])]
    listening = asyncio.create_task(hear(model_at(provider)))
    await provider.was_asked.wait()
    listening.cancel()
    async with asyncio.timeout(60):
        await provider.customer_left.wait()


async def test_leaving_early_hangs_up_at_once(provider, model_at):
    provider.answers = [ProviderAnswer([chunk(content="Noon "), 600.0])]
    events = model_at(provider).stream(ASKED, TOOLS, None)
    assert await anext(events) == TextDelta("Noon ")
    await events.aclose()
    async with asyncio.timeout(60):
        await provider.customer_left.wait()
