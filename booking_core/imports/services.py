"""Services of a table: made, or changed where they are there already, by their key or their name."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from booking_core.back_office.back_office import BackOffice
from booking_core.catalogue.services.from_price import split_from
from booking_core.errors import InvalidField
from booking_core.imports.columns import ImportColumn
from booking_core.imports.report import LineChecks, LineOutcome, Report, TableLine, import_lines
from booking_core.input.clean_text import compared_name
from booking_core.input.fields import read_change
from booking_core.storage.ids import new_id

SERVICE_COLUMNS = (
    ImportColumn(
        ("name", "service", "leistung", "titel", "title"), is_required=True, tells="What customers call it."
    ),
    ImportColumn(("key",), tells="What files call it."),
    ImportColumn(("description", "beschreibung"), tells="What it is."),
    ImportColumn(
        ("durations", "duration", "minutes", "dauer", "minuten"), tells="Its lengths in minutes: 30 or 30|60."
    ),
    ImportColumn(("price", "preis"), tells='What it costs, such as 45.00; "from 45.00" is the least.'),
    ImportColumn(("price_is_from",), tells="Whether that is the least it costs: yes or no."),
    ImportColumn(("currency", "währung"), tells="That of the business if it is left out."),
    ImportColumn(("buffer_before_min",), tells="Minutes kept free before it."),
    ImportColumn(("buffer_after_min",), tells="Minutes kept free after it."),
    ImportColumn(("capacity",), tells="How many at once."),
    ImportColumn(("served_by", "staff", "mitarbeiter"), tells="People and rooms by key or name: anna|ben."),
    ImportColumn(("category", "kategorie"), tells="One that is there, by key or name."),
)
WHOLE = ("buffer_before_min", "buffer_after_min", "capacity")
AMONG = "|"
YES, NO = ("yes", "true", "1", "x", "ja", "from", "ab"), ("no", "false", "0", "nein")


async def import_services(office: BackOffice, lines: Sequence[TableLine], **how: bool) -> Report:
    """All in the transaction of the back office. Raises ``ImportUndone``."""
    names = await _KnownRows.read(office)
    written: set[str] = set()

    async def one(line: TableLine) -> LineOutcome:
        checks = LineChecks(line)
        given = _fields(line.cells, names, checks)
        checks.read(lambda: read_change(office.services.fields, given))
        checks.settle()
        known = names.services.get(line.cells.get("key", "")) or names.services.get(
            compared_name(line.cells["name"])
        )
        if known is None:
            given.setdefault("currency", names.currency)
            row = await office.services.create(given, key=new_id("import"))
            names.add(names.services, row)
            written.add(row.id)
            return LineOutcome.CREATED
        if known in written:
            raise InvalidField(
                "name", "This service is in another line already. Write its lengths into one: 30|60."
            )
        written.add(known)
        before = (await office.services.find(known)).version
        row = await office.services.change(known, given, expected_version=before)
        return LineOutcome.UNCHANGED if row.version == before else LineOutcome.CHANGED

    return await import_lines(lines, one, **how)


class _KnownRows:
    """Ids by the keys and names, in any case, of what a line may name."""

    def __init__(self, currency: str) -> None:
        self.currency = currency
        self.services: dict[str, str] = {}
        self.served_by: dict[str, str] = {}
        self.categories: dict[str, str] = {}

    @classmethod
    async def read(cls, office: BackOffice) -> "_KnownRows":
        names = cls((await office.settings.row()).currency)
        for noun, known in (
            (office.services, names.services),
            (office.resources, names.served_by),
            (office.categories, names.categories),
        ):
            for row in await noun.list_offered():
                names.add(known, row)
        return names

    @staticmethod
    def add(known: dict[str, str], row: Any) -> None:
        known[compared_name(row.name)] = row.id
        if row.key is not None:
            known.setdefault(row.key, row.id)


def _fields(cells: Mapping[str, str], names: _KnownRows, checks: LineChecks) -> dict[str, Any]:
    """The fields of the cells that are filled and can be read."""
    given: dict[str, Any] = {
        name: cells[name] for name in ("name", "key", "description", "currency") if name in cells
    }
    if "price" in cells:
        amount, is_from = split_from(cells["price"])
        given["price"] = amount.replace(",", ".")
        given |= {"price_is_from": True} if is_from else {}
    if "price_is_from" in cells:
        given["price_is_from"] = checks.read(partial(_yes_no, "price_is_from", cells["price_is_from"]))
    if "durations" in cells:
        lengths = cells["durations"].split(AMONG)
        given["durations"] = checks.read(lambda: [_whole("durations", one) for one in lengths])
    given |= {name: checks.read(partial(_whole, name, cells[name])) for name in WHOLE if name in cells}
    if "served_by" in cells:
        named = [one.strip() for one in cells["served_by"].split(AMONG)]
        given["resource_ids"] = checks.read(
            lambda: [_id_of("served_by", one, names.served_by) for one in named]
        )
    if "category" in cells:
        given["category_id"] = checks.read(lambda: _id_of("category", cells["category"], names.categories))
    return {name: value for name, value in given.items() if value is not None}


def _whole(column: str, cell: str) -> int:
    if not (cell.strip().isascii() and cell.strip().isdigit()):
        raise InvalidField(column, f"{cell[:20]!r} is no whole number.")
    return int(cell.strip()[:9])


def _yes_no(column: str, cell: str) -> bool:
    word = compared_name(cell)
    if word not in (*YES, *NO):
        raise InvalidField(column, "Please say yes or no.")
    return word in YES


def _id_of(column: str, cell: str, known: Mapping[str, str]) -> str:
    found = known.get(compared_name(cell)) or known.get(cell)
    if found is None:
        raise InvalidField(column, f"There is no {cell[:60]!r}.")
    return found
