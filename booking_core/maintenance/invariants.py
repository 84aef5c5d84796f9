"""What must always be true of the tables, looked up: after tests, before a restored backup is trusted, and
every night."""

import re
from pathlib import Path

from msgspec import Struct
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

NAMED = re.compile(r"^-- name: (.+)\n([^;]+);", re.MULTILINE)


class Violation(Struct, frozen=True):
    """One row that should not be: which invariant it breaks, whose it is, and what is wrong."""

    invariant: str
    organization_id: str
    what: str


def queries() -> dict[str, str]:
    """The queries of ``invariants.sql`` by name; each returns ``organization_id`` and ``what`` of every
    violation."""
    written = (Path(__file__).parent / "invariants.sql").read_text()
    return {name: query.strip() for name, query in NAMED.findall(written)}


async def violations(session: AsyncSession, organization_id: str | None = None) -> list[Violation]:
    """Everything that is wrong, of one organization or of all; nothing, if all is well."""
    found: list[Violation] = []
    whose = "CAST(:organization_id AS text) IS NULL OR organization_id = :organization_id"
    for name, query in queries().items():
        rows = await session.execute(
            text(f"SELECT organization_id, what FROM ({query}) AS violations WHERE {whose}"),
            {"organization_id": organization_id},
        )
        found += [Violation(name, *row) for row in rows]
    return found
