"""The parts of the file that are settings: the business itself, its chat, its booking rules, its MCP door.

Names with dots are mappings within one another: ``chat.limits.messages_per_day``. A part that is not in the
file stays as it is; of one that is, whatever it leaves out has its default.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from booking_core.back_office.settings import FIELDS
from booking_core.business_file.sections.members import Member, members_of

BUSINESS = "business"
# The field of a member is the whole name of its setting; its own name is what follows the part's.
PARTS: dict[str, tuple[Member, ...]] = {
    BUSINESS: members_of(field for field in FIELDS if "." not in field.name)
} | {
    part: members_of(
        (field for field in FIELDS if field.name.startswith(f"{part}.")),
        named={field.name: field.name.removeprefix(f"{part}.") for field in FIELDS},
    )
    for part in dict.fromkeys(field.name.partition(".")[0] for field in FIELDS if "." in field.name)
}


def flat(part: Mapping[str, Any], known: Iterable[str]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The members of a part, each by the names that lead to it: a mapping that is no member holds members."""
    names = set(known)
    for name, value in part.items():
        inner = {one.removeprefix(f"{name}.") for one in names if one.startswith(f"{name}.")}
        if name not in names and inner and isinstance(value, Mapping):
            yield from (((str(name), *rest), said) for rest, said in flat(value, inner))
        else:
            yield (str(name),), value


def nest(values: Mapping[str, Any]) -> dict[str, Any]:
    """The other way round."""
    part: dict[str, Any] = {}
    for name, value in values.items():
        *outer, last = name.split(".")
        inner = part
        for one in outer:
            inner = inner.setdefault(one, {})
        inner[last] = value
    return part
