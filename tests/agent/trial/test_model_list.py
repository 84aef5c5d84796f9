"""The list of models is read from the endpoint: only names, only so many, and nothing of a refusal."""

import json
from typing import Any

import pytest

from agent.models.endpoint import Endpoint
from agent.models.guarded_transport import GuardedTransport
from agent.models.model_list import list_offered_models
from agent.models.presets import PRESETS, preset_of
from agent.models.protocol import ModelFailed
from booking_core.outbound.guard import Forbidden, target_of
from evaluation.models.fake_provider import FakeProvider, ProviderAnswer

JSON = {"Content-Type": "application/json"}


async def read_listed(answer: ProviderAnswer, key: str = "k") -> tuple[list[str], FakeProvider]:
    async with FakeProvider(answer) as provider:
        transport = GuardedTransport(frozenset({provider.base_url.removesuffix("/v1")}))
        try:
            return await list_offered_models(Endpoint(provider.base_url, "", key), transport), provider
        finally:
            await transport.aclose()


def whole(body: Any, **headers: str) -> ProviderAnswer:
    return ProviderAnswer([json.dumps(body).encode()], headers=JSON | headers)


async def test_names_come_in_order_and_what_is_no_name_is_left_out() -> None:
    entries = [{"id": "b"}, {"id": "models/a"}, {"id": ""}, {"id": 7}, {"id": "x" * 300}, "c", {"name": "d"}]
    names, provider = await read_listed(whole({"data": [*entries, {"id": "<b>C</b>"}]}))
    assert names == ["<b>C</b>", "a", "b"]
    assert provider.asked[0].headers["authorization"] == "Bearer k"


async def test_without_a_key_none_is_sent() -> None:
    _, provider = await read_listed(whole({"data": []}), key="")
    assert "authorization" not in provider.asked[0].headers


@pytest.mark.parametrize(
    "answer",
    [
        ProviderAnswer([b"<html>"], headers=JSON),
        whole([]),
        whole({"data": 1}),
        ProviderAnswer([b"[" * 100_000], headers=JSON),
        ProviderAnswer.error(404),
        ProviderAnswer([b"x"], status=302, headers={"Location": "http://169.254.169.254/"}),
    ],
)
async def test_what_is_no_list_is_an_empty_one(answer: ProviderAnswer) -> None:
    assert (await read_listed(answer))[0] == []


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (ProviderAnswer.error(401, {"error": "your key k"}), "unauthorized"),
        (ProviderAnswer([b"x" * 300_000] * 5, headers=JSON), "cut"),
        (ProviderAnswer([b"x"], headers=JSON | {"Content-Encoding": "gzip"}), "cut"),
    ],
)
async def test_what_went_wrong_is_a_word_of_ours(answer: ProviderAnswer, reason: str) -> None:
    with pytest.raises(ModelFailed) as failed:
        await read_listed(answer)
    assert (failed.value.reason, str(failed.value)) == (reason, reason)


def test_presets_are_addresses_we_may_send_to_or_say_that_they_are_at_home() -> None:
    for preset in PRESETS:
        assert preset_of(preset.base_url + "/") is preset
        if preset.at_home:
            with pytest.raises(Forbidden):
                target_of(preset.base_url)
        else:
            assert target_of(preset.base_url).scheme == "https"
