"""Which models an endpoint offers, as it says itself; read within limits of time and size."""

import asyncio
from typing import Any

import httpx2
import msgspec

from agent.models.bounded_transport import BoundedTransport
from agent.models.endpoint import Endpoint
from agent.models.protocol import ModelFailed
from booking_core.input.kinds import Text, WrongValue

PATIENCE_S = 10.0
MOST_BYTES = 1_000_000
MOST_MODELS = 500
NAME = Text(200)


async def list_offered_models(endpoint: Endpoint, transport: httpx2.AsyncBaseTransport) -> list[str]:
    """Names in alphabetical order; empty where the endpoint has no such list. Raises ``ModelFailed`` without
    anything of what was answered."""
    headers = {"Authorization": f"Bearer {endpoint.api_key}"} if endpoint.api_key else {}
    bounded = BoundedTransport(transport, MOST_BYTES)
    try:
        async with (
            asyncio.timeout(PATIENCE_S),
            httpx2.AsyncClient(transport=bounded, follow_redirects=False, timeout=PATIENCE_S) as http,
        ):
            answer = await http.get(f"{endpoint.base_url}/models", headers=headers)
    except (TimeoutError, httpx2.TimeoutException):
        raise ModelFailed("timeout") from None
    except (httpx2.HTTPError, OSError, UnicodeError):
        raise ModelFailed("cut") from None
    if answer.status_code in {401, 403}:
        raise ModelFailed("unauthorized")
    return _names_in(answer.content) if answer.status_code == 200 else []


def _names_in(body: bytes) -> list[str]:
    try:
        read: Any = msgspec.json.decode(body)
    except (ValueError, RecursionError):
        return []
    listed = read.get("data") if isinstance(read, dict) else None
    entries = listed if isinstance(listed, list) else []
    found = {_name_of(one) for one in entries[:MOST_MODELS]}
    return sorted(found - {""}, key=str.casefold)


def _name_of(entry: Any) -> str:
    # Google's are called models/gemini-…, and asked by the part behind.
    name = entry.get("id") if isinstance(entry, dict) else None
    try:
        return NAME.read(name).removeprefix("models/")
    except WrongValue:
        return ""
