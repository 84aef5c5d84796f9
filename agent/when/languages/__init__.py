"""The catalogues of words, one file a language."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from agent.when.vocabulary.catalogue import TimeWords
from agent.when.vocabulary.time_vocabulary import TimeVocabulary

LANGUAGES = ("en", "de", "fr", "es", "it", "he", "ar")


@lru_cache(maxsize=64)
def vocabulary_of(tag: str) -> TimeVocabulary:
    """The catalogue of a BCP 47 tag such as "de-CH"; English where there is none."""
    language = tag.replace("_", "-").split("-")[0].lower()
    language = language if language in LANGUAGES else "en"
    words = import_module(f"agent.when.languages.{language}").WORDS
    assert isinstance(words, TimeWords)  # noqa: S101 - every language module has them
    return TimeVocabulary(words)
