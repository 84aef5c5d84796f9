"""Tables as spreadsheets write them: with commas, semicolons or tabs, in UTF-8 or Latin-1, with or without a
mark at the beginning."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

import click

from booking_core.business_file.wrong import closest
from booking_core.errors import InvalidField
from booking_core.imports.columns import LONGEST_CELL, ImportColumn, check_cell, named_columns
from booking_core.imports.report import TableLine

MOST_BYTES, MOST_LINES = 20 * 1024 * 1024, 50_000
DELIMITERS = ",;\t"


def read_csv(content: bytes, columns: Sequence[ImportColumn]) -> list[TableLine]:
    """The lines by our names of their columns, each with what of it cannot be read. Raises ``ClickException``
    for what is no table of these columns."""
    if len(content) > MOST_BYTES:
        raise click.ClickException(f"The file is longer than {MOST_BYTES // 1024 // 1024} MB.")
    text = _text(content)
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    try:
        rows = list(_rows(text, delimiter))
    except csv.Error as error:
        raise click.ClickException(f"This is no table: {error}.") from error
    if not rows:
        raise click.ClickException("The file is empty.")
    names = _names(rows[0][1], columns)
    written = {name: cell.strip() for name, cell in zip(names, rows[0][1], strict=True)}
    required = [one.name for one in columns if one.is_required]
    return [_line(number, cells, names, written, required) for number, cells in rows[1:]]


def _text(content: bytes) -> str:
    for encoding, mark in (("utf-16", (b"\xff\xfe", b"\xfe\xff")), ("utf-8-sig", (b"",))):
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    # What spreadsheets on Windows write in Western Europe; it leaves no byte unread.
    return content.decode("cp1252", "replace")


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that has something in it, with the number of its first line."""
    csv.field_size_limit(LONGEST_CELL * 10)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield begins, cells
        begins = reader.line_num + 1
        if begins > MOST_LINES:
            raise click.ClickException(f"A table has at most {MOST_LINES} lines.")


def _names(header: Sequence[str], columns: Sequence[ImportColumn]) -> list[str]:
    known = named_columns(columns)
    names: list[str] = []
    for cell in header:
        name = known.get(cell.strip().lower())
        if name is None:
            meant = closest(cell.strip().lower(), known)
            hint = (
                f" Did you mean {meant}?"
                if meant
                else f" There are: {', '.join(one.name for one in columns)}."
            )
            raise click.ClickException(f"There is no column {cell[:40]!r}.{hint}")
        if name in names:
            raise click.ClickException(f"The column {name} is there twice.")
        names.append(name)
    if missing := [one.name for one in columns if one.is_required and one.name not in names]:
        raise click.ClickException(f"The column {missing[0]} is missing.")
    return names


def _line(
    number: int,
    cells: Sequence[str],
    names: Sequence[str],
    written: Mapping[str, str],
    required: Sequence[str],
) -> TableLine:
    wrong: list[InvalidField] = []
    if any(cell.strip() for cell in cells[len(names) :]):
        wrong.append(InvalidField("", "This line has more cells than there are columns."))
    read: dict[str, str] = {}
    for name, cell in zip(names, cells, strict=False):
        try:
            check_cell(name, cell)
        except InvalidField as error:
            wrong.append(error)
        else:
            read[name] = cell.strip()
    refused = {one.field for one in wrong}
    filled = {name: cell for name, cell in read.items() if cell}
    missing = [name for name in required if name not in filled and name not in refused]
    wrong += [InvalidField(name, "Please fill this in.") for name in missing]
    return TableLine(number, filled, written, tuple(wrong))
