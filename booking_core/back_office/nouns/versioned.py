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


def restore(row: Archivable) -> None:
    row.archived_at = None
    row.version += 1
