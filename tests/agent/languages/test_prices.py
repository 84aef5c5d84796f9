"""Prices in words."""

from decimal import Decimal

import pytest

from agent.languages import LANGUAGES
from agent.languages.prices import price_and_length_sentence, price_text
from booking_core.catalogue.services.money import Money
from booking_core.catalogue.services.prices import PriceQuote

NOTHING, SOME = Money(Decimal(0), "EUR"), Money(Decimal(45), "EUR")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_costs_nothing_is_told_in_words(tag: str) -> None:
    free = price_text(PriceQuote(NOTHING), tag, is_each=True)
    assert free
    assert not any(one.isdigit() for one in free)
    sentence = price_and_length_sentence(free, tag).format(service="X", price=free, minutes=30)
    assert "30" in sentence
    assert "0" not in sentence.replace("30", "")
    some = price_text(PriceQuote(SOME), tag, is_each=False)
    assert price_and_length_sentence(some, tag) != price_and_length_sentence(free, tag)


def test_from_nothing_is_a_figure() -> None:
    assert price_text(PriceQuote(NOTHING, is_from=True), "en", is_each=True) == "from €0.00 per person"
    assert price_text(PriceQuote(None), "en", is_each=True) == ""
