"""Prices as they are typed."""

import pytest

from tests.tables import each_row
from web.console.rendering.typed_money import OtherCurrency, UnreadableAmount, read_money

TYPED = [
    ("", "EUR", "en", ""),
    ("18", "EUR", "en", "18"),
    ("18 €", "EUR", "de", "18"),
    ("€18", "EUR", "en", "18"),
    ("18,00 EUR", "EUR", "de", "18.00"),
    ("18.50 euros", "EUR", "fr", "18.50"),
    ("18,- Euro", "EUR", "de", "18"),
    ("Fr. 18.–", "CHF", "de", "18"),
    ("1.200,50", "EUR", "es", "1200.50"),
    ("1,200.50", "USD", "en", "1200.50"),
    ("1.200", "EUR", "it", "1200"),
    ("1,200", "USD", "en", "1200"),
    ("1 200,5", "EUR", "fr", "1200.5"),
    ("1’200.00 CHF", "CHF", "de", "1200.00"),
    ("1,200,000", "JPY", "en", "1200000"),
    ("$45", "USD", "en", "45"),
    ("45 US$", "USD", "es", "45"),
    ("120 ₪", "ILS", "he", "120"),
    ("120 שקל", "ILS", "he", "120"),
    ("\u200f120 ש״ח", "ILS", "he", "120"),
    ("١٨٫٥٠ يورو", "EUR", "ar", "18.50"),
]
OTHERS = [("18 $", "EUR"), ("£18", "EUR"), ("18 CHF", "EUR"), ("18 €", "USD"), ("18 dollars", "EUR")]
UNREADABLE = [
    "eighteen",
    "18 apples",
    "-18",
    "18 - 20",
    "1.200",
    "18,5,0",
    "1.2.3",
    "18 50",
    "1.200.50",
    "1²",
]


@each_row(("text", "currency", "tag", "amount"), TYPED)
def test_prices_are_read_in_every_language(text: str, currency: str, tag: str, amount: str) -> None:
    assert read_money(text, currency, tag) == amount


@each_row(("text", "currency"), OTHERS)
def test_another_currency_is_known_as_one(text: str, currency: str) -> None:
    with pytest.raises(OtherCurrency):
        read_money(text, currency, "en")


@each_row("text", UNREADABLE)
def test_what_may_mean_more_than_one_amount_is_not_guessed(text: str) -> None:
    with pytest.raises(UnreadableAmount):
        read_money(text, "EUR", "en")
