"""A price in words: exact, or "from" where it depends on what is not chosen yet; of a group, for each who
comes."""

from agent.languages import language_of, sentences_in
from agent.languages.wording import money
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
    told = money(quote.money, locale)
    if told and quote.is_from:
        told = str(sentences_in(locale).FROM_PRICE.format(price=told))
    return EACH[language_of(locale)].format(price=told) if told and is_each else told
