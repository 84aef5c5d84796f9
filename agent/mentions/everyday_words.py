"""Words that stand in many sentences of the languages we speak: they are never a slip of the fingers for a
name."""

from functools import cache

from agent.assent import everyday_words
from agent.languages import LANGUAGES, words_in


@cache
def all_everyday_words() -> frozenset[str]:
    """In lower case, of all languages together."""
    return frozenset(
        word for language in LANGUAGES for word in everyday_words(language) | words_in(language).own
    )
