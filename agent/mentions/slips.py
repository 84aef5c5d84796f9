"""Slips of the fingers and of the ear: which letter is written for which, where a name is too short for any
other likeness to count.

"Dama" is Dana, as m and n are neighbours on a keyboard, and "Dena" may be, by ear; "data" is a word of its
own.
"""

from itertools import pairwise

SHORT = 5
# Of the keyboards with Latin letters that our languages are typed on.
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn")
# How far the middle row stands to the right of the one above it, in keys: each key touches two of the next
# row.
_ABOVE = (
    ("qwertyuiop", "asdfghjkl"),
    ("asdfghjkl", "zxcvbnm"),
    ("qwertzuiop", "asdfghjkl"),
    ("asdfghjkl", "yxcvbnm"),
    ("azertyuiop", "qsdfghjklm"),
    ("qsdfghjklm", "wxcvbn"),
)
_BY_EAR = ("aeiouy", "ckq", "sz", "fvw", "dt", "bp", "gj", "mn")


def _pairs() -> frozenset[frozenset[str]]:
    beside = {frozenset(pair) for row in _ROWS for pair in pairwise(row)}
    below = {
        frozenset((upper[at], one))
        for upper, lower in _ABOVE
        for at in range(len(upper))
        for one in lower[max(at - 1, 0) : at + 1]
    }
    by_ear = {frozenset((one, other)) for row in _BY_EAR for one in row for other in row if one != other}
    return frozenset(beside | below | by_ear)


_LIKE = _pairs()


def may_be_slip(name: str, word: str) -> bool:
    """Whether a word that differs from a short name by one letter may be meant for it; longer names and other
    differences always may."""
    if len(name) > SHORT or len(name) != len(word) or not (name.isascii() and word.isascii()):
        return True
    other = [frozenset(pair) for pair in zip(name, word, strict=True) if pair[0] != pair[1]]
    return len(other) != 1 or other[0] in _LIKE
