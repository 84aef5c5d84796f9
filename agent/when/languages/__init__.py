"""The catalogues of words, one file a language."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from agent.when.catalogue import Catalogue

LANGUAGES = ("en", "de", "fr", "es", "it", "he", "ar")

# English is written month first in the United States and day first elsewhere.
_DAY_FIRST_REGIONS = {"GB", "AU", "NZ", "IE", "IN", "ZA"}


@lru_cache(maxsize=64)
def catalogue_of(tag: str) -> Catalogue:
    """The catalogue of a BCP 47 tag such as "de-CH"; English where there is none."""
    language, *regions = tag.replace("_", "-").split("-")
    language = language.lower() if language.lower() in LANGUAGES else "en"
    if language == "en" and _DAY_FIRST_REGIONS & {region.upper() for region in regions}:
        language = "en_gb"
    made = import_module(f"agent.when.languages.{language}").CATALOGUE
    assert isinstance(made, Catalogue)  # noqa: S101 - every language module makes one
    return made
