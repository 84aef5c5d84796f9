"""What a file says, read strictly: everything that is wrong is told at once, each beside its place."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from zoneinfo import available_timezones

from msgspec import UNSET

from booking_core.business_file.document import Address, Document, Values
from booking_core.business_file.sections.members import Member, RowList
from booking_core.business_file.sections.sections import BY_NAME, Section
from booking_core.business_file.sections.settings import PARTS, flat
from booking_core.business_file.wrong import Path, Wrong, closest
from booking_core.input.kinds import WrongPart, WrongValue
from booking_core.input.world import TimeZone

# As many things as any business has, and as one transaction carries.
MOST_ROWS = 5000


def read_as_far(data: Any) -> tuple[Document, list[Wrong]]:
    """The document as far as it can be read, and what is wrong with the rest."""
    reading = _Reading()
    reading.read_file(data)
    return reading.document, reading.wrong


class _Reading:
    def __init__(self) -> None:
        self.document = Document()
        self.wrong: list[Wrong] = []

    def read_file(self, data: Any) -> None:
        if not isinstance(data, Mapping):
            self._refuse((), f"Please write the business by its sections: {', '.join((*PARTS, *BY_NAME))}.")
            return
        for name, value in data.items():
            if name in PARTS:
                self._read_part(name, value)
            elif name in BY_NAME:
                self.document.sections.add(name)
                self._read_things(BY_NAME[name], (), (name,), value)
            else:
                self._unknown((name,), name, (*PARTS, *BY_NAME), "section")
        if len(self.document.rows) > MOST_ROWS:
            self._refuse((), f"A file has at most {MOST_ROWS} things.")

    def _read_part(self, name: str, value: Any) -> None:
        if value is None:
            value = {}
        if not isinstance(value, Mapping):
            self._refuse((name,), "Please write its settings by name.")
            return
        found = list(flat(value, [one.name for one in PARTS[name]]))
        said = {".".join(names): one for names, one in found}
        where: dict[str, Path] = {".".join(names): (name, *names) for names, _ in found}
        self.document.settings[name] = self._members(PARTS[name], said, (name,), where)

    def _read_things(self, section: Section, parent: Address, path: Path, value: Any) -> None:
        if section.is_listed:
            self.document.lists.add((*parent, section.name))
        if value is None:
            return
        if section.is_listed:
            self._read_list(section, parent, path, value)
        elif not isinstance(value, Mapping):
            self._refuse(path, f"Please write each {section.word} under a key of its own.")
        else:
            for key, one in value.items():
                self._read_keyed(section, parent, (*path, key), key, one)

    def _read_list(self, section: Section, parent: Address, path: Path, value: Any) -> None:
        if not isinstance(value, list):
            self._refuse(path, f"Please write a list, with - before each {section.word}.")
            return
        for place, one in enumerate(value):
            self._read_thing(section, (*parent, section.name, str(place)), (*path, place), one)

    def _read_keyed(self, section: Section, parent: Address, path: Path, key: Any, value: Any) -> None:
        try:
            name = str(section.key_kind.read(str(key).lower() if isinstance(key, int) else key))
        except WrongValue as error:
            self._refuse(path, str(error))
            return
        address = (*parent, section.name, name)
        if address in self.document.rows:
            self._refuse(path, "This is there already.")
            return
        self._read_thing(section, address, path, value)

    def _read_thing(self, section: Section, address: Address, path: Path, value: Any) -> None:
        if section.brief and not isinstance(value, Mapping):
            value = {section.brief: value}
        if not isinstance(value, Mapping):
            self._refuse(path, f"Please write what this {section.word} has, by name.")
            return
        self.document.rows[address] = {}
        self.document.paths[address] = path
        inner = {one.name: one for one in section.nested}
        own = {name: one for name, one in value.items() if name not in inner}
        where = {name: (*path, name) for name in own}
        read = self._members(section.members, own, path, where, also=inner)
        self.document.rows[address] = read
        for name, within in inner.items():
            if name in value:
                self._read_things(within, address, (*path, name), value[name])

    def _members(
        self,
        members: Sequence[Member],
        said: Mapping[str, Any],
        path: Path,
        where: Mapping[str, Path],
        also: Iterable[str] = (),
    ) -> Values:
        known = {one.name: one for one in members}
        for name in said:
            if name not in known:
                self._unknown(where[name], str(name), (*known, *also), "field")
        read: Values = {}
        for name, member in known.items():
            if name in said:
                read[name] = self._value(member, said[name], where[name])
            elif member.is_required:
                self._refuse((*path, name), "Please fill this in.")
            else:
                read[name] = member.default
        return read

    def _value(self, member: Member, value: Any, path: Path) -> Any:
        if value is None and member.usual:
            return UNSET
        try:
            return member.read(value)
        except WrongPart as error:
            for one in (error, *error.others):
                self._part_of(member, path, one)
        except WrongValue as error:
            self._refuse(path, str(error), _choice(member, value))
        return UNSET

    def _part_of(self, member: Member, path: Path, error: WrongPart) -> None:
        parts = [
            int(one) if one.isascii() and one.isdigit() and len(one) < 10 else one
            for one in error.part.split(".")
        ]
        known = [one.name for one in member.kind.members] if isinstance(member.kind, RowList) else []
        is_unknown = known and len(parts) > 1 and parts[-1] not in known
        self._refuse((*path, *parts), str(error), closest(str(parts[-1]), known) if is_unknown else None)

    def _unknown(self, path: Path, name: Any, known: Iterable[str], word: str) -> None:
        suggestion = closest(str(name), known)
        outer, _, _ = str(name).rpartition(".")
        self._refuse(path, f"There is no such {word}.", suggestion and suggestion.removeprefix(f"{outer}."))

    def _refuse(self, path: Path, message: str, suggestion: str | None = None) -> None:
        self.wrong.append(Wrong(path, message, suggestion))


def _choice(member: Member, value: Any) -> str | None:
    words = available_timezones() if isinstance(member.kind, TimeZone) else getattr(member.kind, "words", ())
    return closest(value, words) if isinstance(value, str) else None
