"""The catalogues of words, one file a language."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from agent.when.vocabulary.catalogue import Catalogue

LANGUAGES = ("en", "de", "fr", "es", "it", "he", "ar")


@lru_cache(maxsize=64)
def catalogue_of(tag: str) -> Catalogue:
    """The catalogue of a BCP 47 tag such as "de-CH"; English where there is none."""
    language = tag.replace("_", "-").split("-")[0].lower()
    language = language if language in LANGUAGES else "en"
    made = import_module(f"agent.when.languages.{language}").CATALOGUE
    assert isinstance(made, Catalogue)  # noqa: S101 - every language module makes one
    return made
