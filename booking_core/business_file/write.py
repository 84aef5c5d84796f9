"""The document as plain data in the order and the words of a file: whatever has its default is left out."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from booking_core.business_file.complete import is_usual, zone_of
from booking_core.business_file.document import Address, Values
from booking_core.business_file.sections.hours import DayHours, DayName, HourRange, WeekHours
from booking_core.business_file.sections.members import Member, RowList
from booking_core.business_file.sections.moments import LocalMoment, write_begin, write_end
from booking_core.business_file.sections.sections import SECTIONS, Section
from booking_core.business_file.sections.settings import PARTS, nest
from booking_core.business_file.standing import Standing
from booking_core.input.kinds import Named

A_NUMBER, A_DATE = re.compile(r"0|[1-9][0-9]{0,8}"), re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def write_document(standing: Standing) -> dict[str, Any]:
    """All that stands, except what is over. Read back, it changes nothing."""
    writing = _Writing(standing)
    parts = {part: nest(writing.part(part, members)) for part, members in PARTS.items()}
    return parts | {section.name: writing.things((), section) for section in SECTIONS}


class _Writing:
    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        self.document = standing.document

    def part(self, name: str, members: tuple[Member, ...]) -> Values:
        values = self.document.settings[name]
        return {
            one.name: write_value(one, values[one.name])
            for one in members
            if one.is_required or values[one.name] != one.default
        }

    def things(self, parent: Address, section: Section) -> Any:
        rows = [
            (address, values)
            for address, values in self.document.within(parent, section.name)
            if address not in self.standing.past
        ]
        if not section.is_ordered:
            rows.sort(key=lambda row: row[0])
        if section.is_listed:
            return [self._thing(section, address, values) for address, values in rows]
        key = _date if section.key_field == "day" else str
        return {key(address[-1]): self._thing(section, address, values) for address, values in rows}

    def _thing(self, section: Section, address: Address, values: Values) -> Any:
        written: dict[str, Any] = {}
        for member in section.members:
            value = values[member.name]
            if member.is_required or not is_usual(member, value, self.document, self.standing):
                written[member.name] = self._value(member, address, value)
        for inner in section.nested:
            if things := self.things(address, inner):
                written[inner.name] = things
        return written[section.brief] if written.keys() == {section.brief} else written

    def _value(self, member: Member, address: Address, value: Any) -> Any:
        if isinstance(member.kind, LocalMoment):
            end = write_end if member.field.startswith("end") else write_begin
            return _date(end(value, zone_of(address, self.document.rows)))
        return write_value(member, value)


def write_value(member: Member, value: Any) -> Any:
    """A value of the catalogue as a file has it: the way back of ``member.kind.read``."""
    match member.kind:
        case WeekHours() | DayHours() | DayName() | HourRange() as kind:
            return kind.write(value)
        case Named(kind=WeekHours() as kind):
            return {key: kind.write(week) for key, week in value.items()}
        case RowList(members=members):
            return [_row(members, row) for row in value]
        case Named() if isinstance(value, Mapping):
            return {_number(name): one for name, one in value.items()}
    return value


def _row(members: tuple[Member, ...], row: Values) -> Values:
    said = [one.name for one in members if one.is_required or row[one.name] != one.default]
    return {name: row[name] for name in said}


def _number(name: Any) -> Any:
    """Lengths are numbers to people."""
    return int(name) if isinstance(name, str) and A_NUMBER.fullmatch(name) else name


def _date(text: str) -> Any:
    """Text that is a date alone, as a date."""
    return date.fromisoformat(text) if A_DATE.fullmatch(text) else text
