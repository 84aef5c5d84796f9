"""The commonest nouns, verbs and adjectives of the languages we speak, as far as Faker's locales list them;
Hebrew has none there."""

from functools import cache
from importlib import import_module

_LOCALES = ("en_US", "de_DE", "fr_FR", "es_ES", "it_IT", "ar_AA")


@cache
def frequent_words() -> frozenset[str]:
    """In lower case, of all languages together."""
    return frozenset(
        word.casefold()
        for locale in _LOCALES
        for word in import_module(f"faker.providers.lorem.{locale}").Provider.word_list
    )
