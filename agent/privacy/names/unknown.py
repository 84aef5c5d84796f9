"""Words that none of our vocabularies has: where a name may stand, such a word is one."""

from functools import cache

from agent.languages.trades import CONCEPTS
from agent.mentions.everyday_words import forms, is_ordinary
from agent.privacy.names.known import NEVER
from agent.privacy.names.words import BRANDS, COMMON_NOUNS, MAKES, ROOMS

SHORTEST = 3


def is_unknown(word: str) -> bool:
    """Whether a word, however it is written, stands in no list of words of any of our languages."""
    folded = word.casefold()
    # "And me", "and for her".
    bare = folded[1:] if folded[0] in "וو" else folded
    if len(bare) < SHORTEST or is_ordinary(folded) or is_ordinary(bare):
        return False
    return _listed_words().isdisjoint((*forms(folded), folded.removesuffix("s")))


@cache
def _listed_words() -> frozenset[str]:
    treatments = (told for names in CONCEPTS.values() for told in names.values())
    spoken = (word for told in treatments for word in told.casefold().replace("|", " ").split())
    return NEVER | COMMON_NOUNS | BRANDS | ROOMS | MAKES | frozenset(spoken)
