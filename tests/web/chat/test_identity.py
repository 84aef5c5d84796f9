"""Whom the site introduces: believed where its server signed it, and nobody else."""

import base64
import json
from datetime import timedelta
from typing import Any

import httpx
import jwt
import pytest
from redis.asyncio import Redis

from agent.intake.reception import Reception
from agent.live_stream.stream import ConversationLog
from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from tests.cast import MONDAY
from tests.web.chat.conftest import Browser, opened
from web.access.identity import identity_key
from web.settings import Settings

ADA = {"sub": "42", "name": "Ada Lovelace", "email": "Ada@Example.com"}
SOON = int((MONDAY + timedelta(minutes=5)).timestamp())


@pytest.fixture
def key(settings: Settings, salon: DemoSalon) -> str:
    return identity_key(settings.secret_key, salon.organization_id, 1)


async def introduce(page: Browser, token: str) -> httpx.Response:
    return await page.http.post(f"{page.path}/identity", json={"token": token}, headers=page.headers)


async def test_a_signed_customer_is_not_asked_for_their_contact(
    page: Browser, core: BookingCore, redis: Redis, key: str
) -> None:
    """Signed with somebody else's library, so that we do not only understand ourselves."""
    answer = await introduce(page, jwt.encode({**ADA, "exp": SOON}, key, "HS256"))
    assert answer.json() == {"subject": "42"}
    view = await Reception(core, ConversationLog(redis)).view(page.id)
    assert view.conversation.identified_as == "42"
    assert view.state.contact is not None
    assert view.state.contact.email == "ada@example.com"


def token_without_signature(claims: dict[str, Any]) -> str:
    parts = ({"alg": "none", "typ": "JWT"}, claims)
    return (
        ".".join(base64.urlsafe_b64encode(json.dumps(one).encode()).decode().rstrip("=") for one in parts)
        + "."
    )


def not_yet_or_for_others() -> list[dict[str, Any]]:
    tomorrow = int((MONDAY + timedelta(days=1)).timestamp())
    return [
        {"nbf": tomorrow},
        {"iat": tomorrow},
        {"nbf": "tomorrow"},
        {"nbf": float("nan")},
        {"aud": "billing.example"},
        {"aud": ["billing.example", "shop.example"]},
        {"aud": []},
        {"aud": ""},
        {"aud": {"o": 1}},
    ]


async def test_a_token_for_this_business_that_has_begun_is_believed(
    page: Browser, salon: DemoSalon, key: str
) -> None:
    now = int(MONDAY.timestamp())
    for more in (
        {"nbf": now, "iat": now},
        {"nbf": now + 30},
        {"aud": salon.organization_id},
        {"aud": ["shop.example", salon.organization_id]},
    ):
        token = jwt.encode({**ADA, "exp": SOON, **more}, key, "HS256")
        assert (await introduce(page, token)).json() == {"subject": "42"}, more


@pytest.mark.filterwarnings("ignore:The HMAC key is")
async def test_nobody_else_is_believed(
    page: Browser, http: httpx.AsyncClient, other_salon: DemoSalon, settings: Settings, key: str
) -> None:
    good = {**ADA, "exp": SOON}
    head, body, signature = jwt.encode(good, key, "HS256").split(".")
    others = json.dumps({**good, "sub": "1"}).encode()
    other_body = base64.urlsafe_b64encode(others).decode().rstrip("=")
    deep = base64.urlsafe_b64encode(b"[" * 1_500).decode().rstrip("=")
    late, early = (int((MONDAY + apart).timestamp()) for apart in (timedelta(days=2), timedelta(minutes=-2)))
    for token in (
        token_without_signature(good),
        f"{head}.{body}.",
        f"{head}.{body}.{signature[:-2]}AA",
        f"{head}.{other_body}.{signature}",
        jwt.encode(good, key, "HS384"),
        jwt.encode(good, identity_key(settings.secret_key, other_salon.organization_id, 1), "HS256"),
        jwt.encode({**ADA, "exp": late}, key, "HS256"),
        jwt.encode({**ADA, "exp": early}, key, "HS256"),
        jwt.encode(ADA, key, "HS256"),
        jwt.encode({"sub": "", "exp": SOON}, key, "HS256"),
        jwt.encode({**ADA, "exp": "soon"}, key, "HS256"),
        *(jwt.encode({**good, **unmeant}, key, "HS256") for unmeant in not_yet_or_for_others()),
        f"{deep}.{body}.{signature}",
        "",
        "a.b",
        "é.é.é",
    ):
        refused = await introduce(page, token)
        assert (refused.status_code, refused.json()["code"]) == (422, "invalid_identity"), token


async def test_a_conversation_is_not_handed_from_one_customer_to_the_next(page: Browser, key: str) -> None:
    first, second = (jwt.encode({"sub": sub, "exp": SOON}, key, "HS256") for sub in ("42", "43"))
    for _ in range(2):
        assert (await introduce(page, first)).status_code == 200
    assert (await introduce(page, second)).json()["code"] == "another_customer"


async def test_a_renewed_key_makes_the_old_one_worthless(
    http: httpx.AsyncClient, salon: DemoSalon, core: BookingCore, key: str
) -> None:
    page = await opened(http, salon.organization_id)
    owner = Actor("console", "owner", role=Role.OWNER, organization_id=salon.organization_id)
    await core.arrange(salon.organization_id, owner, lambda office: office.settings.renew_identity_key())
    token = jwt.encode({**ADA, "exp": SOON}, key, "HS256")
    assert (await introduce(page, token)).json()["code"] == "invalid_identity"
