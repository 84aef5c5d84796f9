"""A language's words for time: phrases, and the kind and value each of them stands for.

A catalogue lists phrases separated by " | ". Phrases are compared without case, accents, hyphens and
apostrophes; the longest phrase wins.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct

Meaning = tuple[tuple[str, Any], ...]

_SPELLINGS = str.maketrans({"ß": "ss", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ـ": None})


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """The word as catalogues compare it: lower case, without accents and points."""
    if word.isascii():
        return word.lower()
    split = unicodedata.normalize("NFKD", word.translate(_SPELLINGS).casefold())
    return "".join(letter for letter in split if not unicodedata.combining(letter))


class Habits(Struct, frozen=True):
    """How a language differs from English in ways the rules must know.

    half_before: half four is half past three. hour_words: the word for hours also makes a time of day ("à 4
    heures"). dot_ordinals: "14." is the fourteenth. joins_minutes: four and ten is ten past four.
    ones_first: two and twenty is a number, and no time.
    article_days: "le 14" is a day. ordinal_hours: the fourth hour is four o'clock. after_is_in: "after two
    weeks" is said of the day in two weeks. attributes_follow: a hairdo for the evening is "hairdo evening" or
    "hairdo of evening". prefixed_days: "at-14" is the fourteenth more often than two o'clock. capital_nouns:
    a word in small letters is no noun.
    """

    half_before: bool = False
    hour_words: bool = False
    dot_ordinals: bool = False
    joins_minutes: bool = False
    ones_first: bool = False
    article_days: bool = False
    ordinal_hours: bool = False
    after_is_in: bool = False
    attributes_follow: bool = False
    prefixed_days: bool = False
    capital_nouns: bool = False


AS_IN_ENGLISH = Habits()


class TimeWords(Struct, frozen=True, kw_only=True):
    """The words of one language, as its file lists them.

    markers: marker -> phrases, words the grammar knows by name ("next", "after"). weekdays, months: Monday
    and January first, each with its phrases; weak ones (an abbreviation or a word that is also something
    else) count only next to something that makes them a date. prefixes: letter written onto the following
    word -> marker, for languages that do so. number_months: (number, month) -> words that are both ("sept").
    nothing: phrases that only look like time. counted: words that show a number before them counts things.
    measures: words that show one behind them to be a size, or the number of a telephone. day_articles: after
    which a number is a day ("el veintidós", "dal 15"), unlike those of hours ("las dos"). occasions: what an
    evening or a night is told of, not told as a time ("evening gown", "night out"). lookalikes: words that
    are no misspelling although they are close to one. shorthand: how messages write a word ("x") -> the word.
    plural_ending: how most plurals end, "" where capitals and endings tell nothing.
    """

    markers: Mapping[str, str]
    weekdays: Sequence[str]
    months: Sequence[str]
    units: Mapping[str, str]
    parts: Mapping[str, str]
    days: Mapping[int, str]
    numbers: Mapping[int, str]
    ordinals: Mapping[int, str]
    phrases: Mapping[str, Meaning] = {}
    weak_weekdays: Sequence[str] = ("",) * 7
    plural_weekdays: Sequence[str] = ("",) * 7
    plural_parts: Mapping[str, str] = {}
    weak_months: Sequence[str] = ("",) * 12
    number_months: Mapping[tuple[int, int], str] = {}
    seasons: Mapping[str, str] = {}
    holidays: Mapping[str, str] = {}
    soonest: str = ""
    earlier: str = ""
    later: str = ""
    nothing: str = ""
    counted: str = ""
    not_counted: str = ""
    measures: str = ""
    lookalikes: str = ""
    shorthand: Mapping[str, str] = {}
    day_articles: str = ""
    occasions: str = ""
    prefixes: Mapping[str, str] = {}
    plural_ending: str = ""
    habits: Habits = AS_IN_ENGLISH
