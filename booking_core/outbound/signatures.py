"""Signatures of what programs send each other, as Standard Webhooks 1.0 asks for them: HMAC-SHA-256 over id,
time and body, one for each key."""

import base64
import hmac
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

# What was signed longer ago, or by a clock that is further ahead, is taken from nobody.
TOLERANCE = timedelta(minutes=5)
ID, TIMESTAMP, SIGNATURE = "webhook-id", "webhook-timestamp", "webhook-signature"


def signature_headers(message_id: str, at: datetime, body: bytes, keys: Iterable[bytes]) -> dict[str, str]:
    """The headers that prove who sent ``body``, and when (aware)."""
    timestamp = str(int(at.timestamp()))
    signatures = (_signature(key, message_id, timestamp, body) for key in keys)
    return {
        ID: message_id,
        TIMESTAMP: timestamp,
        SIGNATURE: " ".join(f"v1,{one}" for one in signatures),
    }


def is_signed(headers: Mapping[str, str], now: datetime, body: bytes, key: bytes) -> bool:
    """Whether ``body`` came a moment ago from somebody with this key; ``headers`` by names in small
    letters."""
    timestamp = headers.get(TIMESTAMP, "")
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) < 12):
        return False
    if abs(now.timestamp() - int(timestamp)) > TOLERANCE.total_seconds():
        return False
    right = f"v1,{_signature(key, headers.get(ID, ''), timestamp, body)}".encode()
    given = headers.get(SIGNATURE, "").encode("utf-8", "replace").split()
    known = [hmac.compare_digest(one, right) for one in given]
    return any(known)


def _signature(key: bytes, message_id: str, timestamp: str, body: bytes) -> str:
    signed = hmac.digest(key, f"{message_id}.{timestamp}.".encode() + body, "sha256")
    return base64.b64encode(signed).decode()
