"""Signatures of webhooks: one for each active secret of an endpoint."""

import base64
from collections.abc import Iterable
from datetime import datetime

from booking_core.outbound import signatures
from booking_core.webhooks.endpoints import SECRET_PREFIX


def signature_headers(event_id: str, at: datetime, body: bytes, secrets: Iterable[str]) -> dict[str, str]:
    """The headers that prove who sent ``body``, and when (aware)."""
    keys = (base64.b64decode(one.removeprefix(SECRET_PREFIX)) for one in secrets)
    return signatures.signature_headers(event_id, at, body, keys)
