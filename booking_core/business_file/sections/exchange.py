"""Values of the file for those of the back office, and back: keys in place of ids."""

from collections.abc import Callable, Mapping
from typing import Any

from booking_core.back_office.nouns.keys import RowKey
from booking_core.business_file.sections.hours import Span
from booking_core.business_file.sections.members import Keys, Member, Rows
from booking_core.business_file.sections.sections import ALSO_AT, HOURS, Section
from booking_core.input.kinds import Named, OrNothing

# The id of a key, or the key of an id, of a thing of one of these sections; None where there is none any
# more.
Exchange = Callable[[tuple[str, ...], str], str | None]
# What the week of a thing is, which is kept apart from its fields.
APART = frozenset({HOURS, ALSO_AT})
# The fields that one window of a day is in the back office.
ENDS = ("starts", "ends")


def values_from(section: Section, fields: Mapping[str, Any], keys: Exchange) -> dict[str, Any]:
    """The members of a row of the back office."""
    values = {
        member.name: swap(member, fields[member.field], keys, from_fields=True)
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
        value = swap(member, values[member.name], ids, from_fields=False)
        fields |= dict(zip(ENDS, value, strict=True)) if _is_span(member) else {member.field: value}
    return fields


def _is_span(member: Member) -> bool:
    return isinstance(member.kind, Span)


def swap(member: Member, value: Any, other: Exchange, *, from_fields: bool) -> Any:
    """The value with ids for keys, or the other way round."""
    if value is None:
        return None
    match member.kind:
        case RowKey() | OrNothing(kind=RowKey()):
            return other(member.refers, value)
        case Keys():
            return sorted(found for one in value if (found := other(member.refers, one)) is not None)
        case Named(name=RowKey()) if member.refers:
            return {found: said for key, said in value.items() if (found := other(member.refers, key))}
        case Rows(members=members) as rows:
            swapped = [_row(members, one, other, from_fields) for one in value]
            return rows.in_order(swapped) if from_fields else swapped
    return value


def _row(members: tuple[Member, ...], row: Mapping[str, Any], other: Exchange, from_fields: bool) -> Any:
    """One of a list of rows within a value."""
    if from_fields:
        return {one.name: swap(one, row[one.field], other, from_fields=True) for one in members}
    return {one.field: swap(one, row[one.name], other, from_fields=False) for one in members}
