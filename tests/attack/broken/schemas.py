"""Migrations, broken on purpose: what keeps them from standing in everybody's way."""

from alembic import op
from sqlalchemy import Connection, text

from booking_core.storage import schema_changes


def indexes_are_built_under_a_lock() -> None:
    def build(name: str, on: str, *, unique: bool = False) -> None:
        kind = "UNIQUE INDEX" if unique else "INDEX"
        op.get_bind().execute(text("SET lock_timeout = 0"))
        op.get_bind().execute(text(f"CREATE {kind} IF NOT EXISTS {name} ON {on}"))

    schema_changes.build_index = build


def migrations_wait_without_end() -> None:
    schema_changes.LOCK_TIMEOUT = "30s"


def invalid_indexes_are_believed() -> None:
    is_valid = schema_changes.is_valid

    def believe(connection: Connection, index: str) -> bool | None:
        return None if is_valid(connection, index) is None else True

    schema_changes.is_valid = believe
