"""Every foreign key to rows that go has an index."""

import psycopg

from booking_core.storage.database import migrate
from tests.operations.databases import Installation

FOREIGN_KEYS = """
SELECT held.relname, array_agg(a.attname ORDER BY k.place)::text[], parent.relname
FROM pg_constraint AS c
JOIN pg_class AS held ON held.oid = c.conrelid
JOIN pg_class AS parent ON parent.oid = c.confrelid
CROSS JOIN LATERAL unnest(c.conkey) WITH ORDINALITY AS k (attnum, place)
JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = k.attnum
WHERE c.contype = 'f' AND held.relnamespace = 'public'::regnamespace AND NOT EXISTS (
    SELECT FROM pg_index AS i
    WHERE i.indrelid = c.conrelid AND i.indisvalid AND c.conkey @> (i.indkey::int2[])[0:cardinality(c.conkey)
        - 1]
)
GROUP BY c.oid, held.relname, parent.relname
"""
# Rows of these are never deleted, so nobody ever looks for what refers to them: customers and appointments
# are emptied where they are erased, and whatever was booked once stays in the catalogue.
STAYS = {"organizations", "appointments", "services", "locations", "resources"}
# A block has few seats, and they are found by the first column of their own key.
FOUND_OTHERWISE = {("seats", ("block_id", "capacity"))}


def test_every_foreign_key_to_rows_that_go_has_an_index(old: Installation) -> None:
    assert ("runs", ("message_id",)) in without_an_index(old)
    migrate(old.database_url)
    assert without_an_index(old) == set()


def without_an_index(made: Installation) -> set[tuple[str, tuple[str, ...]]]:
    with psycopg.connect(made.database_url) as connection:
        found = connection.execute(FOREIGN_KEYS).fetchall()
    return {(table, (*columns,)) for table, columns, parent in found if parent not in STAYS} - FOUND_OTHERWISE
