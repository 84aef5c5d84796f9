"""Money: an exact amount in a named currency."""

from decimal import Decimal

from msgspec import Struct


class Money(Struct, frozen=True):
    """``amount`` is exact and in whole units of ``currency`` (ISO 4217), such as 45.00 EUR."""

    amount: Decimal
    currency: str
