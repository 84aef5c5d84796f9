"""Towns, regions and countries, which stay: which place is nearer is something a model has to know.

``word_lists/towns.txt`` has the names that telephone numbers are told apart by (libphonenumber, Apache 2.0),
the cities of CLDR's time zones in our languages, those of Faker's German, Swiss and Algerian locales, and the
larger ones of Israel and the Arab countries in their own letters.
"""

from functools import cache
from pathlib import Path

from babel import Locale

from agent.languages import LANGUAGES

_LIST = Path(__file__).parent / "word_lists" / "towns.txt"


def is_town(name: str) -> bool:
    """Whether a name, in whatever letters, is that of a town, a region or a country, and of nothing in it."""
    return name.casefold().replace("’", "'").strip(" ,.،") in _towns()


@cache
def _towns() -> frozenset[str]:
    listed = _LIST.read_text("utf-8").splitlines()
    countries = (
        name.casefold() for language in LANGUAGES for name in Locale.parse(language).territories.values()
    )
    return frozenset((*listed, *countries))
