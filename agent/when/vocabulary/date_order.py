"""Whether a date in numbers is written day first (5/12 is in December) or month first (5/12 is in May)."""

from __future__ import annotations

# Where the month comes first in English and, more and more, in other languages too.
_MONTH_FIRST = frozenset({"US", "AS", "GU", "MP", "PR", "VI", "UM", "FM", "MH", "PW", "PH"})
# Where people write both ways.
_EITHER = frozenset({"CA"})


def day_comes_first(language: str, country: str | None) -> bool | None:
    """The order of a BCP 47 tag such as "en-GB" at a business in a country (ISO 3166); None where they
    disagree or either is usual.

    English that names no region follows the country, and is American where there is none; all our other
    languages put the day first.
    """
    tag, *parts = language.replace("_", "-").split("-")
    regions = {part.upper() for part in parts if len(part) == 2}
    places = regions | ({country.upper()} if country else set())
    if places & _EITHER:
        return None
    orders = {place not in _MONTH_FIRST for place in places}
    if tag.lower() in {"de", "fr", "es", "it", "he", "ar"}:
        orders.add(True)
    if not orders:
        return False
    return orders.pop() if len(orders) == 1 else None
