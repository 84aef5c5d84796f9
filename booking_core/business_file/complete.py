"""What a file leaves to the business it is for: defaults that depend on it, names of what is there already,
and times on the clocks of its locations."""

from collections import ChainMap
from collections.abc import Callable, Iterator, Sequence, Set
from typing import Any

from msgspec import UNSET

from booking_core.business_file.document import Address, Document, Values
from booking_core.business_file.sections.exchange import TO_FIELDS, swap
from booking_core.business_file.sections.members import Member
from booking_core.business_file.sections.moments import AT, begin_of, end_of
from booking_core.business_file.sections.sections import BY_NAME, KINDS, PLACES, section_of
from booking_core.business_file.sections.settings import PARTS
from booking_core.business_file.standing import Standing, identity
from booking_core.business_file.wrong import Path, Wrong, closest
from booking_core.input.kinds import WrongValue

WHOLE_THING = 2
ENDS: dict[str, Callable[[Any, str], Any]] = {"from": begin_of, "until": end_of}


def complete(document: Document, standing: Standing) -> list[Wrong]:
    """Fill in what is usual, in place; what is wrong, if anything is."""
    wrong = [*_fill_in(document, standing), *_find_names_given_twice(document)]
    wrong += _check_references(document, standing)
    return wrong or list(_set_clocks(document, standing))


def also_wrong(document: Document, standing: Standing, wrong: Sequence[Wrong]) -> list[Wrong]:
    """What else is wrong with a document that could not be read wholly: names of what is nowhere, where the
    sections that would have it were read."""
    # A whole section, or one thing of it by its key.
    outer = [one.path for one in wrong if len(one.path) <= WHOLE_THING]
    unread = {str(path[0]) if path else "" for path in outer if not path or path[0] not in PARTS}
    if not unread <= BY_NAME.keys():
        return []
    return [*_find_names_given_twice(document), *_check_references(document, standing, unread)]


def usual(name: str, document: Document, standing: Standing) -> Any:
    """What a member has that nobody has said, or None where nothing is usual."""
    if name == "location":
        places = document.keys(*PLACES) or standing.document.keys(*PLACES)
        return places[0] if len(places) == 1 else None
    return document.business(name, standing.document.settings["business"])


def _fill_in(document: Document, standing: Standing) -> Iterator[Wrong]:
    for address, values in document.rows.items():
        for name, value in values.items():
            if value is UNSET:
                values[name] = usual(name, document, standing)
                if values[name] is None:
                    yield Wrong((*document.path(address), name), "Please say which: there are several.")


def _find_names_given_twice(document: Document) -> Iterator[Wrong]:
    """Services name people, rooms and equipment in one list."""
    seen: dict[str, str] = {}
    for address in document.rows:
        if len(address) == 2 and address[0] in KINDS:
            first = seen.setdefault(address[1], address[0])
            if first != address[0]:
                yield Wrong(document.path(address), f"This key is among the {first} already.")


def _check_references(
    document: Document, standing: Standing, unread: Set[str] = frozenset()
) -> Iterator[Wrong]:
    for address, values in document.rows.items():
        section, path = section_of(address), document.path(address)
        for member in section.members:
            value = values.get(member.name, UNSET)
            if value is UNSET:
                continue
            missing: list[tuple[tuple[str, ...], str]] = []
            swap(member, value, _note_into(document, standing, missing), TO_FIELDS)
            for sections, key in (one for one in missing if unread.isdisjoint(one[0])):
                known = [*document.keys(*sections), *standing.document.keys(*sections)]
                message = f"There is no {key!r} among {' or '.join(sections)}."
                yield Wrong((*path, member.name), message, closest(key, known))
        _, _, place = address[-1].partition(AT)
        is_known = _is_there(document, standing, PLACES, place) or not unread.isdisjoint(PLACES)
        if section.key_field == "day" and place and not is_known:
            known = [*document.keys(*PLACES), *standing.document.keys(*PLACES)]
            yield Wrong(path, f"There is no {place!r} among locations.", closest(place, known))


def _note_into(document: Document, standing: Standing, missing: list[Any]) -> Callable[..., str]:
    def check(sections: tuple[str, ...], key: str) -> str:
        if not _is_there(document, standing, sections, key):
            missing.append((sections, key))
        return key

    return check


def _is_there(document: Document, standing: Standing, sections: tuple[str, ...], key: str) -> bool:
    return any((name, key) in document.rows or (name, key) in standing.document.rows for name in sections)


def _set_clocks(document: Document, standing: Standing) -> Iterator[Wrong]:
    """Moments on the clock of whoever they belong to; what is listed is known by what it says."""
    rows, paths = dict(document.rows), dict(document.paths)
    document.rows.clear()
    document.paths.clear()
    for written, values in rows.items():
        section, path, address = section_of(written), paths[written], written
        if section.noun == "times_off":
            yield from _set_clock(values, zone_of(written, rows, standing.document.rows), path)
        if section.is_listed:
            address = (*written[:-1], identity(section, values))
            if address in document.rows:
                yield Wrong(path, "This is there already.")
        document.rows[address], document.paths[address] = values, path


def _set_clock(values: Values, zone_name: str, path: Path) -> Iterator[Wrong]:
    for name, instant in ENDS.items():
        try:
            values[name] = instant(values[name], zone_name)
        except WrongValue as error:
            yield Wrong((*path, name), str(error))


def zone_of(address: Address, *rows: dict[Address, Values]) -> str:
    """Whose clock the times of somebody are on: of the first rows that have them, and that have their
    place."""
    there: ChainMap[Address, Values] = ChainMap(*rows)
    zone: str = there[*PLACES, there[address[:2]]["location"]]["time_zone"]
    return zone


def is_usual(member: Member, value: Any, document: Document, standing: Standing) -> bool:
    """Whether a file need not say it."""
    if member.usual:
        return bool(value == usual(member.name, document, standing))
    return bool(value == member.default)
