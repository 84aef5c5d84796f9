"""Values of the file for those of the back office, and back: keys in place of ids."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

from booking_core.back_office.nouns.keys import RowKey
from booking_core.business_file.sections.hours import HourRange
from booking_core.business_file.sections.members import KeyList, Member, RowList
from booking_core.business_file.sections.sections import ALSO_AT, HOURS, Section
from booking_core.input.kinds import Named, OrNothing

# The id of a key, or the key of an id, of a thing of one of these sections; None where there is none any
# more.
Exchange = Callable[[tuple[str, ...], str], str | None]
# What the rows within a value call a member, where they come from and where they go.
Way = tuple[Callable[[Member], str], Callable[[Member], str]]
_FIELD, _NAME = attrgetter("field"), attrgetter("name")
TO_FILE: Way = (_FIELD, _NAME)
TO_FIELDS: Way = (_NAME, _FIELD)
WITHIN_FILE: Way = (_NAME, _NAME)
# What the week of a thing is, which is kept apart from its fields.
APART = frozenset({HOURS, ALSO_AT})
# The fields that one window of a day is in the back office.
ENDS = ("starts", "ends")


def values_from(section: Section, fields: Mapping[str, Any], keys: Exchange) -> dict[str, Any]:
    """The members of a row of the back office."""
    values = {
        member.name: swap(member, fields[member.field], keys, TO_FILE)
        for member in section.members
        if member.field in fields
    }
    return values | {
        member.name: [fields[end] for end in ENDS] for member in section.members if _is_span(member)
    }


def fields_from(section: Section, values: Mapping[str, Any], ids: Exchange) -> dict[str, Any]:
    """The fields of members, without those that are kept apart."""
    fields: dict[str, Any] = {}
    for member in section.members:
        if member.name not in values or member.field in APART:
            continue
        value = swap(member, values[member.name], ids, TO_FIELDS)
        fields |= dict(zip(ENDS, value, strict=True)) if _is_span(member) else {member.field: value}
    return fields


def _is_span(member: Member) -> bool:
    return isinstance(member.kind, HourRange)


def swap(member: Member, value: Any, other: Exchange, way: Way) -> Any:
    """The value with ids for keys, the other way round, or with other keys."""
    if value is None:
        return None
    match member.kind:
        case RowKey() | OrNothing(kind=RowKey()):
            return other(member.refers, value)
        case KeyList():
            return sorted(found for one in value if (found := other(member.refers, one)) is not None)
        case Named(name=RowKey()) if member.refers:
            return {found: said for key, said in value.items() if (found := other(member.refers, key))}
        case RowList(members=members) as rows:
            swapped = [_row(members, one, other, way) for one in value]
            return swapped if way is TO_FIELDS else rows.in_order(swapped)
    return value


def _row(members: tuple[Member, ...], row: Mapping[str, Any], other: Exchange, way: Way) -> Any:
    """One of a list of rows within a value."""
    called, call = way
    return {call(one): swap(one, row[called(one)], other, way) for one in members}
