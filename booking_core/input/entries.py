"""Entries: a list of objects that have the same fields, as one value."""

from typing import Any

from msgspec import Struct

from booking_core.errors import InvalidField, InvalidFields
from booking_core.input.fields import Field, read_new
from booking_core.input.kinds import WrongPart, WrongValue, read_each


class Entries(Struct, frozen=True):
    """What is wrong with one of them is named by its place, such as ``0.amount``."""

    fields: tuple[Field, ...]
    most: int

    @property
    def takes(self) -> str:
        return f"a list of at most {self.most}, each with {', '.join(field.name for field in self.fields)}"

    def read(self, value: Any) -> list[dict[str, Any]]:
        if not isinstance(value, list | tuple) or len(value) > self.most:
            raise WrongValue(f"Please give at most {self.most} of them, as a list.")
        return read_each(self._entry, value)

    def _entry(self, place: int, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise WrongPart(str(place), "Please give its fields by name.")
        try:
            return read_new(self.fields, value)
        except InvalidFields as error:
            first = error.fields[0]
        except InvalidField as error:
            first = error
        raise WrongPart(f"{place}.{first.field}", first.detail) from first
