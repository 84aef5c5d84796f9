"""The common fields of every block."""

from typing import Any

from booking_core.catalogue.services.prices import PriceQuote


def new_block(kind: str, block_id: str, fallback_text: str, **content: Any) -> dict[str, Any]:
    """An open block. ``fallback_text`` is what clients show that do not know its kind."""
    return {"type": kind, "id": block_id, "state": "open", "fallback_text": fallback_text, **content}


def quote_view(quote: PriceQuote, *, is_each: bool, people: int = 1) -> dict[str, Any] | None:
    """A price as JSON: a decimal string and an ISO 4217 currency; ``each`` where it is for every one who
    comes, with the ``total`` of several ``people``; ``from`` where it is the least."""
    if quote.money is None:
        return None
    told: dict[str, Any] = {"amount": str(quote.money.amount), "currency": quote.money.currency}
    if is_each:
        told["each"] = True
        if people > 1:
            told["total"] = str(quote.money.amount * people)
    return {**told, "from": True} if quote.is_from else told
