"""A protection broken on purpose, and the attacks that must notice."""

from collections.abc import Callable

import psycopg
import pytest
from msgspec import Struct

# What pytest ends with where a mutant breaks more than its protection.
BROKEN = 10
# Names of the mutants this run has made.
made: set[str] = set()


class Mutant(Struct, frozen=True):
    """``statements`` change the tables, ``patch`` the code; ``attacks`` are the tests of which each must
    fail, ``full`` only at their full size. They are named from ``tests/attack``, or from the root where they
    begin with ``tests/``."""

    name: str
    attacks: tuple[str, ...]
    statements: tuple[str, ...] = ()
    patch: Callable[[], None] = lambda: None
    full: bool = False

    def breaks_code(self) -> None:
        """Ends the run where there is nothing to break any more."""
        try:
            self.patch()
        except LookupError as error:
            pytest.exit(f"The mutant is out of date: {error}", returncode=BROKEN)
        if not self.statements:
            made.add(self.name)

    def breaks_tables(self, database_url: str) -> None:
        """Ends the run where there is nothing to break any more."""
        if not self.statements:
            return
        try:
            with psycopg.connect(database_url, autocommit=True) as connection:
                for statement in self.statements:
                    connection.execute(statement.encode())
        except psycopg.Error as error:
            pytest.exit(f"The mutant is out of date: {error}", returncode=BROKEN)
        made.add(self.name)
