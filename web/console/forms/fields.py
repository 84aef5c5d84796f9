"""Kinds of fields that a form of the back office is made of."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, ClassVar

from babel.numbers import format_decimal

from booking_core.errors import InvalidField
from web.console.forms.field import FormField, Option, yes_or_no
from web.console.forms.sent import Sent, Texts, number_or_text
from web.console.rendering.typed_lengths import UnreadableLength, read_length
from web.console.rendering.typed_money import OtherCurrency, UnreadableAmount, read_money
from web.console.words.language import language
from web.console.words.translate import gettext


class TextField(FormField, frozen=True, kw_only=True):
    """``input_type`` as in HTML: ``text``, ``email``, ``tel``, ``url``, ``date``."""

    input_type: str = "text"
    autocomplete: str = "off"
    suggestions: Sequence[str] = ()

    @property
    def direction(self) -> str:
        return "auto" if self.input_type == "text" else "ltr"


class Hidden(FormField, frozen=True, kw_only=True):
    """What is as it is, and other fields are read by."""

    drawn: ClassVar[str] = "hidden"


class Secret(FormField, frozen=True, kw_only=True):
    """Typed and sent, and never drawn again, not even after a refusal."""

    drawn: ClassVar[str] = "secret"

    def write(self, _: Any) -> Texts:
        return {}

    def tell(self, _: Any) -> str:
        return "–"


class TextArea(FormField, frozen=True, kw_only=True):
    drawn: ClassVar[str] = "textarea"
    rows: int = 3


class Lines(TextArea, frozen=True, kw_only=True):
    """Several texts, each on a line."""

    def read(self, sent: Sent) -> list[str]:
        return [line.strip() for line in sent.text(self.name).splitlines() if line.strip()]

    def write(self, value: Any) -> Texts:
        return {self.name: ["\n".join(value or ())]}

    def tell(self, value: Any) -> str:
        return ", ".join(value or ())


class Number(FormField, frozen=True, kw_only=True):
    """A whole number; ``unit`` stands behind it. ``keyboard`` is what a phone shows, as in HTML."""

    drawn: ClassVar[str] = "number"
    keyboard: ClassVar[str] = "numeric"
    least: int | None = None
    most: int | None = None
    unit: str = ""

    def read(self, sent: Sent) -> int | str:
        return number_or_text(sent.text(self.name))


class Minutes(Number, frozen=True, kw_only=True):
    """A length as people type it, such as ``1 h 30``, kept in minutes."""

    keyboard: ClassVar[str] = "text"

    def read(self, sent: Sent) -> int | str:
        return minutes_or_text(sent.text(self.name))


def minutes_or_text(text: str) -> int | str:
    """A length in minutes where that is what was typed; else the text, which is refused as what it is."""
    try:
        return read_length(text)
    except UnreadableLength:
        return text.strip()


class AmountField(FormField, frozen=True, kw_only=True):
    """An amount, written with the decimal mark of the operator's language."""

    drawn: ClassVar[str] = "money"
    currency: str = ""

    def read(self, sent: Sent) -> str | InvalidField:
        return typed_amount(self.name, sent.text(self.name), sent.text("currency") or self.currency)

    def write(self, value: Any) -> Texts:
        if value in (None, ""):
            return {self.name: [""]}
        return {self.name: [str(format_decimal(Decimal(str(value)), "0.00", locale=language()))]}


def typed_amount(name: str, text: str, currency: str) -> str | InvalidField:
    """As the back office reads it, or the refusal of what is in another currency; what is no amount stays as
    it is."""
    try:
        return read_money(text, currency, language())
    except UnreadableAmount:
        return text.strip()
    except OtherCurrency:
        return InvalidField(
            name, gettext("This is another currency: here prices are in %(code)s.", code=currency)
        )


class Select(FormField, frozen=True, kw_only=True):
    """``nothing`` is what stands for no choice, where none is possible."""

    drawn: ClassVar[str] = "select"
    options: Sequence[Option]
    nothing: str | None = None

    def tell(self, value: Any) -> str:
        return next(
            (one.label for one in self.options if one.value == value), str(value or self.nothing or "")
        )


class NumberSelect(Select, frozen=True, kw_only=True):
    """Whole numbers to choose from."""

    def read(self, sent: Sent) -> int | str:
        return number_or_text(sent.text(self.name))

    def tell(self, value: Any) -> str:
        return super().tell(str(value))


class Checkbox(FormField, frozen=True, kw_only=True):
    drawn: ClassVar[str] = "checkbox"

    def read(self, sent: Sent) -> bool:
        return bool(sent.text(self.name))

    def write(self, value: Any) -> Texts:
        return {self.name: ["yes"]} if value else {}

    def tell(self, value: Any) -> str:
        return yes_or_no(value)


class Checkboxes(FormField, frozen=True, kw_only=True):
    """Any of a few; what is kept and not among the options stays."""

    drawn: ClassVar[str] = "checkboxes"
    options: Sequence[Option]

    def read(self, sent: Sent) -> list[str]:
        return sent.each(self.name)

    def write(self, value: Any) -> Texts:
        return {self.name: [str(one) for one in value]} if value else {}

    def tell(self, value: Any) -> str:
        labels = {one.value: one.label for one in self.options}
        return ", ".join(labels.get(one, one) for one in value or ())


class Colour(FormField, frozen=True, kw_only=True):
    """A colour such as ``#7a4fb5``, or none of their own."""

    drawn: ClassVar[str] = "colour"

    def read(self, sent: Sent) -> str | None:
        return sent.text(self.name) if sent.text(f"{self.name}.own") else None

    def write(self, value: Any) -> Texts:
        return {self.name: [str(value)], f"{self.name}.own": ["yes"]} if value else {}

    def tell(self, value: Any) -> str:
        return str(value or "–")
