"""What the back office refuses, told by the place in the file that it is about."""

from collections.abc import Callable

from booking_core.back_office.resources import FURTHER
from booking_core.business_file.sections.sections import ALSO_AT, HOURS, Section
from booking_core.business_file.sections.settings import PARTS
from booking_core.business_file.wrong import Path, Wrong
from booking_core.errors import Refusal, complaints_of


def wrongs_of(refusal: Refusal, place: Callable[[str], Path]) -> list[Wrong]:
    """``place`` is that of a field of the back office."""
    return [Wrong(place(field), detail) for field, detail in complaints_of(refusal)]


def place_within(path: Path, section: Section, field: str) -> Path:
    """Of a field of the thing at ``path``; the thing itself where the file says nothing of the field."""
    name, *rest = field.split(".")
    names = {one.field: one.name for one in section.members} | {FURTHER: ALSO_AT, "windows": HOURS}
    return (*path, names[name], *rest) if name in names else path


def place_of_setting(field: str) -> Path:
    """Where a setting that is refused stands in the file; the field itself where it has no place there."""
    for part, members in PARTS.items():
        for member in members:
            if field == member.field or field.startswith(f"{member.field}."):
                rest = field[len(member.field) :].split(".")[1:]
                return (part, *member.name.split("."), *rest)
    return (field,)
