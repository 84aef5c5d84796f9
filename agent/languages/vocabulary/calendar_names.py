"""The names of weekdays and months."""

from functools import cache

from babel import Locale

# Months that people are called by, alone as well.
MONTHS_AS_NAMES = frozenset(
    ["april", "may", "june", "august", "avril", "mai", "abril", "augusto", "agosto", "מאי"]
)


@cache
def calendar_words(language: str) -> frozenset[str]:
    """The names of weekdays and months, in lower case, in a language and in English."""
    names = dict.fromkeys(("en", language))
    return weekday_words(language) | frozenset(word for name in names for word in _months(name))


@cache
def weekday_words(language: str) -> frozenset[str]:
    """The names of weekdays alone."""
    # Abbreviations are words or names elsewhere: "mon", "Mo", "Di", "Mar".
    short = _weekdays("en", "abbreviated") if language == "en" else set()
    return frozenset(short | _weekdays("en", "wide") | _weekdays(language, "wide"))


def _weekdays(language: str, width: str) -> set[str]:
    names = Locale.parse(language).days["format"][width].values()
    # Hebrew says "day six".
    return {part for name in names for part in str(name).casefold().split() if len(part) > 1} - {"יום"}


def _months(language: str) -> set[str]:
    months = Locale.parse(language).months
    return {str(name).casefold() for context in months.values() for name in context["wide"].values()}
