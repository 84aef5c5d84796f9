"""Signatures of webhooks, as Standard Webhooks 1.0 asks for them: HMAC-SHA-256 over id, time and body, one
for each active secret."""

import base64
import hmac
from collections.abc import Iterable
from datetime import datetime

from booking_core.webhooks.endpoints import SECRET_PREFIX


def signature_headers(event_id: str, at: datetime, body: bytes, secrets: Iterable[str]) -> dict[str, str]:
    """The headers that prove who sent ``body``, and when (aware)."""
    timestamp = str(int(at.timestamp()))
    signatures = (_signature(secret, event_id, timestamp, body) for secret in secrets)
    return {
        "webhook-id": event_id,
        "webhook-timestamp": timestamp,
        "webhook-signature": " ".join(f"v1,{one}" for one in signatures),
    }


def _signature(secret: str, event_id: str, timestamp: str, body: bytes) -> str:
    key = base64.b64decode(secret.removeprefix(SECRET_PREFIX))
    signed = hmac.digest(key, f"{event_id}.{timestamp}.".encode() + body, "sha256")
    return base64.b64encode(signed).decode()
