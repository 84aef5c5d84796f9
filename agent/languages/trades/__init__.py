"""Everyday words for what businesses of common trades offer, in seven languages: one file a trade.

A concept has a name and, by language, what people call it. Words that mean much else in a language are left
out: a concept only counts where the business offers something of the kind.
"""

from functools import cache

from agent.languages.trades.body import BODY
from agent.languages.trades.classes import CLASSES
from agent.languages.trades.hair import HAIR
from agent.languages.trades.health import HEALTH
from agent.languages.trades.nails_and_face import NAILS_AND_FACE
from agent.languages.trades.people import PEOPLE
from agent.languages.trades.workshop import WORKSHOP

CONCEPTS: dict[str, dict[str, str]] = {
    **HAIR, **NAILS_AND_FACE, **BODY, **HEALTH, **CLASSES, **WORKSHOP, **PEOPLE,
}  # fmt: skip
# Whom a service is for; alone they name none.
QUALIFIERS = frozenset(PEOPLE)


@cache
def names_of(concept: str) -> tuple[str, ...]:
    """What a concept is called in any language, in lower case."""
    return tuple(
        dict.fromkeys(name for names in CONCEPTS[concept].values() for name in names.casefold().split("|"))
    )


@cache
def telling_words(language: str) -> frozenset[str]:
    """The single words for concepts that only this language has: whoever uses one speaks it."""
    words: dict[str, set[str]] = {}
    for names in CONCEPTS.values():
        for tag, told in names.items():
            words.setdefault(tag, set()).update(one for one in told.casefold().split("|") if " " not in one)
    others = set().union(*(told for tag, told in words.items() if tag != language))
    return frozenset(words.get(language, set()) - others)
