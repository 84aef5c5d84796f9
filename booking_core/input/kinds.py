"""Kinds of values that people and programs set: each reads one value strictly and says what it takes.

Values are those of JSON: a door that has only text (a form, a command) turns it into numbers and lists first.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

from msgspec import Struct

from booking_core.input.clean_text import JOINERS, clean_text, visible_text

MOST_WRONG = 20
DECIMAL = re.compile(r"\s*[+-]?\d{1,20}(?:\.\d{0,20})?\s*")
OF_CENTS = -2


class WrongValue(ValueError):
    """What is wrong with a value, in a sentence that says what to write instead."""


class WrongPart(WrongValue):
    """What is wrong with a part of a value; ``part`` says which, such as ``0.amount``. ``others`` are the
    other parts that are wrong."""

    def __init__(self, part: str, detail: str, others: Sequence["WrongPart"] = ()) -> None:
        super().__init__(detail)
        self.part = part
        self.others = tuple(others)


def read_each(read: Callable[[int, Any], Any], values: Sequence[Any]) -> list[Any]:
    """Each value as ``read`` gives it for its place. Raises ``WrongPart`` for all that are wrong together, as
    many as somebody puts right at a time."""
    found, wrong = [], []
    for place, value in enumerate(values):
        try:
            found.append(read(place, value))
        except WrongPart as error:
            wrong.append(error)
    if wrong:
        first, *others = wrong[:MOST_WRONG]
        raise WrongPart(first.part, str(first), others)
    return found


class Kind(Protocol):
    """``read`` gives the value as it is kept, or raises ``WrongValue``; ``takes`` says what it accepts, for
    documentation."""

    def read(self, value: Any) -> Any: ...

    @property
    def takes(self) -> str: ...


class Text(Struct, frozen=True):
    """Text people read: trimmed, composed, without invisible characters; several ``lines`` where it may have
    them."""

    longest: int
    lines: bool = False
    may_be_empty: bool = False

    @property
    def takes(self) -> str:
        return f"text of at most {self.longest} characters"

    def read(self, value: Any) -> str:
        if not isinstance(value, str):
            raise WrongValue("Please write this as text.")
        text = clean_text(value.replace("\r\n", "\n")).strip()
        if not visible_text(text).strip() and (text or not self.may_be_empty):
            raise WrongValue("Please write something here.")
        seen = JOINERS.sub("", text.replace("\n", "") if self.lines else text)
        if len(text) > self.longest or not seen.isprintable():
            raise WrongValue(f"Please write at most {self.longest} ordinary characters.")
        return text


class Whole(Struct, frozen=True):
    """A whole number."""

    least: int
    most: int

    @property
    def takes(self) -> str:
        return f"a whole number from {self.least:,} to {self.most:,}"

    def read(self, value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not self.least <= value <= self.most:
            raise WrongValue(f"Please give {self.takes}.")
        return value


class YesNo(Struct, frozen=True):
    @property
    def takes(self) -> str:
        return "yes or no"

    def read(self, value: Any) -> bool:
        if not isinstance(value, bool):
            raise WrongValue("Please say yes or no.")
        return value


class OneOf(Struct, frozen=True):
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def takes(self) -> str:
        return f"one of {', '.join(self.words)}"

    def read(self, value: Any) -> str:
        if not isinstance(value, str) or value not in self.words:
            raise WrongValue(f"Please choose {self.takes}.")
        return value


class Amount(Struct, frozen=True):
    """An exact amount of money with at most two decimals, as text or ``Decimal``: never a binary fraction.
    Nor a third decimal that is zero: where points divide thousands, "1.200" is twelve hundred."""

    most: Decimal = Decimal("1000000")

    @property
    def takes(self) -> str:
        return f'an exact amount from 0 to {self.most:,}, such as "45.00"'

    def read(self, value: Any) -> Decimal:
        try:
            amount = _decimal(value) if isinstance(value, str) else value
        except InvalidOperation:
            amount = None
        if isinstance(amount, int) and not isinstance(amount, bool):
            amount = Decimal(amount)
        if not isinstance(amount, Decimal) or not amount.is_finite() or not 0 <= amount <= self.most:
            raise WrongValue(f"Please give {self.takes}.")
        exact = amount.quantize(Decimal("0.01"))
        if exact != amount or int(amount.as_tuple().exponent) < OF_CENTS:
            raise WrongValue("Please give at most two decimals.")
        return exact


def _decimal(text: str) -> Decimal | None:
    """None for what only programs write, such as ``1_0`` and ``1E5``."""
    return Decimal(text) if DECIMAL.fullmatch(text) else None


class Anything(Struct, frozen=True):
    """Read by whoever takes it apart."""

    takes = "anything"

    def read(self, value: Any) -> Any:
        return value


class OrNothing(Struct, frozen=True):
    """The same kind, or nothing (null; text that is empty)."""

    kind: Kind

    @property
    def takes(self) -> str:
        return f"{self.kind.takes}, or nothing"

    def read(self, value: Any) -> Any:
        is_empty = value is None or (isinstance(value, str) and not value.strip())
        return None if is_empty else self.kind.read(value)


class Listed(Struct, frozen=True):
    """Several of one kind, none twice."""

    kind: Kind
    most: int
    least: int = 0

    @property
    def takes(self) -> str:
        return f"{self.least} to {self.most} of: {self.kind.takes}"

    def read(self, value: Any) -> list[Any]:
        if not isinstance(value, list | tuple) or not self.least <= len(value) <= self.most:
            raise WrongValue(f"Please give {self.least} to {self.most} of them, as a list.")
        read = [self.kind.read(one) for one in value]
        if any(one in read[:place] for place, one in enumerate(read)):
            raise WrongValue("Please name each only once.")
        return read


class Named(Struct, frozen=True):
    """Values by name, such as facts by topic."""

    name: Kind
    kind: Kind
    most: int

    @property
    def takes(self) -> str:
        return f"at most {self.most} by name: {self.kind.takes}"

    def read(self, value: Any) -> dict[Any, Any]:
        if not isinstance(value, Mapping) or len(value) > self.most:
            raise WrongValue(f"Please give at most {self.most} of them, by name.")
        read = {self.name.read(name): self.kind.read(one) for name, one in value.items()}
        if len(read) < len(value):
            raise WrongValue("Please name each only once.")
        return read
