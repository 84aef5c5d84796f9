"""Changing tables that are in use: nobody waits for a migration longer than a moment, and indexes are built
while everybody works.

Migrations call ``build_index`` and ``drop_index``; ``migrations/env.py`` gives each migration a transaction
of its own under ``LOCK_TIMEOUT``, so that a change that cannot have its table at once steps back and lets the
others through.
"""

from alembic import op
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

# Whoever waits for a table's lock makes everybody wait who comes after. Longer than a usual transaction
# lasts, shorter than a request may.
LOCK_TIMEOUT = "1s"
# A concurrent build waits for transactions older than itself while reading and writing go on: only a
# forgotten one is given up on.
INDEX_LOCK_TIMEOUT = "10min"

# Of PostgreSQL's contrib: claims that never overlap, and a search that finds words by their parts within an
# organization.
EXTENSIONS = ("btree_gist", "pg_trgm", "btree_gin")


class CannotMigrate(Exception):
    """Something on the database's side has to change first. The message says what."""


def build_index(name: str, on: str, *, unique: bool = False) -> None:
    """Build an index concurrently, outside of the migration's transaction. Safe to repeat: what a broken run
    has left invalid is built anew.

    ``on`` is the table and what is indexed, such as ``"runs (message_id)"``. What the migration did before is
    committed by this.
    """
    kind = "UNIQUE INDEX" if unique else "INDEX"
    with op.get_context().autocommit_block():
        connection = op.get_bind()
        valid = is_valid(connection, name)
        if valid is None and _is_empty(connection, on.partition(" ")[0]):
            # Nobody works with it yet, and a new database has many of them: at once, or by the next try.
            connection.execute(text(f"CREATE {kind} {name} ON {on}"))
            return
        connection.execute(text(f"SET lock_timeout = '{INDEX_LOCK_TIMEOUT}'"))
        if valid is False:
            connection.execute(text(f"DROP INDEX CONCURRENTLY {name}"))
        if not valid:
            connection.execute(text(f"CREATE {kind} CONCURRENTLY {name} ON {on}"))
        connection.execute(text(f"SET lock_timeout = '{LOCK_TIMEOUT}'"))


def drop_index(name: str) -> None:
    """Drop an index without making anybody wait. Safe to repeat. What the migration did before is committed
    by this."""
    with op.get_context().autocommit_block():
        connection = op.get_bind()
        connection.execute(text(f"SET lock_timeout = '{INDEX_LOCK_TIMEOUT}'"))
        connection.execute(text(f"DROP INDEX CONCURRENTLY IF EXISTS {name}"))
        connection.execute(text(f"SET lock_timeout = '{LOCK_TIMEOUT}'"))


def create_extension(name: str) -> None:
    """Create an extension of PostgreSQL's contrib where it is not there yet. Raises ``CannotMigrate``.

    The ones we use are trusted: whoever may create in the database may create them.
    """
    connection = op.get_bind()
    known = text("SELECT installed_version FROM pg_available_extensions WHERE name = :name")
    found = connection.execute(known, {"name": name}).first()
    if found is None:
        raise CannotMigrate(
            f"PostgreSQL's extension {name} is not available."
            " Install PostgreSQL's contrib package on the server."
        )
    if found.installed_version is not None:
        return
    try:
        connection.execute(text(f"CREATE EXTENSION IF NOT EXISTS {name}"))
    except DBAPIError as error:
        raise CannotMigrate(
            f"This role may not create PostgreSQL's extension {name} ({type(error.orig).__name__}). "
            f"Let an administrator run: CREATE EXTENSION {name};"
        ) from error


def is_valid(connection: Connection, index: str) -> bool | None:
    """Whether an index is whole; None where there is no such index."""
    known = text("SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(:name)")
    valid: bool | None = connection.execute(known, {"name": index}).scalar()
    return valid


def _is_empty(connection: Connection, table: str) -> bool:
    return not connection.execute(text(f"SELECT EXISTS (SELECT FROM {table})")).scalar_one()
