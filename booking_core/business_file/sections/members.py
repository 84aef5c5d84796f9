"""Members of the file: what each is called there, which field of the back office it is, and how its value is
written and read."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import UNSET, Struct

from booking_core.back_office.nouns.keys import RowKey
from booking_core.back_office.nouns.references import REFERENCE, References
from booking_core.input.entries import Entries
from booking_core.input.fields import Field
from booking_core.input.kinds import (
    Kind,
    Listed,
    Named,
    OrNothing,
    Text,
    WrongPart,
    WrongValue,
    YesNo,
    read_each,
)

MOST_NAMED = 500
YES, NO = frozenset({"yes", "on", "true"}), frozenset({"no", "off", "false"})
# Kinds whose values are text, and which a file may write as a bare number or word: ``name: 1912``.
BARE = int | bool


class Member(Struct, frozen=True):
    """``field`` is that of the noun. ``default`` holds where nothing is said; where it is ``UNSET`` and
    nothing is ``usual``, something must be said. ``usual`` tells what holds where nothing is said and the
    rest of the file decides. ``refers`` are the sections whose keys it names."""

    name: str
    field: str
    kind: Kind
    default: Any = UNSET
    usual: str = ""
    refers: tuple[str, ...] = ()
    private: bool = False
    tells: str = ""

    @property
    def is_required(self) -> bool:
        return self.default is UNSET and not self.usual

    def read(self, value: Any) -> Any:
        """The value as it is kept. Raises ``WrongValue``."""
        return self.kind.read(respell(self.kind, value))


class KeyList(Struct, frozen=True):
    """Keys of other things, in an order that is always the same."""

    takes = f"at most {MOST_NAMED} keys"

    def read(self, value: Any) -> list[str]:
        return sorted(Listed(RowKey(), MOST_NAMED).read(value))


class RowList(Struct, frozen=True):
    """Several of what has the same members, in an order that is always the same."""

    members: tuple[Member, ...]
    most: int

    @property
    def takes(self) -> str:
        return f"a list of at most {self.most}, each with {', '.join(one.name for one in self.members)}"

    def read(self, value: Any) -> list[dict[str, Any]]:
        if not isinstance(value, list) or len(value) > self.most:
            raise WrongValue(f"Please write {self.takes}.")
        return self.in_order(read_each(self._row, value))

    def in_order(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return sorted(rows, key=lambda row: [str(row[one.name] or "") for one in self.members])

    def _row(self, place: int, value: Any) -> dict[str, Any]:
        known = {one.name: one for one in self.members}
        if not isinstance(value, Mapping):
            raise WrongPart(str(place), f"Please write {', '.join(known)} of each.")
        if unknown := [name for name in value if name not in known]:
            raise WrongPart(f"{place}.{unknown[0]}", f"There is no such field; there are {', '.join(known)}.")
        return {name: self._member(one, value, f"{place}.{name}") for name, one in known.items()}

    @staticmethod
    def _member(member: Member, row: Mapping[str, Any], part: str) -> Any:
        if member.name not in row:
            if member.is_required:
                raise WrongPart(part, "Please fill this in.")
            return member.default
        try:
            return member.read(row[member.name])
        except WrongValue as error:
            raise WrongPart(part, str(error)) from error


def members_of(
    fields: Iterable[Field],
    *,
    leave_out: Iterable[str] = (),
    named: Mapping[str, str] | None = None,
    refers: Mapping[str, tuple[str, ...]] | None = None,
    usual: Mapping[str, str] | None = None,
) -> tuple[Member, ...]:
    """The fields of a noun as members: under another name where one is ``named``, and with keys in place of
    ids. Of a list of objects, the same holds for their fields."""
    named, refers, usual, left_out = named or {}, refers or {}, usual or {}, frozenset(leave_out)
    return tuple(
        Member(
            name=named.get(field.name, field.name),
            field=field.name,
            kind=_by_key(field.kind, lambda inner: members_of(inner, named=named, refers=refers)),
            default=UNSET if field.name in usual else field.default,
            usual=usual.get(field.name, ""),
            refers=refers.get(field.name, ()),
            private=field.private,
            tells=field.tells,
        )
        for field in fields
        if field.name not in left_out
    )


def _by_key(kind: Kind, inner: Callable[[Iterable[Field]], tuple[Member, ...]]) -> Kind:
    match kind:
        case OrNothing(kind=one):
            return OrNothing(_by_key(one, inner))
        case Named(name=name, kind=one, most=most) if name is REFERENCE:
            return Named(RowKey(), one, most)
        case Entries(fields=fields, most=most):
            return RowList(inner(fields), most)
        case References():
            return KeyList()
    return RowKey() if kind is REFERENCE else kind


def respell(kind: Kind, value: Any) -> Any:
    """What a file says in words of its own: yes and no, and text that looks like a number."""
    match kind:
        case OrNothing(kind=inner):
            return None if value is None else respell(inner, value)
        case YesNo():
            return _yes_or_no(value)
        case Listed(kind=inner) if isinstance(value, list):
            return [respell(inner, one) for one in value]
        case Named(name=name, kind=inner) if isinstance(value, Mapping):
            return {respell(name, key): respell(inner, one) for key, one in value.items()}
        case Text() | RowKey() if isinstance(value, BARE):
            return str(value).lower()
        case KeyList() if isinstance(value, list):
            return [respell(RowKey(), one) for one in value]
    return value


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, str) and value.lower() in YES | NO:
        return value.lower() in YES
    if not isinstance(value, bool):
        raise WrongValue("Please say yes or no.")
    return value
