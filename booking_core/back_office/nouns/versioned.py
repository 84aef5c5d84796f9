"""What every row that an owner sets up has: a version, a record of each change, and a refusal for whoever
decides by an old one."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from msgspec import to_builtins

from booking_core.context import OperationContext
from booking_core.errors import Conflict


class Versioned(Protocol):
    id: Any
    version: Any


class Archivable(Versioned, Protocol):
    archived_at: Any


def must_be_version(row: Versioned, expected: int) -> None:
    """Raises ``Conflict`` (``version_conflict``) where somebody has changed it since."""
    if row.version != expected:
        raise Conflict(
            "Somebody else has changed this meanwhile. Look at it again, then decide.",
            code="version_conflict",
            details={"version": row.version},
        )


def must_be_offered_still(row: Archivable) -> None:
    """Raises ``Conflict`` (``archived``): whoever changes it without knowing would wonder where it is."""
    if row.archived_at is not None:
        raise Conflict(
            "This is archived. Restore it first, then change it.",
            code="archived",
            details={"archived_at": row.archived_at},
        )


def record(
    context: OperationContext,
    verb: str,
    row: Versioned,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """The audit entry of one change: what has changed, as it was and as it is."""
    told = {"before": before, "after": after}
    context.audit(
        verb, row.id, version=row.version, **{name: to_builtins(one) for name, one in told.items() if one}
    )


def archive(row: Archivable, at: datetime) -> None:
    """Take it out of what is offered, at a moment in UTC; what was booked before still finds it."""
    row.archived_at = at
    row.version += 1
