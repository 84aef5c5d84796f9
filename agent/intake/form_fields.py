"""Fields in the payload of a form, as text."""

from typing import Any

from agent.privacy.personal import (
    without_codes,
)
from booking_core.errors import InvalidField

LONGEST_FIELD = 200


def code_field(payload: dict[str, Any]) -> str:
    """The one-time code of a form. Raises ``InvalidField`` where it has not six digits."""
    _, code = without_codes(text_field(payload, "code"), expected=True)
    if code is None:
        raise InvalidField("code", "The code has six digits.", code="invalid_code")
    return code


def text_field(payload: dict[str, Any], name: str) -> str:
    """A field as PostgreSQL can store it; empty if missing. Raises ``InvalidField`` for another type and for
    more than ``LONGEST_FIELD`` characters."""
    answer = payload.get(name)
    if answer is not None and not isinstance(answer, str):
        raise InvalidField(name, "This should be text.", code="invalid_contact")
    kept = (answer or "").replace("\x00", "").encode("utf-8", "ignore").decode().strip()
    if len(kept) > LONGEST_FIELD:
        raise InvalidField(name, "That is too long.", code="invalid_contact")
    return kept
