"""The names of each location of a business: its name, street, town and country, as casefolded words. Pure."""

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale

from agent.conversation.places import city_of
from agent.languages import LANGUAGES
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location

WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# Words in the names of all kinds of businesses: "the salon" names no location.
_GENERAL = """
    the and salon studio shop store spa barbershop clinic practice praxis centre center branch
    filiale house
"""
GENERAL = frozenset(_GENERAL.split())
# Names of a country that CLDR does not have.
COUNTRIES = {
    "GB": (
        "uk", "england", "britain", "great britain", "united kingdom",
        "großbritannien", "angleterre", "inglaterra", "inghilterra", "אנגליה", "بريطانيا", "إنجلترا",
    ),
    "US": ("usa", "america", "the states", "amerika", "amérique", "estados unidos", "אמריקה", "أمريكا"),
    "AE": ("uae", "emirates"),
    "NL": ("holland",),
}  # fmt: skip


def names_of_places(catalogue: Catalogue) -> dict[str, list[tuple[str, ...]]]:
    """The names of each location by its id, without those that another location has as well."""
    called = {place.id: set(_names_of_place(place, catalogue)) for place in catalogue.locations.values()}
    return {
        key: sorted(names - set().union(*(other for place, other in called.items() if place != key)))
        for key, names in called.items()
    }


def _names_of_place(place: Location, catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    phrases = [*place.all_names, *(_without_numbers(part) for part in place.address.split(","))]
    for phrase in phrases:
        yield words_of(phrase)
    # A single word of the name, such as Mitte of "Lavender Mitte". The caller drops words that locations
    # share.
    general = GENERAL | {word for name in catalogue.organization.all_names for word in words_of(name)}
    words = (word for name in place.all_names for word in words_of(name))
    yield from ((word,) for word in words if len(word) > 2 and word not in general)
    own = {" ".join(words_of(phrase)) for phrase in phrases}
    cities = [city_of(place.time_zone, language) for language in LANGUAGES]
    if any(" ".join(words_of(city)) in own for city in cities):
        yield from map(words_of, cities)
    for name in _country_names((place.country or catalogue.organization.country).upper()):
        yield words_of(name)


@cache
def _country_names(code: str) -> list[str]:
    names = [str(Locale.parse(language).territories.get(code, "")) for language in LANGUAGES]
    return [*filter(None, names), *COUNTRIES.get(code, ())]


def _without_numbers(part: str) -> str:
    """A part of an address without its postcode: "10999 Berlin" becomes Berlin."""
    return " ".join(word for word in part.split() if not any(letter.isdigit() for letter in word))


def words_of(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in WORDS.findall(text))
