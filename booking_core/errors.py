"""How the desk says no: one class per kind of refusal, one code per reason.

Doors translate the kind once (HTTP status, tool result, MCP error); customers may read ``detail``; machines
branch on ``code``.
"""

from collections.abc import Mapping, Sequence
from typing import Any


class Refusal(Exception):
    """An operation the desk refuses. Nothing has changed when this is raised."""

    code = "refused"
    retryable = False

    def __init__(
        self,
        detail: str,
        *,
        code: str | None = None,
        details: Mapping[str, Any] | None = None,
        alternatives: Sequence[Any] = (),
        retry_after_s: int | None = None,
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.code = code or self.code
        self.details = dict(details or {})
        self.alternatives = tuple(alternatives)
        self.retry_after_s = retry_after_s


class NotFound(Refusal):
    """Unknown here, or another organization's: the two look the same from outside."""

    code = "not_found"


class NotAllowed(Refusal):
    """Whoever acts may not do this here; somebody else of the organization may."""

    code = "not_allowed"


class Conflict(Refusal):
    """The state of the world is against it; another time or a fresh look may succeed."""

    code = "conflict"


class Invalid(Refusal):
    """A rule or a field is against it; the same request will never succeed."""

    code = "invalid"


class Gone(Refusal):
    """It was good once and is not any more; a fresh look gives one that is."""

    code = "gone"


class TooMany(Refusal):
    """A limit that protects others; it passes with time."""

    code = "too_many"
    retryable = True


class Unavailable(Refusal):
    """Something we need is away; the same request may succeed soon."""

    code = "unavailable"
    retryable = True


class DatabaseAway(Unavailable):
    """PostgreSQL is away, full, read-only or too slow; see ``outages``."""


class SlotTaken(Conflict):
    code = "slot_taken"


class SlotHeld(Conflict):
    code = "slot_held"
    retryable = True


class SettingsBusy(Conflict):
    code = "settings_busy"
    retryable = True


class HoldExpired(Conflict):
    code = "hold_expired"


class InvalidField(Invalid):
    """One field of what was sent is wrong; ``details['field']`` names it. ``reason`` is what translations of
    ``detail`` are found by, where the field has several."""

    code = "invalid_field"

    def __init__(self, field: str, detail: str, *, code: str | None = None, reason: str = "") -> None:
        super().__init__(detail, code=code, details={"field": field})
        self.field = field
        self.reason = reason or field


class LocationNeeded(InvalidField):
    """A service is offered at several locations and nobody said at which: ``details['locations']`` are their
    ids and names."""

    def __init__(self, locations: Sequence[tuple[str, str]]) -> None:
        super().__init__(
            "location_id",
            "This is offered at several locations. Please say at which one.",
            code="missing_fields",
        )
        self.details["locations"] = [{"id": id_, "name": name} for id_, name in locations]


class InvalidFields(Invalid):
    """Several fields are wrong at once: ``fields`` has one refusal for each. The code is ``missing_fields``
    if any is missing."""

    def __init__(self, fields: Sequence[InvalidField]) -> None:
        first = next((field for field in fields if field.code == "missing_fields"), fields[0])
        super().__init__(first.detail, code=first.code, details={"fields": [wrong.field for wrong in fields]})
        self.fields = tuple(fields)


def raise_together(wrong: Sequence[InvalidField]) -> None:
    """Raises ``InvalidField`` or ``InvalidFields`` unless nothing is wrong."""
    if wrong:
        raise wrong[0] if len(wrong) == 1 else InvalidFields(wrong)


def complaints_of(refusal: Refusal) -> list[tuple[str, str]]:
    """What is wrong with each field, as its name and a sentence; the name is empty where it is no field's."""
    fields: Sequence[InvalidField] = ()
    if isinstance(refusal, InvalidFields):
        fields = refusal.fields
    elif isinstance(refusal, InvalidField):
        fields = (refusal,)
    return [(one.field, one.detail) for one in fields] or [("", refusal.detail)]
