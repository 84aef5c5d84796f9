"""The words from which on a sentence is held back until it is whole: those with which an operation or an
amount may be claimed.

A phrase is held from its last word: nothing is claimed by "the money is", before "back" has come.
"""

import re
from functools import lru_cache

from agent.guardrails.false_claims.bookings.stems import may_become_a_stem, owners_of
from agent.guardrails.false_claims.folding import fold_for_claims
from agent.guardrails.false_claims.grammar.lexicon import (
    ends_a_deed,
    is_a_deed,
    may_become_a_deed,
    may_end_a_deed,
    tokens_of,
)

# Characters within which the longest phrase for a deed begins.
LONGEST_PHRASE = 80
_WORDS = re.compile(r"\S+")
_WHOLE_WORDS = re.compile(r".*\s", re.S)
_AMOUNT = re.compile(r"[\d€$£₪¥₹%]")
_NO_LETTERS = re.compile(r"\W+")


def safe_length(sentence: str, shown: int) -> int:
    """How many characters of a sentence that is not over may be shown; ``shown`` are already."""
    whole = _WHOLE_WORDS.match(sentence, 0, shown)
    begun = whole.end() if whole else 0
    tokens: list[str] = []
    is_with_those_before = False
    for word in _WORDS.finditer(sentence, begun):
        is_over = word.end() < len(sentence)
        if _is_suspect(word[0]) or not (is_over or _stays_unsuspected(word[0])):
            return max(shown, word.start())
        for token in _tokens_of_word(word[0]):
            tokens.append(token)
            if not may_end_a_deed(token, is_over=is_over):
                continue
            if not is_with_those_before:
                tokens, is_with_those_before = [*_tokens_before(sentence, begun), *tokens], True
            if ends_a_deed(tokens, is_over=is_over):
                return max(shown, word.start())
    return len(sentence)


def _tokens_before(sentence: str, begun: int) -> list[str]:
    words = _WORDS.findall(sentence, max(0, begun - LONGEST_PHRASE), begun)
    return [token for word in words for token in _tokens_of_word(word)]


@lru_cache(maxsize=20_000)
def _tokens_of_word(word: str) -> tuple[str, ...]:
    return tuple(tokens_of(fold_for_claims(word)))


@lru_cache(maxsize=20_000)
def _is_suspect(word: str) -> bool:
    return bool(
        _AMOUNT.search(word) or owners_of(fold_for_claims(word)) or any(map(is_a_deed, _tokens_of_word(word)))
    )


@lru_cache(maxsize=20_000)
def _stays_unsuspected(word: str) -> bool:
    """Whether a word that is not over can become no suspect."""
    plain = fold_for_claims(word)
    begin = _NO_LETTERS.match(plain)
    letters = plain[begin.end() :] if begin else plain
    tokens = _tokens_of_word(word)
    return not (
        may_become_a_stem(letters) or may_become_a_deed(letters) or (tokens and may_become_a_deed(tokens[-1]))
    )
