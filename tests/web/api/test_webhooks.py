"""Webhooks over HTTP: made, listed, tried, given another secret and removed, by whoever has the scope."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import msgspec
import pytest

from booking_core.core import BookingCore
from booking_core.storage.events import EVENTS
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from booking_core.webhooks.endpoints import WebhookEndpoint
from booking_core.webhooks.signatures import signature_headers
from tests.web.api.conftest import API, Program
from tests.webhooks.receivers import Receiver, receiving

URL = "https://example.com/hooks"


@pytest.fixture
async def receiver(webhook_port: int) -> AsyncIterator[Receiver]:
    """The one address on this machine that the server may send to."""
    waiting = Receiver()
    waiting.port = webhook_port
    async with receiving(waiting) as running:
        yield running


async def asks(program: Program, method: str, path: str = "", **request: Any) -> httpx.Response:
    headers = program.auth | request.pop("headers", {})
    return await program.http.request(method, f"{API}/webhooks{path}", headers=headers, **request)


async def add(program: Program, url: str = URL, **more: Any) -> dict[str, Any]:
    answer = await asks(program, "POST", json={"url": url, **more})
    assert answer.status_code == 201, answer.text
    webhook: dict[str, Any] = answer.json()
    return webhook


async def test_from_its_making_to_its_end(program: Program) -> None:
    made = await add(program, events=["appointment.cancelled", "appointment.confirmed"])
    assert made["secret"].startswith("whsec_")
    assert made["events"] == ["appointment.confirmed", "appointment.cancelled"]
    (listed,) = (await asks(program, "GET")).json()["items"]
    assert listed == {name: value for name, value in made.items() if name != "secret"}
    rotated = (await asks(program, "POST", f"/{made['id']}/rotate")).json()
    assert rotated["secret"] != made["secret"]
    gone = await asks(program, "DELETE", f"/{made['id']}")
    assert (gone.status_code, gone.json()) == (200, {"id": made["id"], "deleted": True})
    assert (await asks(program, "GET")).json()["items"] == []
    assert (await asks(program, "DELETE", f"/{made['id']}")).status_code == 404


async def test_without_a_word_it_is_told_of_everything(program: Program) -> None:
    assert (await add(program))["events"] == list(EVENTS)


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://2130706433/",
        "https://169.254.169.254/latest",
        "https://localhost/",
        "https://example.com:22/",
        "https://me@example.com/",
    ],
)
async def test_an_address_that_is_not_public_is_refused(program: Program, url: str) -> None:
    refused = await asks(program, "POST", json={"url": url})
    assert (refused.status_code, refused.json()["code"]) == (422, "url_not_allowed")
    assert refused.json()["errors"][0]["field"] == "url"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"url": 7},
        {"url": "example.com"},
        {"url": URL, "events": ["appointment.eaten"]},
        {"url": URL, "events": []},
        {"url": URL, "secret": "mine"},
    ],
)
async def test_what_is_no_webhook_is_refused(program: Program, body: dict[str, Any]) -> None:
    assert (await asks(program, "POST", json=body)).status_code == 422


async def test_a_repeat_with_its_key_is_the_same_webhook(program: Program) -> None:
    key = {"Idempotency-Key": new_id("key")}
    first, again = [await asks(program, "POST", json={"url": URL}, headers=key) for _ in range(2)]
    assert again.content == first.content
    assert again.headers["Idempotency-Replayed"] == "true"
    path = f"/{first.json()['id']}/rotate"
    secrets = {(await asks(program, "POST", path, headers=key)).json()["secret"] for _ in range(2)}
    assert len(secrets) == 1


async def test_there_may_be_twenty(program: Program) -> None:
    for _ in range(20):
        await add(program)
    refused = await asks(program, "POST", json={"url": URL})
    assert (refused.status_code, refused.json()["code"]) == (409, "webhook_limit_reached")
    page = (await asks(program, "GET", params={"page_size": 15})).json()
    rest = (await asks(program, "GET", params={"page_token": page["next_page_token"]})).json()
    assert (len(page["items"]), len(rest["items"]), rest["next_page_token"]) == (15, 5, None)


async def test_another_organizations_webhook_is_not_found(program: Program, other_program: Program) -> None:
    theirs = await add(other_program)
    for method, path in (("DELETE", ""), ("POST", "/test"), ("POST", "/rotate")):
        assert (await asks(program, method, f"/{theirs['id']}{path}")).status_code == 404
    assert (await asks(program, "GET")).json()["items"] == []
    assert len((await asks(other_program, "GET")).json()["items"]) == 1


async def test_a_test_is_sent_at_once_and_tells_what_came_of_it(
    program: Program, receiver: Receiver, api_clock: FrozenClock
) -> None:
    made = await add(program, receiver.url)
    tested = await asks(program, "POST", f"/{made['id']}/test")
    assert (tested.status_code, tested.json()["delivered"], tested.json()["status"]) == (200, True, 204)
    (got,) = receiver.received
    assert msgspec.json.decode(got.body)["type"] == "webhook.test"
    assert got.headers == got.headers | signature_headers(
        got.headers["webhook-id"], api_clock.now(), got.body, [made["secret"]]
    )


async def test_a_test_that_fails_says_why(program: Program, receiver: Receiver) -> None:
    made = await add(program, receiver.url)
    receiver.answers = [500]
    tested = (await asks(program, "POST", f"/{made['id']}/test")).json()
    assert (tested["delivered"], tested["status"], tested["problem"]) == (False, 500, None)
    receiver.answers = [b"nonsense\r\n\r\n"]
    tested = (await asks(program, "POST", f"/{made['id']}/test")).json()
    assert (tested["delivered"], tested["status"]) == (False, None)
    assert tested["problem"]


async def test_tests_are_so_many_a_minute_and_no_more(program: Program, receiver: Receiver) -> None:
    made = [(await add(program, receiver.url))["id"] for _ in range(2)]
    statuses = [
        (await asks(program, "POST", f"/{made[number % 2]}/test")).status_code for number in range(12)
    ]
    assert statuses == [200] * 10 + [429] * 2
    assert len(receiver.received) == 10


async def test_secrets_are_unreadable_where_they_are_kept(program: Program, core: BookingCore) -> None:
    made = await add(program)
    async with core.sessions() as session, session.begin():
        kept = await session.get_one(WebhookEndpoint, made["id"])
    assert not any(made["secret"].encode() in one for one in kept.secrets)
