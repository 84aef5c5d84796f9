"""Fields: what somebody may set, by name, with its kind and its default. Everything that is wrong is said at
once, each beside its field."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import UNSET, Struct

from booking_core.errors import InvalidField, InvalidFields, Refusal
from booking_core.input.kinds import Kind, WrongPart, WrongValue


class Field(Struct, frozen=True):
    """``default`` is what a new thing has where nothing is said; without one it must be said. A ``fixed`` one
    is said once, at the making. Of a ``private`` one no record keeps the value."""

    name: str
    kind: Kind
    default: Any = UNSET
    fixed: bool = False
    private: bool = False
    tells: str = ""


def read_new(fields: Sequence[Field], given: Mapping[str, Any]) -> dict[str, Any]:
    """All values of something new. Raises ``InvalidField`` or ``InvalidFields``."""
    missing = [
        InvalidField(field.name, "Please fill this in.", code="missing_fields")
        for field in fields
        if field.name not in given and field.default is UNSET
    ]
    read = _read(fields, given, missing)
    return {field.name: read.get(field.name, field.default) for field in fields}


def read_change(fields: Sequence[Field], given: Mapping[str, Any]) -> dict[str, Any]:
    """The values that are given. Raises ``InvalidField`` or ``InvalidFields``."""
    return _read(fields, given, [])


def refuse(wrong: Sequence[InvalidField]) -> None:
    """Raises what is wrong, if anything is."""
    if wrong:
        raise refusal_of(wrong)


def refusal_of(wrong: Sequence[InvalidField]) -> Refusal:
    return wrong[0] if len(wrong) == 1 else InvalidFields(wrong)


def _read(fields: Iterable[Field], given: Mapping[str, Any], wrong: list[InvalidField]) -> dict[str, Any]:
    known = {field.name: field for field in fields}
    read: dict[str, Any] = {}
    for name, value in given.items():
        field = known.get(name)
        if field is None:
            wrong.append(InvalidField(name, "There is no such field.", code="unknown_field"))
            continue
        try:
            read[name] = field.kind.read(value)
        except WrongPart as error:
            wrong += [InvalidField(f"{name}.{one.part}", str(one)) for one in (error, *error.others)]
        except WrongValue as error:
            wrong.append(InvalidField(name, str(error)))
    refuse(wrong)
    return read
