"""The common fields of every block."""

from typing import Any

from booking_core.catalogue.money import Money


def new_block(kind: str, block_id: str, fallback_text: str, **content: Any) -> dict[str, Any]:
    """An open block. ``fallback_text`` is what clients show that do not know its kind."""
    return {"type": kind, "id": block_id, "state": "open", "fallback_text": fallback_text, **content}


def money_view(amount: Money | None) -> dict[str, str] | None:
    """An amount as JSON: a decimal string and an ISO 4217 currency."""
    return None if amount is None else {"amount": str(amount.amount), "currency": amount.currency}
