"""The lengths of a service, each with its price: rows of a form that are three fields of the back office."""

from collections.abc import Mapping
from decimal import InvalidOperation
from typing import Any, ClassVar

from msgspec import Struct

from booking_core.catalogue.services.from_price import split_from
from booking_core.errors import InvalidField
from web.console.forms.field import FormField, Option
from web.console.forms.fields import AmountField, typed_amount
from web.console.forms.keyed_words import KeyedWords
from web.console.forms.sent import Sent, Texts, number_or_text
from web.console.rendering.typed_lengths import UnreadableLength, read_lengths
from web.console.settings.services.spans import length_text

SPARE_ROWS = 2
# Keys of rows that are new; a service has at most a dozen lengths.
FRESH = [f"new{number}" for number in range(24)]
# What the fields are called at the back office.
LENGTHS, PRICE, OWN_PRICES, NAMES = "durations", "price", "price_by_duration", "duration_names"
KEYS = f"{LENGTHS}.key"


class LengthRow(Struct, frozen=True):
    """``price`` and ``name`` are the names of the inputs beside it."""

    key: str
    minutes: str
    price: str

    @property
    def name(self) -> str:
        return f"{NAMES}.{self.key}"


class Lengths(FormField, frozen=True, kw_only=True):
    """Each row has a key of its own, the minutes it was drawn with, so that a price stays beside its length
    when that is changed. The first row is the usual length, beside the usual price."""

    drawn: ClassVar[str] = "lengths"
    currency: str = ""

    def read(self, sent: Sent) -> list[int | str]:
        """Without any, an empty one, which is refused as such."""
        return [number_or_text(minutes) for _, minutes in read_rows(sent)] or [""]

    def write(self, value: Any) -> Texts:
        texts = [str(one) for one in value or ()]
        return {self.name: texts, KEYS: texts} if texts else {}

    def rows(self, sent: Sent) -> list[LengthRow]:
        """Those that are filled in; the first one is there always."""
        rows = filled_rows(sent) or [(FRESH[0], "")]
        (key, minutes), *others = rows
        own = f"{OWN_PRICES}.{key}"
        first = LengthRow(key, minutes, own if sent.text(own) else PRICE)
        return [first, *(LengthRow(key, minutes, f"{OWN_PRICES}.{key}") for key, minutes in others)]

    def spare_rows(self, sent: Sent) -> list[LengthRow]:
        used = [row.key for row in self.rows(sent)]
        free = [key for key in FRESH if key not in used][:SPARE_ROWS]
        return [LengthRow(key, "", f"{OWN_PRICES}.{key}") for key in free]

    def tell(self, value: Any) -> str:
        return ", ".join(length_text(one) if isinstance(one, int) else str(one) for one in value or ())


class OwnPrices(FormField, frozen=True, kw_only=True):
    """Prices of lengths that cost something else than usual; drawn beside the lengths."""

    drawn: ClassVar[str] = "nowhere"
    currency: str

    def read(self, sent: Sent) -> dict[str, str | InvalidField]:
        currency = sent.text("currency") or self.currency
        priced = [(minutes, sent.text(f"{self.name}.{key}")) for key, minutes in read_rows(sent)]
        return {
            minutes: typed_price(f"{self.name}.{minutes}", text, currency)
            for minutes, text in priced
            if text.strip()
        }

    def write(self, value: Any) -> Texts:
        known: Mapping[str, Any] = value or {}
        return {f"{self.name}.{minutes}": [write_amount(amount)] for minutes, amount in known.items()}

    def anchor(self, _: str) -> str:
        return LENGTHS


class LengthNames(FormField, frozen=True, kw_only=True):
    """What lengths are called; drawn beside them."""

    drawn: ClassVar[str] = "nowhere"

    def read(self, sent: Sent) -> dict[str, str]:
        named = ((minutes, sent.text(f"{self.name}.{key}")) for key, minutes in read_rows(sent))
        return {minutes: text for minutes, text in named if text.strip()}

    def write(self, value: Any) -> Texts:
        return {f"{self.name}.{minutes}": [str(text)] for minutes, text in (value or {}).items()}

    def tell(self, value: Any) -> str:
        said = (value or {}).items()
        return ", ".join(f"{length_text(int(one)) if one.isdigit() else one}: {text}" for one, text in said)

    def anchor(self, _: str) -> str:
        return LENGTHS


class ServiceWords(KeyedWords, frozen=True, kw_only=True):
    """Name and description in the languages of customers, and what those lengths are called that have a
    name."""

    keyed: str = NAMES

    def keys(self, sent: Sent) -> Mapping[str, str]:
        return {minutes: minutes for minutes in LengthNames(name=NAMES, label="").read(sent)}

    def parts(self, sent: Sent) -> list[Option]:
        named = LengthNames(name=NAMES, label="").read(sent)
        return [*self.fields, *(Option(f"{NAMES}.{minutes}", text) for minutes, text in named.items())]


def typed_price(name: str, text: str, currency: str) -> str | InvalidField:
    """An amount, be it with a "from" (``FromPrice`` reads that)."""
    amount, _ = split_from(text)
    return typed_amount(name, amount, currency)


def filled_rows(sent: Sent) -> list[tuple[str, str]]:
    """The key and the text of each row that says something, from top to bottom."""
    rows = zip(sent.each(KEYS), sent.each(LENGTHS), strict=False)
    return [(key, minutes.strip()) for key, minutes in rows if minutes.strip()]


def read_rows(sent: Sent) -> list[tuple[str, str]]:
    """The same in minutes: a row of several lengths is several, at one price. What is no length stays."""
    return [(key, minutes) for key, text in filled_rows(sent) for minutes in _minutes(text)]


def _minutes(text: str) -> list[str]:
    try:
        return [str(one) for one in read_lengths(text)]
    except UnreadableLength:
        return [text]


def write_amount(amount: Any) -> str:
    """What is no amount stays as it was typed."""
    try:
        return AmountField(name="amount", label="").write(amount)["amount"][0]
    except InvalidOperation:
        return str(amount)
