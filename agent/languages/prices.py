"""A price in words: exact, or "from" where it depends on what is not chosen yet; of a group, for each who
comes."""

from agent.languages import language_of, sentences_in
from agent.languages.wording import FREE, exact_amount, money
from booking_core.catalogue.services.prices import PriceQuote

EACH = {
    "en": "{price} per person",
    "de": "{price} pro Person",
    "fr": "{price} par personne",
    "es": "{price} por persona",
    "it": "{price} a persona",
    "he": "{price} לאדם",
    "ar": "{price} للشخص الواحد",
}


def price_text(quote: PriceQuote, locale: str, *, is_each: bool) -> str:
    """Such as ``€45.00`` or ``from €45.00``; nothing where there is no price to tell. ``is_each`` where
    several may come, and each pays that."""
    if quote.money is None or (quote.money.amount == 0 and not quote.is_from):
        return money(quote.money, locale)
    told = exact_amount(quote.money, locale)
    if quote.is_from:
        told = str(sentences_in(locale).FROM_PRICE.format(price=told))
    return EACH[language_of(locale)].format(price=told) if is_each else told


def price_and_length_sentence(price: str, locale: str) -> str:
    """How to say what a service costs and how long it takes."""
    says = sentences_in(locale)
    if not price:
        return str(says.ABOUT_LENGTH_ONLY)
    return str(says.ABOUT_FREE if price == FREE[language_of(locale)] else says.ABOUT_PRICE)
