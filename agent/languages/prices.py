"""A price in words: exact, or "from" where it depends on what is not chosen yet."""

from agent.languages import sentences_in
from agent.languages.wording import money
from booking_core.catalogue.prices import PriceQuote


def price_text(quote: PriceQuote, locale: str) -> str:
    """Such as ``€45.00`` or ``from €45.00``; nothing where there is no price to tell."""
    told = money(quote.money, locale)
    return str(sentences_in(locale).FROM_PRICE.format(price=told)) if told and quote.is_from else told
