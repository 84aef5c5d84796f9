"""Given names people often bear, where nothing else shows that a word is one: written small, without a
surname, in a script without capitals. Names that are everyday words too ("Mark", "Rose", "נועם") are not
among them.

``GIVEN_NAMES`` is our own short list; ``listed_names`` and ``listed_surnames`` are those of Faker's locales
and of ``word_lists``, read when first needed. Names in Hebrew letters are those of Israel's Central Bureau of
Statistics (by the package hebrew-names, MIT), those in Arabic letters come from Wikidata (CC0);
``names_and_words.txt`` are those of them that are words too, ``words_like_names.txt`` words that are a name
behind a letter that is written onto it.
"""

import re
from functools import cache
from importlib import import_module
from pathlib import Path

# The languages of the receptionist, and those of many of its customers.
_LOCALES = [
    "en_US",
    "en_GB",
    "en_IE",
    "en_IN",
    "en_NZ",
    "en_PK",
    "en",
    "de_DE",
    "de_AT",
    "de_CH",
    "fr_FR",
    "fr_CH",
    "fr_BE",
    "fr_DZ",
    "es_ES",
    "es_AR",
    "es_CL",
    "es_CO",
    "es_MX",
    "it_IT",
    "he_IL",
    "ar_AA",
    "ar_DZ",
    "tr_TR",
    "pl_PL",
    "nl_NL",
    "pt_PT",
    "pt_BR",
    "ro_RO",
    "sv_SE",
    "da_DK",
    "hr_HR",
    "cs_CZ",
    "hu_HU",
]
_MARKS = re.compile("[\u064b-\u0652\u0640]")
# Names that are words of a language too, by the spelling dictionaries of English, German, French, Spanish and
# Italian.
_ORDINARY_WORDS = "ordinary_words"
# What has a capital within a sentence for another reason.
_CAPITALISED_WORDS = "capitalised_words"
_LISTS = Path(__file__).with_name("word_lists")
SHORTEST_NAME = 3
_SCRIPTED = re.compile("[\u0590-\u06ff]")
_PLAIN_LETTERS = str.maketrans("أإآٱىةؤئ׳", "اااايهوي'")


def _read(name: str) -> frozenset[str]:
    return frozenset((_LISTS / f"{name}.txt").read_text("utf-8").split())


GIVEN_NAMES = _read("given_names")


@cache
def listed_names() -> frozenset[str]:
    """In lower case; without those that are ordinary words."""
    given = _names_of_kind("first_names") - _read(_ORDINARY_WORDS) - both_names_and_words()
    return given | GIVEN_NAMES | _read("hebrew_given_names")


@cache
def ordinary_names() -> frozenset[str]:
    """Names that only their place in a sentence tells from a word."""
    return _names_of_kind("first_names") & _read(_ORDINARY_WORDS)


@cache
def names_by_capital() -> frozenset[str]:
    """Ordinary words, but for the capital within a sentence; without German nouns, places, colours and
    brands."""
    return ordinary_names() - _read(_CAPITALISED_WORDS)


@cache
def listed_surnames() -> frozenset[str]:
    return _names_of_kind("last_names") | _read("hebrew_surnames")


@cache
def scripted_names() -> tuple[frozenset[str], frozenset[str]]:
    """Given names and surnames in Hebrew and Arabic letters that are nothing else, each as ``plain_letters``
    writes it."""
    words = both_names_and_words()
    ours = {plain_letters(name) for name in GIVEN_NAMES if _SCRIPTED.match(name)}
    given = (_read("hebrew_given_names") | _read("arabic_given_names") | ours) - words
    surnames = {plain_letters(name) for name in _names_of_kind("last_names") if _SCRIPTED.match(name)}
    return given, (_read("hebrew_surnames") | _read("arabic_surnames") | surnames) - words


@cache
def both_names_and_words() -> frozenset[str]:
    """In Hebrew and Arabic letters: only what stands beside them tells."""
    return _read("names_and_words")


@cache
def words_like_names() -> frozenset[str]:
    return _read("words_like_names")


def plain_letters(word: str) -> str:
    """An Arabic word as it is typed in haste: hamzas, the feminine ending and the last yā' in one way."""
    return _MARKS.sub("", word).translate(_PLAIN_LETTERS)


def _names_of_kind(kind: str) -> frozenset[str]:
    found: set[str] = set()
    for locale in _LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for attribute in vars(provider):
            names = getattr(provider, attribute)
            if attribute.startswith(kind) and isinstance(names, tuple | list | dict):
                found.update(_MARKS.sub("", str(name)).casefold() for name in names)
    return frozenset(name for name in found if len(name) >= SHORTEST_NAME or not name.isascii())
