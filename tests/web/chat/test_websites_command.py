"""`zimun websites` and `zimun identity-key`, and what the running server makes of them."""

import asyncio
from pathlib import Path

import httpx
import pytest

from booking_core.maintenance.demo import DemoSalon
from tests.operations.databases import ask
from web.access.identity import identity_key
from web.settings import Settings


@pytest.fixture
def environment(settings: Settings, tmp_path: Path) -> dict[str, str]:
    return {
        "DATABASE_URL": settings.database_url,
        "REDIS_URL": settings.redis_url,
        "SECRET_KEY": settings.secret_key,
        "DATA_DIR": str(tmp_path),
    }


async def say(environment: dict[str, str], *words: str) -> str:
    return (await asyncio.to_thread(ask, environment, *words)).output.strip()


async def test_websites_are_named_told_and_forgotten(
    environment: dict[str, str], http: httpx.AsyncClient, salon: DemoSalon
) -> None:
    whose = ("--organization", salon.organization_id)
    for words, told, ancestors in (
        (
            ("shop.example", "https://*.shop.example/x"),
            "Only the site counts, whatever its page: https://*.shop.example for https://*.shop.example/x\n"
            "https://*.shop.example\nhttps://shop.example",
            "'self' https://",
        ),
        ((), "https://*.shop.example\nhttps://shop.example", "'self' https://"),
        (("--any",), "Every website may show the chat.", "*"),
    ):
        assert await say(environment, "websites", *words, *whose) == told
        framed = await http.get("/embed/frame", params={"organization_id": salon.organization_id})
        assert f"frame-ancestors {ancestors}" in framed.headers["content-security-policy"]
    assert "is no website" in await say(environment, "websites", "not a site", *whose)


async def test_the_identity_key_is_told_and_renewed(
    environment: dict[str, str], settings: Settings, salon: DemoSalon
) -> None:
    whose = ("--organization", salon.organization_id)
    for words, number in (((), 1), (("--renew",), 2), ((), 2)):
        key = identity_key(settings.secret_key, salon.organization_id, number)
        assert await say(environment, "identity-key", *words, *whose) == key
