"""What providers tell us. Misused, anybody would stop anybody's messages, or call them undelivered: without
the secret, with an old signature, or with one of another address."""

import base64
import hmac
import json
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest

from booking_core.notices.texts.inbound import ProviderCall, ProviderNews, read_signed, read_twilio
from booking_core.outbound.signatures import signature_headers

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
SECRET, URL = "a secret between the two of us", "https://zimun.example/texts/v1/org_1?message_id=mail_1"


def twilio(fields: dict[str, str], *, secret: str = SECRET, url: str = URL) -> ProviderCall:
    signed = url + "".join(name + fields[name] for name in sorted(fields))
    signature = base64.b64encode(hmac.digest(secret.encode(), signed.encode(), "sha1")).decode()
    return ProviderCall(URL, {"x-twilio-signature": signature}, urlencode(fields).encode())


def ours(told: Any, *, secret: str = SECRET, at: datetime = NOW) -> ProviderCall:
    body = json.dumps(told).encode()
    return ProviderCall(URL, signature_headers("msg_1", at, body, [secret.encode()]), body)


def test_twilio_s_own_example_is_read() -> None:
    """https://www.twilio.com/docs/usage/security: the signature of its documentation."""
    fields = {
        "Digits": "1234",
        "To": "+18005551212",
        "From": "+14158675310",
        "Caller": "+14158675310",
        "CallSid": "CA1234567890ABCDE",
    }
    url = "https://example.com/myapp.php?foo=1&bar=2"
    call = ProviderCall(
        url, {"x-twilio-signature": "L/OH5YylLD5NRKLltdqwSvS0BnU="}, urlencode(fields).encode()
    )
    assert read_twilio(call, "12345", "") == ProviderNews(phone="+14158675310")


def test_an_answer_and_a_failure() -> None:
    said = {"From": "+4915112345678", "Body": "STOP", "MessageSid": "SM1"}
    heard = ProviderNews("+4915112345678", "STOP", id="SM1")
    assert read_twilio(twilio(said), SECRET, "mail_1") == heard
    failed = {"MessageStatus": "undelivered", "ErrorCode": "30003", "To": "+4915112345678"}
    assert read_twilio(twilio(failed), SECRET, "mail_1") == ProviderNews(failed_id="mail_1", code="30003")
    assert read_twilio(twilio({"MessageStatus": "delivered"}), SECRET, "mail_1") == ProviderNews()
    told = {"type": "text.received", "from": "+4915112345678", "text": "STOP"}
    answer = read_signed(ours(told), SECRET, NOW)
    assert answer is not None
    assert (answer.phone, answer.text, answer.id.split()[0]) == ("+4915112345678", "STOP", "msg_1")
    lost = {"type": "text.failed", "id": "mail_1", "reason": "absent_subscriber"}
    assert read_signed(ours(lost), SECRET, NOW) == ProviderNews(failed_id="mail_1", code="absent_subscriber")


def test_what_is_not_signed_so_is_not_read() -> None:
    said = {"From": "+4915112345678", "Body": "STOP"}
    assert read_twilio(twilio(said, secret="another"), SECRET, "mail_1") is None
    assert read_twilio(twilio(said, url=URL.replace("mail_1", "mail_2")), SECRET, "mail_1") is None
    assert read_twilio(ProviderCall(URL, {}, b"From=x"), SECRET, "mail_1") is None
    assert read_twilio(ProviderCall(URL, {}, b"\xff"), SECRET, "mail_1") is None
    told = {"type": "text.received", "from": "+4915112345678", "text": "STOP"}
    assert read_signed(ours(told, secret="another"), SECRET, NOW) is None
    call = ours(told)
    assert read_signed(ProviderCall(URL, call.headers, call.body + b" "), SECRET, NOW) is None
    for late in (timedelta(minutes=6), timedelta(minutes=-6)):
        assert read_signed(call, SECRET, NOW + late) is None
    for timestamp in ("", "x", "1" * 40, "-1"):
        assert (
            read_signed(
                ProviderCall(URL, {**call.headers, "webhook-timestamp": timestamp}, call.body), SECRET, NOW
            )
            is None
        )


@pytest.mark.parametrize(
    "told", [[], "STOP", {"type": "text.received", "from": 7, "text": []}, {"type": "x"}]
)
def test_other_things_that_are_signed_say_nothing(told: Any) -> None:
    assert read_signed(ours(told), SECRET, NOW) == ProviderNews()


def test_a_reason_is_a_word() -> None:
    told = {"type": "text.failed", "id": "mail_1", "reason": "Ada Byron was not there"}
    assert read_signed(ours(told), SECRET, NOW) == ProviderNews(failed_id="mail_1", code="failed")
