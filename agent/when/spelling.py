"""Misspelt words: one slip of the fingers, two in a long word."""

from __future__ import annotations


def is_misspelling(word: str, right: str) -> bool:
    """Whether word is right with one letter changed, dropped, doubled or swapped; two from eight letters on."""
    slips = 2 if len(right) >= 8 else 1
    if abs(len(word) - len(right)) > slips or word[0] not in right[:2]:
        return False
    return distance(word, right, slips) <= slips


def distance(left: str, right: str, limit: int) -> int:
    """Edit distance that counts two swapped neighbours as one slip; limit + 1 as soon as it is certain to be more."""
    earlier: list[int] = []
    previous = list(range(len(right) + 1))
    for row, letter in enumerate(left, start=1):
        current = [row]
        for column, other in enumerate(right, start=1):
            cost = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (letter != other))
            swapped = row > 1 and column > 1 and letter == right[column - 2] and left[row - 2] == other
            current.append(min(cost, earlier[column - 2] + 1) if swapped else cost)
        if min(current) > limit:
            return limit + 1
        earlier, previous = previous, current
    return previous[-1]
