"""Prices of a service that differ by place or by person: rows of a form."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from msgspec import Struct

from web.console.forms.field import FormField, Option
from web.console.forms.sent import Sent, Texts
from web.console.settings.services.lengths import typed_price, write_amount
from web.console.settings.services.spans import length_text

SPARE_ROWS = 4
WHAT = ("location_id", "resource_id", "duration_min")


class PriceRow(Struct, frozen=True):
    """A price as it is drawn: in words where it says what it is of, else to be chosen."""

    location_id: str
    resource_id: str
    duration_min: str
    amount: str
    tells: str = ""
    currency: str = ""


class PriceRows(FormField, frozen=True, kw_only=True):
    """``places`` and ``people`` can be chosen where there are several; ``currencies`` are by place, that of
    the service by none. A row whose amount is emptied goes."""

    drawn: ClassVar[str] = "prices"
    places: Sequence[Option]
    people: Sequence[Option]
    lengths: Sequence[int]
    currencies: Mapping[str, str]

    @property
    def length_options(self) -> list[Option]:
        return [Option(str(one), length_text(one)) for one in self.lengths]

    @property
    def place_options(self) -> list[Option]:
        """With the currency of a place that has another than the service."""
        usual = self.currencies.get("", "")
        own = {place: code for place, code in self.currencies.items() if code != usual}
        return [
            Option(one.value, f"{one.label} ({own[one.value]})") if one.value in own else one
            for one in self.places
        ]

    def read(self, sent: Sent) -> list[dict[str, Any]]:
        return [
            {
                "location_id": row.location_id or None,
                "resource_id": row.resource_id or None,
                "duration_min": number_of(row.duration_min),
                "amount": typed_price(f"{self.name}.{place}.amount", row.amount, self._currency(sent, row)),
            }
            for place, row in enumerate(self._filled_rows(sent))
        ]

    def write(self, value: Any) -> Texts:
        prices: Sequence[Mapping[str, Any]] = value or ()
        texts = {f"{self.name}.{part}": [str(one[part] or "") for one in prices] for part in WHAT}
        texts[f"{self.name}.amount"] = [write_amount(one["amount"]) for one in prices]
        return {name: said for name, said in texts.items() if said}

    def rows(self, sent: Sent) -> list[PriceRow]:
        return [*self._filled_rows(sent), *[PriceRow("", "", "", "")] * SPARE_ROWS]

    def tell(self, value: Any) -> str:
        rows = self._filled_rows(Sent(self.write(value)))
        return "; ".join(f"{row.tells}: {row.amount}" for row in rows)

    def _currency(self, sent: Sent, row: PriceRow) -> str:
        """Where a place has none of its own, that of the service, which may be changed in the same form."""
        usual = self.currencies.get("", "")
        own = self.currencies.get(row.location_id, usual)
        return own if own != usual else sent.text("currency") or usual

    def _filled_rows(self, sent: Sent) -> list[PriceRow]:
        parts = [sent.each(f"{self.name}.{part}") for part in (*WHAT, "amount")]
        return [self._row(*said) for said in zip(*parts, strict=False) if said[3].strip()]

    def _row(self, location_id: str, resource_id: str, duration: str, amount: str) -> PriceRow:
        names = {one.value: one.label for one in (*self.places, *self.people)}
        what = [names.get(one, one) for one in (resource_id, location_id) if one]
        minutes = number_of(duration)
        length = [length_text(minutes)] if what and minutes else []
        currency = self.currencies.get(location_id) or self.currencies.get("", "")
        return PriceRow(location_id, resource_id, duration, amount, " · ".join(what + length), currency)


def number_of(text: str) -> int | None:
    return Sent({"": [text]}).number("") or None
