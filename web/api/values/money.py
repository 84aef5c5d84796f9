"""Money over HTTP: an exact amount as text, and its currency."""

from decimal import Decimal
from typing import Annotated

from msgspec import Meta, Struct

from booking_core.catalogue.services.money import Money
from booking_core.input.pattern_words import AMOUNT, CURRENCY


class MoneyView(Struct, frozen=True, forbid_unknown_fields=True):
    """Whole units of the currency (ISO 4217), such as 45.00 EUR."""

    amount: Annotated[str, Meta(max_length=14, pattern=AMOUNT, examples=["45.00"])]
    currency: Annotated[str, Meta(pattern=CURRENCY, examples=["EUR"])]

    @classmethod
    def of(cls, money: Money | None) -> "MoneyView | None":
        return None if money is None else cls(f"{money.amount:.2f}", money.currency)

    @property
    def money(self) -> Money:
        return Money(Decimal(self.amount), self.currency)
