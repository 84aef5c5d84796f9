"""Tables as spreadsheets write them."""

import click
import pytest

from booking_core.imports.columns import LONGEST_CELL
from booking_core.imports.customers import CUSTOMER_COLUMNS
from booking_core.imports.report import TableLine
from web.commands.business.csv_reader import MOST_BYTES, MOST_LINES, read_csv

JOSE = {"name": "José Ñandú", "email": "jose@example.com"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_spelling_of_a_table_is_the_same(encoding: str, delimiter: str, end: str) -> None:
    table = [["Name", "E-Mail"], ["José Ñandú", "jose@example.com"], ["", ""]]
    text = end.join(delimiter.join(row) for row in table)
    called = {"name": "Name", "email": "E-Mail"}
    assert read_csv(text.encode(encoding), CUSTOMER_COLUMNS) == [TableLine(2, JOSE, called)]


def test_lines_are_numbered_as_an_editor_does() -> None:
    lines = read_csv(b'name,phone\n\n"Ada\nLong",1\n\nBen,2\n', CUSTOMER_COLUMNS)
    assert [one.number for one in lines] == [3, 6]


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "@SUM(A1)",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd",
        '"=HYPERLINK(""http://x"")"',
        "x" * (LONGEST_CELL + 1),
    ],
)
def test_formulas_and_novels_are_refused_by_their_line(cell: str) -> None:
    lines = read_csv(f"name,phone\n{cell},1\nBen,+49 30 1\n".encode(), CUSTOMER_COLUMNS)
    if cell == "-2+3+cmd":
        # A number to a spreadsheet, and no harm: a name it is not, which its column says.
        assert not lines[0].wrong
    else:
        assert [one.field for one in lines[0].wrong] == ["name"]
        assert lines[0].cells == {"phone": "1"}
    assert lines[-1].cells == {"name": "Ben", "phone": "+49 30 1"}


def test_a_line_without_what_it_needs_is_refused() -> None:
    lines = read_csv(b"name,phone\n,1\nAda,2,3\nBen,3\n", CUSTOMER_COLUMNS)
    assert [[wrong.field for wrong in one.wrong] for one in lines] == [["name"], [""], []]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b"name,fone\n", "Did you mean phone"),
        (b"phone\n1\n", "name is missing"),
        (b"name,kunde\nA,B\n", "twice"),
        (b'name\n"Ada\n', "no table"),
        (b"name\n" + b"A\n" * MOST_LINES, "at most"),
        (b"x" * (MOST_BYTES + 1), "longer than"),
        (b"name\n" + b"a" * (LONGEST_CELL * 11), "no table"),
    ],
)
def test_what_is_no_table_of_these_columns_is_refused(content: bytes, told: str) -> None:
    with pytest.raises(click.ClickException, match=told):
        read_csv(content, CUSTOMER_COLUMNS)
