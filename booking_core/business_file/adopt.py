"""Things that a file calls by another key than before: known again by their name."""

from collections.abc import Iterator, Mapping
from typing import Any

from booking_core.business_file.document import Address, Document
from booking_core.business_file.sections.exchange import WITHIN_FILE, swap
from booking_core.business_file.sections.moments import AT
from booking_core.business_file.sections.sections import SECTIONS, section_of
from booking_core.business_file.standing import Standing

Renamed = Mapping[Address, str]


def adopt(document: Document, standing: Standing) -> Renamed:
    """Give what stands, in place, the keys that the file has for it: of a new key and a thing that the file
    does not name, both of one name, the thing is meant. What has been renamed, by its new address."""
    found = dict(_new_keys(document, standing))
    if found:
        _rename(standing, found)
    return {(*old[:-1], new): old[-1] for old, new in found.items()}


def _new_keys(document: Document, standing: Standing) -> Iterator[tuple[Address, str]]:
    for section in SECTIONS:
        unnamed = {
            values["name"].casefold(): address
            for address, values in standing.document.within((), section.name)
            if address not in document.rows
        }
        for address, values in document.within((), section.name):
            known = address in standing.ids or address in standing.archived
            if not known and (old := unnamed.pop(values["name"].casefold(), None)):
                yield old, address[-1]


def _rename(standing: Standing, found: Renamed) -> None:
    def rename(address: Address) -> Address:
        new = found.get(address[:2])
        address = address if new is None else (address[0], new, *address[2:])
        day, at, place = address[-1].partition(AT)
        if at and section_of(address).key_field == "day":
            address = (*address[:-1], f"{day}{AT}{_key(('locations',), place)}")
        return address

    def _key(sections: tuple[str, ...], key: str) -> str:
        return next((found[name, key] for name in sections if (name, key) in found), key)

    def values_of(address: Address, values: Mapping[str, Any]) -> dict[str, Any]:
        members = section_of(address).members
        return {one.name: swap(one, values[one.name], _key, WITHIN_FILE) for one in members}

    standing.document.rows = {
        rename(address): values_of(address, values) for address, values in standing.document.rows.items()
    }
    standing.ids = {rename(address): row_id for address, row_id in standing.ids.items()}
    standing.archived = {rename(address): row_id for address, row_id in standing.archived.items()}
    standing.returning = {rename(address): values for address, values in standing.returning.items()}
    standing.past = {rename(address) for address in standing.past}
    standing.over = {rename(address) for address in standing.over}
