"""What became of each line of a table that was imported."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct, field

from booking_core.errors import (
    Conflict,
    Gone,
    Invalid,
    NotFound,
    complaints_of,
)

# What is wrong with one line and says nothing of the others.
OF_A_LINE = (Invalid, Conflict, NotFound, Gone)


class TableLine(Struct, frozen=True):
    """One line of a table: its number in the file, and its cells by the names of their columns; only those
    that are filled."""

    number: int
    cells: Mapping[str, str]


class LineOutcome(StrEnum):
    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class RefusedLine(Struct, frozen=True):
    """``column`` is empty where it is about the line as a whole."""

    number: int
    column: str
    reason: str


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
            report.refused += [
                RefusedLine(line.number, field, detail) for field, detail in complaints_of(refusal)
            ]
    if dry_run or (report.refused and not skip_refused):
        raise ImportUndone(report)
    return report
