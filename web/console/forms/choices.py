"""Choices of the world, in the operator's language: time zones, countries and their parts, currencies,
languages."""

from collections.abc import Iterable, Sequence
from functools import cache
from zoneinfo import available_timezones

import holidays
from babel import Locale
from babel.dates import get_timezone_location

from booking_core.input.world import countries, currencies
from web.console.forms.field import Option
from web.console.words.language import LANGUAGES, language

# As long as the part of an ISO 3166-2 code behind the hyphen is.
LONGEST_PART = 3
# Zones that are named after places; the others are offsets and names of before.
PLACES = (
    "Africa/",
    "America/",
    "Antarctica/",
    "Arctic/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
)


def time_zones(kept: str | None = None) -> Sequence[Option]:
    """By city; with the one that is ``kept``, whatever it is called."""
    known = _time_zones(language())
    return known if kept is None or any(one.value == kept for one in known) else [Option(kept, kept), *known]


def country_choices() -> Sequence[Option]:
    return _of(countries(), "territories", language())


def currency_choices() -> Sequence[Option]:
    return _of(currencies(), "currencies", language())


def language_choices(kept: str | None = None) -> Sequence[Option]:
    """Those that the chat speaks, as their speakers call them, and the one that is ``kept``."""
    known = [Option(tag, name) for tag, name in LANGUAGES.items()]
    return known if kept is None or kept in LANGUAGES else [*known, Option(kept, kept)]


def parts_of(country: str, kept: str | None = None) -> Sequence[Option]:
    """The parts of a country that have public holidays of their own, as they are called there."""
    found = _parts(country)
    return found if kept is None or any(one.value == kept for one in found) else [*found, Option(kept, kept)]


@cache
def _parts(country: str) -> Sequence[Option]:
    try:
        known = holidays.country_holidays(country)
    except NotImplementedError:
        return ()
    names = {code: name for name, code in reversed(known.subdivisions_aliases.items())}
    # Beside the parts of ISO 3166-2, the library knows towns with a holiday of their own.
    parts = (code for code in known.subdivisions if len(code) <= LONGEST_PART)
    return _sort(Option(code, names.get(code, code)) for code in parts)


@cache
def _time_zones(tag: str) -> Sequence[Option]:
    named = [name for name in available_timezones() if name.startswith(PLACES)]
    cities = ((name, get_timezone_location(name, locale=tag, return_city=True)) for name in named)
    return _sort(Option(name, f"{city} ({name})") for name, city in cities)


@cache
def _of(codes: frozenset[str], kind: str, tag: str) -> Sequence[Option]:
    """Those that have a name."""
    names = getattr(Locale(tag), kind)
    return _sort(Option(code, f"{names[code]} ({code})") for code in codes if code in names)


def _sort(options: Iterable[Option]) -> list[Option]:
    return sorted(options, key=lambda one: one.label.casefold())
