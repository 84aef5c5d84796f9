"""The way to what owners write down: guarded at the connection itself, whatever was looked at before."""

import httpx2
import pytest

from agent.models.guarded_transport import GuardedTransport
from evaluation.models.fake_provider import FakeProvider, ProviderAnswer


async def test_an_address_inside_is_never_connected_to() -> None:
    async with (
        FakeProvider(ProviderAnswer.speech()) as inside,
        httpx2.AsyncClient(transport=GuardedTransport()) as http,
    ):
        with pytest.raises(httpx2.ConnectError):
            await http.get(inside.base_url)
        assert inside.connections == 0


async def test_what_the_installation_allows_is_reached_under_its_own_name() -> None:
    async with FakeProvider(ProviderAnswer.speech()) as provider:
        port = provider.base_url.rpartition(":")[2].removesuffix("/v1")
        origin = f"http://localhost:{port}"
        async with httpx2.AsyncClient(transport=GuardedTransport(frozenset({origin}))) as http:
            answer = await http.get(f"{origin}/v1")
        assert answer.status_code == 200
        assert provider.asked[0].headers["host"] == f"localhost:{port}"
