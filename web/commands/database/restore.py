"""A backup put into a database in one transaction, which commits only when the file was whole and its
invariants hold."""

import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile

from alembic.config import Config
from alembic.script import ScriptDirectory

from booking_core.maintenance.invariants import queries
from booking_core.storage.database import MIGRATIONS
from web.commands.database.postgres_tools import Tools, wait_for_end

# Somebody who still works with the tables must not make us wait for ever.
BEGIN = "BEGIN;\nSET LOCAL lock_timeout = '10s';\nSET LOCAL client_min_messages = warning;\n"
# Everything that is ours, and nothing of an extension: only a superuser might put that back.
CLEAR = """
DO $clear$
DECLARE one text;
BEGIN
    -- All names first: what is dropped has none any more.
    FOREACH one IN ARRAY ARRAY(
        SELECT format('DROP %s IF EXISTS %s CASCADE',
            CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
                WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
            pg_class.oid::regclass)
        FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
          AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype IN ('e', 'i', 'a'))
        UNION ALL
        SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', pg_proc.oid::regprocedure)
        FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace
          AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
        UNION ALL
        SELECT format('DROP TYPE IF EXISTS %s CASCADE', pg_type.oid::regtype)
        FROM pg_type
        LEFT JOIN pg_class ON pg_class.oid = typrelid
        WHERE typnamespace = 'public'::regnamespace AND (typtype IN ('e', 'd') OR relkind = 'c')
          AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_type.oid AND deptype = 'e')
    )
    LOOP
        EXECUTE one;
    END LOOP;
END
$clear$;
"""
# Only what this version wrote is judged here: an older backup has to be migrated before anybody can.
CHECK = """
SET LOCAL search_path = public;
DO $check$
DECLARE wrong text;
BEGIN
    IF (SELECT version_num FROM alembic_version) = '{head}' THEN
        EXECUTE $query$SELECT what FROM ({query}) AS violations LIMIT 1$query$ INTO wrong;
        IF wrong IS NOT NULL THEN
            RAISE EXCEPTION 'the backup breaks the invariant "%": %', $name${name}$name$, wrong;
        END IF;
    END IF;
END
$check$;
"""


def restore_database(tools: Tools, database_url: str, file: Path) -> None:
    """Put the database back as the file says. Raises ToolError; then nothing has changed."""
    with TemporaryFile() as reading_errors, TemporaryFile() as writing_errors, file.open("rb") as archive:
        options = ("--no-owner", "--no-privileges", "--file=-")
        reading = tools.begin(
            "pg_restore", *options, source=archive.fileno(), output=subprocess.PIPE, errors=reading_errors
        )
        writing = tools.begin(
            "psql",
            "--no-psqlrc",
            "--quiet",
            "--set=ON_ERROR_STOP=1",
            database_url=database_url,
            source=subprocess.PIPE,
            errors=writing_errors,
        )
        assert reading.stdout is not None  # noqa: S101
        assert writing.stdin is not None  # noqa: S101
        # A psql that has met an error is gone before we are done; it says why below.
        with reading.stdout, suppress(BrokenPipeError), writing.stdin as statements:
            statements.write(f"{BEGIN}{CLEAR}".encode())
            shutil.copyfileobj(reading.stdout, statements)
            # Without this line, whatever was written is undone: half a file never commits.
            if reading.wait() == 0:
                statements.write(f"{checks()}COMMIT;\n".encode())
        wait_for_end("psql", writing, writing_errors)
        wait_for_end("pg_restore", reading, reading_errors)


def checks() -> str:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    head = ScriptDirectory.from_config(config).get_current_head()
    return "".join(CHECK.format(head=head, name=name, query=query) for name, query in queries().items())
