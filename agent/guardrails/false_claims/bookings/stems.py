"""The beginnings of words with which a booking may be claimed or a note be begun, and whose they are."""

import re
from collections import defaultdict
from functools import lru_cache

from agent.guardrails.false_claims.bookings.languages import ARABIC, HEBREW, LANGUAGES
from agent.guardrails.false_claims.folding import fold_for_claims
from agent.guardrails.false_claims.notes import STEMS as NOTE_STEMS

# The bit of a note; the bits before it are those of the languages in their order.
NOTES = 1 << len(LANGUAGES)
_OWNERS: dict[str, int] = defaultdict(int)
for _bit, _stems in (*((1 << at, one.stems) for at, one in enumerate(LANGUAGES)), (NOTES, NOTE_STEMS)):
    for _stem in map(fold_for_claims, _stems):
        _OWNERS[_stem] |= _bit
_LONGEST = max(map(len, _OWNERS))
_BEGINNINGS = frozenset(stem[:end] for stem in _OWNERS for end in range(len(stem) + 1))
_BEGINS = re.compile(rf"(?:^|(?<=\W))(?=([{HEBREW.prefixes}{ARABIC.prefixes}]{{0,3}}))")


def owners_of_sentence(plain: str) -> int:
    """The bits of all whose stems a folded sentence has."""
    owners = 0
    for word in plain.split():
        owners |= owners_of(word)
    return owners


@lru_cache(maxsize=20_000)
def owners_of(word: str) -> int:
    """The bits of all whose stems a folded word has, also behind letters that are written onto its front."""
    owners = 0
    for found in _BEGINS.finditer(word):
        for begin in range(found.start(), found.end(1) + 1):
            for end in range(begin + 1, min(len(word), begin + _LONGEST) + 1):
                owners |= _OWNERS.get(word[begin:end], 0)
    return owners


def may_become_a_stem(letters: str) -> bool:
    """Whether the letters of a word that is not over may become a stem."""
    return letters in _BEGINNINGS
