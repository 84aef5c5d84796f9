"""Where a provider's model is found, and how long it may take."""

from decimal import Decimal
from typing import Any

from msgspec import Struct


class Timeouts(Struct, frozen=True):
    """Seconds. A customer who sees nothing for ten of them is better served by another model."""

    connect: float = 5.0
    first_byte: float = 10.0  # from the request to its first chunk
    between_chunks: float = 15.0
    whole: float = 25.0  # one answer, its retries included
    retry_pause: float = 0.3  # before the first retry, twice that before the second, each jittered


class Price(Struct, frozen=True):
    """Of a million tokens, in whatever currency the provider bills."""

    input: Decimal
    output: Decimal

    def of(self, input_tokens: int, output_tokens: int) -> Decimal:
        """What so many tokens cost, in the provider's currency."""
        return (self.input * input_tokens + self.output * output_tokens) / 1_000_000


class Endpoint(Struct, frozen=True):
    """One model at one base URL (`https://…/v1`); `options` are further fields of each request."""

    base_url: str
    model: str
    api_key: str = ""
    options: dict[str, Any] = {}
    timeouts: Timeouts = Timeouts()
    price: Price | None = None

    def __repr__(self) -> str:
        return f"Endpoint({self.model!r})"
