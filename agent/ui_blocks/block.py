"""The common fields of every block."""

from typing import Any

from booking_core.catalogue.services.money import Money
from booking_core.catalogue.services.prices import PriceQuote


def new_block(kind: str, block_id: str, fallback_text: str, **content: Any) -> dict[str, Any]:
    """An open block. ``fallback_text`` is what clients show that do not know its kind."""
    return {"type": kind, "id": block_id, "state": "open", "fallback_text": fallback_text, **content}


def quote_view(quote: PriceQuote, *, is_each: bool) -> dict[str, Any] | None:
    """The same of a price that may depend on who or where: then ``from`` says that it is the lowest."""
    told = money_view(quote.money, is_each=is_each)
    return {**told, "from": True} if told is not None and quote.is_from else told


def total_view(amount: Money | None, *, is_each: bool, people: int) -> dict[str, Any] | None:
    """The same of a price that several pay, with the ``total`` of all of them."""
    told = money_view(amount, is_each=is_each)
    if told is None or amount is None or not is_each or people < 2:
        return told
    return {**told, "total": str(amount.amount * people)}


def money_view(amount: Money | None, *, is_each: bool) -> dict[str, Any] | None:
    """An amount as JSON: a decimal string and an ISO 4217 currency; ``each`` where it is for every one who
    comes."""
    if amount is None:
        return None
    told: dict[str, Any] = {"amount": str(amount.amount), "currency": amount.currency}
    return {**told, "each": True} if is_each else told
