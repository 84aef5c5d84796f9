"""Filters and names of the templates that write in the operator's language."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.numbers import format_decimal

from agent.languages import prices
from booking_core.catalogue.services.money import Money
from booking_core.catalogue.services.prices import PriceQuote
from web.console.words.language import language
from web.console.words.translate import N_, gettext

ROLES = {"owner": N_("Owner"), "manager": N_("Manager"), "member": N_("Member")}


def role_name(role: str) -> str:
    return gettext(ROLES.get(str(role), str(role)))


def date_text(value: Any) -> str:
    """A date, or text such as ``2026-11-24``; whatever is neither stays as it is."""
    try:
        on = value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        return str(value)
    return str(format_date(on, format="medium", locale=language()))


def moment_text(value: datetime) -> str:
    """A moment on the clock of the world: one's own pages belong to no business."""
    day = format_date(value, format="long", locale=language())
    return f"{day}, {format_time(value, format='short', locale=language())} UTC"


def language_name(tag: Any) -> str:
    """What a language such as ``de-AT`` is called; the tag where nobody knows it."""
    try:
        return str(Locale.parse(str(tag).replace("_", "-"), sep="-").get_display_name(language()) or tag)
    except (ValueError, UnknownLocaleError):
        return str(tag)


def number_text(value: Any) -> str:
    """Such as ``1,000``; with the marks of the language, so that nobody reads it as one."""
    return str(format_decimal(value, locale=language()))


def price_text(quote: PriceQuote) -> str:
    """Such as ``€45.00`` or ``from €45.00``; nothing where there is no price to tell."""
    return prices.price_text(quote, language(), is_each=False)


def amount_text(value: Any) -> str:
    """An amount with its currency, as blocks of a conversation have it."""
    if not isinstance(value, Mapping):
        return ""
    amount, currency = value.get("amount", ""), str(value.get("currency", ""))
    try:
        money = Money(Decimal(str(amount)), currency)
        return price_text(PriceQuote(money, bool(value.get("from"))))
    except (InvalidOperation, ValueError):
        return f"{amount} {currency}".strip()
