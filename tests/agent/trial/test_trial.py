"""A trial tells what a model is worth before customers meet it: in a table and in one verdict, within its
time, and never with its key."""

import logging
import time
from decimal import Decimal
from typing import Any

import pytest

from agent.llm.trial.conversation import ModelTrial, try_model
from agent.llm.trial.result import TrialResult, TrialVerdict
from agent.models.endpoint import Endpoint, Price, Timeouts
from agent.models.guarded_transport import GuardedTransport
from booking_core.time.clock import FrozenClock
from evaluation.models.fake_provider import ProviderAnswer
from tests.agent.trial import servers
from tests.agent.trial.servers import KEY, server
from tests.cast import MONDAY

QUICK = Timeouts(connect=1, first_byte=2, between_chunks=2, whole=6, retry_pause=0.01)


async def attempt(base_url: str, key: str = KEY, *, allowed: bool = True) -> TrialResult:
    origins = frozenset({base_url.removesuffix("/v1")} if allowed else ())
    transport = GuardedTransport(origins)
    endpoint = Endpoint(base_url, "m", key, price=Price(Decimal(1), Decimal(2)))
    try:
        return await try_model(endpoint, FrozenClock(MONDAY), transport, origins, QUICK)
    finally:
        await transport.aclose()


async def test_a_good_model_passes_every_line_of_the_table() -> None:
    async with server(servers.good) as provider:
        result = await attempt(provider.base_url)
    assert result.verdict is TrialVerdict.GOOD
    table = (result.is_reached, result.streams, result.calls_tools, result.arguments_right)
    assert table == (True, True, True, True)
    assert result.first_word_ms is not None
    assert (result.input_tokens, result.output_tokens, result.cost) == (3000, 30, Decimal("0.00306"))


@pytest.mark.parametrize(
    ("answering", "verdict", "calls_tools"),
    [
        (servers.without_tools, TrialVerdict.NO_TOOLS, False),
        (servers.refusing_tools, TrialVerdict.NO_TOOLS, False),
        (servers.mix_up, TrialVerdict.WRONG_ARGUMENTS, True),
        (servers.hang, TrialVerdict.HANGS, None),
        (lambda _: ProviderAnswer.error(404), TrialVerdict.REFUSED, None),
        (lambda _: ProviderAnswer.error(503), TrialVerdict.OVERLOADED, None),
        (servers.a_website, TrialVerdict.NO_MODEL, None),
    ],
)
async def test_each_that_is_of_no_use_is_told_by_its_own_verdict(
    answering: Any, verdict: TrialVerdict, calls_tools: bool | None
) -> None:
    async with server(answering) as provider:
        result = await attempt(provider.base_url)
    assert (result.verdict, result.calls_tools) == (verdict, calls_tools)
    assert not result.verdict.may_be_used


async def test_a_wrong_key_is_told_as_one_and_nothing_quotes_it(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with server(servers.good) as provider:
        result = await attempt(provider.base_url, f"{KEY}-wrong")
    assert (result.verdict, result.is_reached) == (TrialVerdict.WRONG_KEY, True)
    assert KEY not in f"{result!r}{caplog.text}"


async def test_a_server_that_never_ends_is_left() -> None:
    began = time.perf_counter()
    async with server(servers.endless) as provider:
        result = await attempt(provider.base_url)
    assert not result.verdict.may_be_used
    assert time.perf_counter() - began < 10


async def test_nobody_there_is_told() -> None:
    async with server(servers.good) as provider:
        gone = provider.base_url
    assert (await attempt(gone)).verdict is TrialVerdict.UNREACHABLE


async def test_an_address_inside_is_not_even_connected_to() -> None:
    async with server(servers.good) as provider:
        result = await attempt(provider.base_url, allowed=False)
        assert (result.verdict, provider.connections) == (TrialVerdict.NOT_ALLOWED, 0)


async def test_a_name_that_leads_inside_is_refused_at_the_connection_itself() -> None:
    """Whatever was looked at before: the transport looks itself."""

    async def inside(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    transport = GuardedTransport(resolve=inside)
    async with server(servers.good) as provider:
        endpoint = Endpoint("https://models.example/v1", "m", KEY)
        result = await ModelTrial(endpoint, FrozenClock(MONDAY), transport, QUICK).run()
        assert (result.verdict, provider.connections) == (TrialVerdict.UNREACHABLE, 0)
    await transport.aclose()
