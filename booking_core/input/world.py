"""Names the world has agreed on: time zones, languages, currencies, countries and their parts."""

from functools import cache
from typing import Any

from babel.core import Locale, UnknownLocaleError, get_global
from babel.numbers import get_currency_precision, get_territory_currencies
from msgspec import Struct

from booking_core.input.kinds import WrongValue
from booking_core.time.wall_clock import is_time_zone

# CLDR's territories that are no country of ISO 3166-1.
NO_COUNTRIES = frozenset({"AC", "CP", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
COUNTRY_LETTERS = 2
# Amounts are kept with so many.
DECIMALS_KEPT = 2


class TimeZone(Struct, frozen=True):
    """An IANA name."""

    @property
    def takes(self) -> str:
        return "an IANA time zone, such as Europe/Berlin"

    def read(self, value: Any) -> str:
        if not isinstance(value, str) or not is_time_zone(value):
            raise WrongValue("There is no such time zone. Please give its name, such as Europe/Berlin.")
        return value


class Language(Struct, frozen=True):
    """A language, with or without a country, as BCP 47."""

    @property
    def takes(self) -> str:
        return "a language, such as de or de-AT"

    def read(self, value: Any) -> str:
        try:
            if not isinstance(value, str):
                raise ValueError
            return str(Locale.parse(value.replace("_", "-"), sep="-")).replace("_", "-")
        except (ValueError, UnknownLocaleError) as error:
            raise WrongValue(f"Please give {self.takes}.") from error


class Currency(Struct, frozen=True):
    """A currency people pay with somewhere (ISO 4217), of at most two decimals, as amounts are kept."""

    @property
    def takes(self) -> str:
        return "a currency of at most two decimals, such as EUR"

    def read(self, value: Any) -> str:
        if not isinstance(value, str) or value not in currencies():
            raise WrongValue(f"Please give {self.takes}.")
        return value


class Country(Struct, frozen=True):
    """ISO 3166-1, two letters; empty where it ``may_be_unsaid``."""

    may_be_unsaid: bool = False

    @property
    def takes(self) -> str:
        return "a country of two letters, such as DE"

    def read(self, value: Any) -> str:
        if value == "" and self.may_be_unsaid:
            return ""
        if not isinstance(value, str) or value not in countries():
            raise WrongValue(f"Please give {self.takes}.")
        return value


@cache
def countries() -> frozenset[str]:
    return frozenset(
        code
        for code in map(str, Locale("en").territories)
        if len(code) == COUNTRY_LETTERS and code.isalpha() and code not in NO_COUNTRIES
    )


@cache
def currencies() -> frozenset[str]:
    """What is legal tender anywhere today."""
    listed = get_global("territory_currencies")
    used = {
        str(code)
        for country in listed
        if country in countries()
        for code in get_territory_currencies(country)
    }
    return frozenset(code for code in used if get_currency_precision(code) <= DECIMALS_KEPT)


def decimals_of(currency: str) -> int:
    """How many decimals amounts of a currency have: none of yen, two of euros."""
    return int(get_currency_precision(currency))
