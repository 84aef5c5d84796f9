"""Misspelt words: one slip of the fingers, two in a long word."""

from __future__ import annotations

from rapidfuzz.distance import OSA


def is_misspelling(word: str, right: str) -> bool:
    """Whether word is right with one letter changed, dropped, doubled or swapped; two from eight letters
    on."""
    slips = 2 if len(right) >= 8 else 1
    if abs(len(word) - len(right)) > slips or word[0] not in right[:2]:
        return False
    return OSA.distance(word, right, score_cutoff=slips) <= slips
