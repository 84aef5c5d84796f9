"""What providers tell us: what a customer answered, and which message did not arrive. Only what is signed
with the secret of the organization's own provider is read. Pure."""

import base64
import hmac
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qsl

from msgspec import Struct

from booking_core.input.json_text import NotJson, decode_json
from booking_core.outbound.signatures import ID, is_signed

TWILIO_SIGNATURE = "x-twilio-signature"
NOT_ARRIVED = frozenset({"failed", "undelivered"})
RECEIVED, FAILED = "text.received", "text.failed"
LONGEST_CODE = 32


class ProviderCall(Struct, frozen=True):
    """A request of a provider: ``url`` as it was called, ``headers`` by names in small letters."""

    url: str
    headers: Mapping[str, str]
    body: bytes


class ProviderNews(Struct, frozen=True):
    """An answer of ``phone`` (``text``), or why the message ``failed_id`` did not arrive (``code``); ``id``
    is the same where the same answer comes again."""

    phone: str = ""
    text: str = ""
    failed_id: str = ""
    code: str = ""
    id: str = ""


def read_twilio(call: ProviderCall, secret: str, message_id: str) -> ProviderNews | None:
    """None for what Twilio has not signed. ``message_id`` is the one that its address names."""
    try:
        fields = parse_qsl(call.body.decode(), keep_blank_values=True)
    except UnicodeDecodeError:
        return None
    signed = call.url + "".join(f"{name}{value}" for name, value in sorted(fields))
    right = base64.b64encode(hmac.digest(secret.encode(), signed.encode(), "sha1"))
    if not hmac.compare_digest(call.headers.get(TWILIO_SIGNATURE, "").encode("utf-8", "replace"), right):
        return None
    told = dict(fields)
    if told.get("MessageStatus") in NOT_ARRIVED:
        return ProviderNews(failed_id=message_id, code=_code(told.get("ErrorCode") or told["MessageStatus"]))
    return ProviderNews(told.get("From", ""), told.get("Body", ""), id=told.get("MessageSid", ""))


def read_signed(call: ProviderCall, secret: str, now: datetime) -> ProviderNews | None:
    """Of our own shape (``docs/texts.md``); None for what was signed by nobody, or long ago."""
    if not is_signed(call.headers, now, call.body, secret.encode()):
        return None
    try:
        told: Any = decode_json(call.body)
    except NotJson:
        return ProviderNews()
    given = (
        {name: one for name, one in told.items() if isinstance(one, str)} if isinstance(told, dict) else {}
    )
    if given.get("type") == FAILED:
        return ProviderNews(failed_id=given.get("id", ""), code=_code(given.get("reason", "")))
    if given.get("type") == RECEIVED:
        return ProviderNews(
            given.get("from", ""), given.get("text", ""), id=_id_of(call) if "text" in given else ""
        )
    return ProviderNews()


def _id_of(call: ProviderCall) -> str:
    """Its id with what it says: a provider that calls everything by one id is heard all the same."""
    return f"{call.headers.get(ID, '')} {sha256(call.body).hexdigest()}"


def _code(told: str) -> str:
    """One word, as a number or a name; never a sentence, which may say who it is about."""
    word = told[:LONGEST_CODE]
    return word if word.isascii() and word.replace("_", "").replace("-", "").isalnum() else "failed"
