"""Public holidays: the dates on which a country, or a part of it, stays at home (the ``holidays``
library)."""

from datetime import date
from functools import lru_cache

import holidays

ENGLISH = "en_US"


def public_holiday(country: str, subdivision: str | None, day: date, language: str = ENGLISH) -> str | None:
    """The name of the public holiday on a local date, in English where nobody has it in the ``language``;
    None on an ordinary day, and in countries nobody has listed.

    ``country`` is ISO 3166-1 alpha-2, ``subdivision`` the part of ISO 3166-2 after the hyphen, such as ``BE``
    for Berlin.
    """
    return _of_year(country, subdivision, day.year, language).get(day)


def is_known(country: str, subdivision: str | None) -> bool:
    """Whether the holidays of a country, and of that part of it, are listed at all."""
    try:
        holidays.country_holidays(country, subdiv=subdivision)
    except NotImplementedError:
        return False
    return True


def make_ready() -> None:
    """The library reads every country when it is first asked for one, which takes half a second: no customer
    waits for that."""
    is_known("DE", None)


@lru_cache(maxsize=1024)
def _of_year(country: str, subdivision: str | None, year: int, language: str) -> dict[date, str]:
    if not is_known(country, subdivision):
        return {}
    known = holidays.country_holidays(country, subdiv=subdivision).supported_languages
    spoken = next((one for one in known if one.split("_")[0] == language), ENGLISH)
    found = holidays.country_holidays(country, subdiv=subdivision, years=year, language=spoken)
    return {day: name for day, name in found.items() if day.year == year}
