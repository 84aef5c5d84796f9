"""Outages and migrations."""

from tests.attack.broken import outages, schemas
from tests.attack.mutants.mutant import Mutant

OUTAGES = "outages/test_outages.py"
MIGRATIONS = "tests/operations/upkeep/test_migrations.py"


MUTANTS = (
    Mutant(
        "indexes are built under a lock",
        (f"{MIGRATIONS}::test_writing_goes_on",),
        (),
        schemas.indexes_are_built_under_a_lock,
    ),
    Mutant(
        "migrations wait for tables without end",
        (f"{MIGRATIONS}::test_an_open_reader",),
        (),
        schemas.migrations_wait_without_end,
    ),
    Mutant(
        "what a broken run has left is believed",
        (f"{MIGRATIONS}::test_an_index_that",),
        (),
        schemas.invalid_indexes_are_believed,
    ),
    Mutant(
        "answers have no deadline",
        (f"{OUTAGES}::while_postgresql_is_away",),
        (),
        outages.answers_have_no_deadline,
    ),
    Mutant(
        "readiness only reads", (f"{OUTAGES}::while_postgresql_is_away",), (), outages.readiness_only_reads
    ),
    Mutant(
        "stale connections are lent",
        (f"{OUTAGES}::while_postgresql_starts",),
        (),
        outages.stale_connections_are_lent,
    ),
)
