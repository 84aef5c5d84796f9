"""The file as it is compared: each thing in it by its address, with the values of its members."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from booking_core.business_file.wrong import Path

# Names of sections and keys in turn: ``("services", "checkup", "questions", "allergies")``.
Address = tuple[str, ...]
Values = dict[str, Any]


class Document(Struct):
    """``settings`` has those parts that stand in the file, by name, and ``sections`` are those that do.
    ``lists`` are what stands there as a list, such as the time off of somebody, even an empty one. ``rows``
    stand in the order of the file. ``paths`` says where each thing is written. Values name other things by
    their keys."""

    sections: set[str] = field(default_factory=set)
    settings: dict[str, Values] = field(default_factory=dict)
    lists: set[Address] = field(default_factory=set)
    rows: dict[Address, Values] = field(default_factory=dict)
    paths: dict[Address, Path] = field(default_factory=dict)

    def path(self, address: Address) -> Path:
        return self.paths.get(address, address)

    def within(self, parent: Address, section: str) -> Iterator[tuple[Address, Values]]:
        """What stands in a section of a thing, or of the whole file."""
        for address, values in self.rows.items():
            if address[:-1] == (*parent, section):
                yield address, values

    def keys(self, *sections: str) -> list[str]:
        """The keys of outermost things."""
        return [one[1] for one in self.rows if len(one) == 2 and one[0] in sections]

    def business(self, name: str, otherwise: Mapping[str, Any]) -> Any:
        """A value of the business, of this file or of what stands already."""
        return self.settings.get("business", {}).get(name, otherwise.get(name))
