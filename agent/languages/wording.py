"""How times, money and lengths are written for people, in the conversation's language and the location's
zone."""

from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time, get_day_names
from babel.numbers import format_currency

from agent.languages import language_of
from booking_core.catalogue.services.money import Money
from booking_core.time.wall_clock import zone

FREE = {
    "en": "free of charge",
    "de": "kostenlos",
    "fr": "gratuit",
    "es": "gratis",
    "it": "gratuito",
    "he": "חינם",
    "ar": "مجاني",
}


def locale_from_tag(tag: str | None, otherwise: str) -> str:
    """A language tag of a browser (``de-AT``) as Babel names it, or the other where nobody knows it."""
    try:
        return str(Locale.parse((tag or otherwise).replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return otherwise


def day(moment: datetime, time_zone: str, locale: str) -> str:
    """Such as ``Fri, Nov 27``, on the clock of ``time_zone``."""
    return date_words(moment.astimezone(zone(time_zone)).date(), locale)


@lru_cache(maxsize=1024)
def date_words(on: date, locale: str) -> str:
    """Such as ``Fri, Nov 27``; a moment is read on its own clock."""
    return str(format_skeleton("MMMEd", on, locale=locale))


def full_date(on: date, today: date, locale: str) -> str:
    """Such as ``Fri, Nov 27``, with its year where that is another than today's."""
    if on.year == today.year:
        return date_words(on, locale)
    return str(format_skeleton("yMMMEd", on, locale=locale))


def day_and_time_in_full(moment: datetime, time_zone: str, locale: str) -> str:
    """Such as ``Monday, November 23, 2026, 8:00 AM (Europe/Berlin)``."""
    local = moment.astimezone(zone(time_zone))
    written = format_date(local.date(), "full", locale)
    return f"{written}, {time_of_day(moment, time_zone, locale)} ({time_zone})"


def weekday_name(weekday: int, locale: str) -> str:
    """Such as ``Mon``; Monday is 0."""
    return str(get_day_names("abbreviated", "stand-alone", locale)[weekday])


def time_of_day(moment: datetime, time_zone: str, locale: str) -> str:
    """Such as ``5:15 PM`` or ``17:15``. A time that happens twice that day says which by its offset."""
    local = moment.astimezone(zone(time_zone))
    text = _clock_text(local.time(), locale)
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return f"{text} (UTC{local:%z})" if twice else text


@lru_cache(maxsize=2048)
def _clock_text(clock: time, locale: str) -> str:
    """A list of times tells the same quarters of an hour to everybody."""
    return str(format_time(clock, format="short", locale=locale)).replace("\u202f", " ")


def day_and_time(moment: datetime, time_zone: str, locale: str) -> str:
    return f"{day(moment, time_zone, locale)}, {time_of_day(moment, time_zone, locale)}"


def money(amount: Money | None, locale: str) -> str:
    """Such as ``€45.00`` or ``free of charge``; nothing where there is no price to tell."""
    if amount is None:
        return ""
    return exact_amount(amount, locale) if amount.amount else FREE[language_of(locale)]


def exact_amount(amount: Money, locale: str) -> str:
    """In figures, be it none at all."""
    return _currency_text(amount.amount, amount.currency, locale)


@lru_cache(maxsize=1024)
def _currency_text(amount: Decimal, currency: str, locale: str) -> str:
    """A business has few prices, and every list of its services tells all of them."""
    return str(format_currency(amount, currency, locale=locale))


def join_words(things: list[str], word: str = "and") -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    if len(things) < 2:
        return "".join(things)
    return f"{', '.join(things[:-1])} {word} {things[-1]}"


def named_length(length: str, name: str) -> str:
    """A length in words with what its business calls it, if it does: "45 minutes (long hair)"."""
    return f"{length} ({name})" if name else length


def length_with_price(length: str, name: str, price: str) -> str:
    """Such as "45 minutes (€35.00)", or "45 minutes (long hair, €35.00)"."""
    return named_length(length, ", ".join(part for part in (name, price) if part))
