"""Columns of a table: what each may be called at its top, and what its cells must not be."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from booking_core.errors import InvalidField

# What a spreadsheet takes for a formula when it opens what was exported from here again. Phone numbers may
# begin with a plus.
FORMULA = ("=", "@", "\t", "\r")
SIGNED = ("+", "-")
LONGEST_CELL = 2000


class ImportColumn(Struct, frozen=True):
    """``names`` are what it may be called, in lower case, the first being ours."""

    names: tuple[str, ...]
    is_required: bool = False
    tells: str = ""

    @property
    def name(self) -> str:
        return self.names[0]


# Which columns may be behind a field that is refused, where it is called otherwise; the first that the table
# has.
BEHIND: Mapping[str, tuple[str, ...]] = {
    "service_id": ("service",),
    "location_id": ("location",),
    "staff_id": ("person",),
    "resource_ids": ("served_by",),
    "category_id": ("category",),
    "start": ("start", "date"),
    "email": ("email", "phone"),
}


def named_columns(columns: Iterable[ImportColumn]) -> Mapping[str, str]:
    """Our name of a column by each that it may have."""
    return {name: column.name for column in columns for name in column.names}


def check_cell(column: str, cell: str) -> None:
    """Raises ``InvalidField`` for a formula, and for what is too long."""
    if len(cell) > LONGEST_CELL:
        raise InvalidField(column, f"A cell has at most {LONGEST_CELL} characters.")
    is_signed = cell.startswith(SIGNED) and not cell[1:2].isdigit() and cell not in SIGNED
    if cell.startswith(FORMULA) or (is_signed and cell[1:2] not in ("(", " ")):
        raise InvalidField(column, "This begins like a formula of a spreadsheet. Please write it otherwise.")
