"""What must always be true of the tables, looked up: after tests, before a restored backup is trusted, and
every night."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct
from sqlalchemy import TextClause, text
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
    of_one = {} if organization_id is None else {"organization_id": organization_id}
    found: list[Violation] = []
    for statement in _statements(of_one=bool(of_one)):
        found += [Violation(*row) for row in await session.execute(statement, of_one)]
    return found


@cache
def _statements(*, of_one: bool) -> Sequence[TextClause]:
    """Of one organization all at once; of all, one after the other, as each may take as long as a statement
    is given."""
    each = [
        f"SELECT '{name}', organization_id, what FROM ({query}) AS violations"
        for name, query in queries().items()
    ]
    if not of_one:
        return [text(one) for one in each]
    return [text(" UNION ALL ".join(f"{one} WHERE organization_id = :organization_id" for one in each))]
