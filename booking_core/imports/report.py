"""What became of each line of a table that was imported."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct, field

from booking_core.errors import (
    Conflict,
    Gone,
    Invalid,
    InvalidField,
    InvalidFields,
    NotFound,
    complaints_of,
)
from booking_core.imports.columns import BEHIND

T = TypeVar("T")

# What is wrong with one line and says nothing of the others.
OF_A_LINE = (Invalid, Conflict, NotFound, Gone)


class TableLine(Struct, frozen=True):
    """One line of a table: its number in the file, and its cells by our names of their columns; only those
    that are filled and can be read. ``columns`` are the names that the file has for them; ``wrong`` is what
    could not be read."""

    number: int
    cells: Mapping[str, str]
    columns: Mapping[str, str] = {}
    wrong: tuple[InvalidField, ...] = ()


class LineOutcome(StrEnum):
    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class RefusedLine(Struct, frozen=True):
    """``column`` is empty where it is about the line as a whole."""

    number: int
    column: str
    reason: str


class LineChecks:
    """Everything that is wrong with one line, so that it is put right in one round."""

    def __init__(self, line: TableLine) -> None:
        self.wrong = list(line.wrong)

    def read(self, read: Callable[[], T]) -> T | None:
        """What ``read`` gives; None where it refuses, which is noted."""
        try:
            return read()
        except InvalidFields as refusal:
            self._note(refusal.fields)
        except InvalidField as refusal:
            self._note([refusal])
        return None

    def _note(self, refused: Sequence[InvalidField]) -> None:
        """Of each column the first: what follows from it is no news."""
        told = {one.field for one in self.wrong}
        self.wrong += [one for one in refused if one.field not in told]

    def settle(self) -> None:
        """Before anything is written. Raises ``InvalidFields``."""
        if self.wrong:
            raise InvalidFields(self.wrong)


class Report(Struct):
    """How many lines came to what, and every line that was refused."""

    counts: dict[LineOutcome, int] = field(default_factory=lambda: dict.fromkeys(LineOutcome, 0))
    refused: list[RefusedLine] = field(default_factory=list)


class ImportUndone(Exception):
    """Nothing was kept: some lines are refused, or it was only tried."""

    def __init__(self, report: Report) -> None:
        super().__init__("the import is undone")
        self.report = report


async def import_lines(
    lines: Sequence[TableLine],
    one: Callable[[TableLine], Awaitable[LineOutcome]],
    *,
    skip_refused: bool = False,
    dry_run: bool = False,
) -> Report:
    """Import each line by ``one``, which raises what is wrong with it before it writes. Raises
    ``ImportUndone`` where any is refused, unless those are to be skipped; whoever has opened the transaction
    undoes it then."""
    report = Report()
    for line in lines:
        try:
            report.counts[await one(line)] += 1
        except OF_A_LINE as refusal:
            told = dict.fromkeys(_in_the_file(line, *one) for one in complaints_of(refusal))
            report.refused += [RefusedLine(line.number, *one) for one in told]
    if dry_run or (report.refused and not skip_refused):
        raise ImportUndone(report)
    return report


def _in_the_file(line: TableLine, field: str, reason: str) -> tuple[str, str]:
    """The column as the file calls it, and the reason; of one that the file does not have, both in the
    reason."""
    name, _, _ = field.partition(".")
    names = BEHIND.get(name, (name,))
    if not name or not line.columns:
        return names[0], reason
    known = [line.columns[one] for one in names if one in line.columns]
    return (known[0], reason) if known else ("", f"{reason} The table has no column {names[0]}.")
