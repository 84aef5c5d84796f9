"""Sending and signing, to receivers that behave and to some that do not; checked with the library that
receivers use."""

import base64
import json
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from booking_core.webhooks.endpoints import new_webhook_secret
from booking_core.webhooks.sender import NotSent, Sender
from booking_core.webhooks.signatures import signature_headers
from tests.webhooks.receivers import NAME, Receiver, certify, receiving

BODY = b'{"type":"appointment.confirmed","data":{"appointment_id":"apt_x"}}'


async def this_machine(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


async def test_what_is_sent_is_what_a_receiver_can_verify() -> None:
    secret = new_webhook_secret()
    headers = signature_headers("evt_1", datetime.now(UTC), BODY, [secret])
    async with receiving(Receiver()) as receiver:
        assert (await Sender(frozenset({receiver.origin})).post(receiver.url, headers, BODY)).status == 204
    (got,) = receiver.received
    assert got.path == "/hooks?for=zimun"
    assert got.headers["content-type"] == "application/json"
    assert Webhook(secret).verify(got.body, got.headers) == json.loads(BODY)


def test_every_active_secret_signs() -> None:
    old, new = new_webhook_secret(), new_webhook_secret()
    headers = signature_headers("evt_1", datetime.now(UTC), BODY, [new, old])
    assert len(headers["webhook-signature"].split(" ")) == 2
    for secret in (old, new):
        Webhook(secret).verify(BODY, headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(new_webhook_secret()).verify(BODY, headers)


def test_a_flipped_bit_is_noticed_wherever_it_is() -> None:
    secret = new_webhook_secret()
    headers = signature_headers("evt_1", datetime.now(UTC), BODY, [secret])
    signature = base64.b64decode(headers["webhook-signature"].removeprefix("v1,"))
    for bit in range(len(BODY) * 8):
        flipped = bytearray(BODY)
        flipped[bit // 8] ^= 1 << bit % 8
        must_be_refused(secret, bytes(flipped), headers)
    for bit in range(len(signature) * 8):
        wrong = bytearray(signature)
        wrong[bit // 8] ^= 1 << bit % 8
        must_be_refused(
            secret, BODY, headers | {"webhook-signature": f"v1,{base64.b64encode(wrong).decode()}"}
        )
    earlier = str(int(headers["webhook-timestamp"]) - 1)
    for name, other in (("webhook-id", "evt_2"), ("webhook-timestamp", earlier)):
        must_be_refused(secret, BODY, headers | {name: other})


def must_be_refused(secret: str, body: bytes, headers: dict[str, str]) -> None:
    with pytest.raises((WebhookVerificationError, UnicodeDecodeError)):
        Webhook(secret).verify(body, headers)


@pytest.mark.parametrize("away", [timedelta(minutes=-6), timedelta(minutes=6)])
def test_what_was_sent_at_another_time_is_a_replay(away: timedelta) -> None:
    secret = new_webhook_secret()
    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify(BODY, signature_headers("evt_1", datetime.now(UTC) + away, BODY, [secret]))


async def test_over_tls_the_certificate_is_that_of_the_name(tmp_path: Path) -> None:
    server, trusting = certify(tmp_path, NAME)
    async with receiving(Receiver(), server) as receiver:
        allowed = frozenset({receiver.origin})
        sender = Sender(allowed, resolve=this_machine, tls=trusting)
        assert (await sender.post(receiver.url, {}, BODY)).status == 204
        assert receiver.received[0].headers["host"] == f"{NAME}:{receiver.port}"
        with pytest.raises(NotSent, match="certificate"):
            await Sender(allowed, resolve=this_machine).post(receiver.url, {}, BODY)


async def test_a_certificate_of_another_name_is_refused(tmp_path: Path) -> None:
    server, trusting = certify(tmp_path, "other.example.test")
    async with receiving(Receiver(), server) as receiver:
        sender = Sender(frozenset({receiver.origin}), resolve=this_machine, tls=trusting)
        with pytest.raises(NotSent, match="certificate"):
            await sender.post(receiver.url, {}, BODY)
        assert receiver.received == []


async def test_a_redirect_is_an_answer_and_is_not_followed() -> None:
    async with receiving(Receiver()) as inside:
        moved = f"HTTP/1.1 302 Found\r\nLocation: {inside.url}\r\nContent-Length: 0\r\n\r\n".encode()
        async with receiving(Receiver(moved)) as receiver:
            sender = Sender(frozenset({receiver.origin, inside.origin}))
            assert (await sender.post(receiver.url, {}, BODY)).status == 302
        assert inside.connections == 0


async def test_an_answer_that_is_announced_first_is_waited_for() -> None:
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
    async with receiving(Receiver(early)) as receiver:
        assert (await Sender(frozenset({receiver.origin})).post(receiver.url, {}, BODY)).status == 200


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
        b"HTTP/1.1 OK\r\n\r\n",
        b"HTTP/1.1 2000 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000,
        b"HTTP/1.1 100 Continue\r\n\r\n" * 20,
    ],
)
async def test_what_is_no_answer_is_none(answer: bytes) -> None:
    async with receiving(Receiver(answer)) as receiver:
        with pytest.raises(NotSent):
            await Sender(frozenset({receiver.origin})).post(receiver.url, {}, BODY)


async def test_an_endless_answer_is_not_read() -> None:
    async with receiving(Receiver(b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 5_000_000)) as receiver:
        assert (await Sender(frozenset({receiver.origin})).post(receiver.url, {}, BODY)).status == 200


async def test_nobody_is_waited_for_longer_than_that() -> None:
    async with receiving(Receiver(slow_s=5)) as receiver:
        began = time.monotonic()
        with pytest.raises(NotSent, match="in time"):
            await Sender(frozenset({receiver.origin}), patience_s=0.2).post(receiver.url, {}, BODY)
        assert time.monotonic() - began < 3


async def test_nobody_there_is_told_as_that() -> None:
    async with receiving(Receiver()) as receiver:
        pass
    with pytest.raises(NotSent, match="refused"):
        await Sender(frozenset({receiver.origin})).post(receiver.url, {}, BODY)
