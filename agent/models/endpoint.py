"""Where a provider's model is found, and how long it may take."""

from typing import Any

from msgspec import Struct


class Timeouts(Struct, frozen=True):
    """Seconds. A customer who sees nothing for ten of them is better served by another model."""

    connect: float = 5.0
    first_byte: float = 10.0  # from the request to its first chunk
    between_chunks: float = 15.0
    whole: float = 25.0  # one answer, its retries included
    retry_pause: float = 0.3  # before the first retry, twice that before the second, each jittered


class Endpoint(Struct, frozen=True):
    """One model at one base URL (`https://…/v1`); `options` are further fields of each request."""

    base_url: str
    model: str
    api_key: str = ""
    options: dict[str, Any] = {}
    timeouts: Timeouts = Timeouts()

    def __repr__(self) -> str:
        return f"Endpoint({self.model!r})"
