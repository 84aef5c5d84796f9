"""Slips of the fingers and of the ear: which letter is written for which, where a name is too short for any
other likeness to count.

"Dama" is Dana, as m and n are neighbours on a keyboard, and "Dena" may be, by ear; "data" is a word of its
own.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations, groupby, pairwise

from rapidfuzz.distance import OSA

from agent.mentions.everyday_words import is_ordinary

SHORT = 5
# One slip for each four letters of a name: "hairct" is a haircut, "curt" is nobody's cut.
LETTERS_A_SLIP = 4
# Of the keyboards that our languages are typed on.
_ROWS = (
    "קראטוןםפ", "שדגכעיחלךף", "זסבהנמצתץ", "ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ",
    "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn",
)  # fmt: skip
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
_BY_EAR = ("aeiouy", "ckq", "sz", "fvw", "dt", "bp", "gj", "mn",
    "כחק", "טת", "סש", "אעה", "בו", "سصث", "تط", "دض", "ذظز", "هحخ", "كق", "اأإآعى", "ةه")  # fmt: skip


def _pairs(groups: Iterable[Iterable[str]]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for group in groups for pair in combinations(group, 2))


def _neighbours() -> frozenset[frozenset[str]]:
    below = (
        (upper[at], one)
        for upper, lower in _ABOVE
        for at in range(len(upper))
        for one in lower[max(at - 1, 0) : at + 1]
    )
    return _pairs([*(pair for row in _ROWS for pair in pairwise(row)), *below])


_BESIDE, _HEARD = _neighbours(), _pairs(_BY_EAR)


def closeness(name: Sequence[str], run: Sequence[str], *, is_person: bool) -> float:
    """0 to 1: the likeness of the words of a name to as many words of a text; 0 beyond a slip of the fingers.

    The first letter is hardly ever the wrong one: "have" is no "shave". An ordinary word is itself: German
    "dann" is no Dana.
    """
    wanted, told = " ".join(name), " ".join(run)
    if wanted[:1] != told[:1] or OSA.distance(wanted, told) > len(wanted) // LETTERS_A_SLIP:
        return 0
    if any(word not in name and is_ordinary(word) for word in run):
        return 0
    is_slip = may_be_slip(wanted, told) if is_person else may_be_typed(wanted, told)
    return OSA.normalized_similarity(wanted, told) if is_slip else 0


def may_be_slip(name: str, word: str) -> bool:
    """Whether a word that differs from a short name by one letter may be meant for it, by the fingers or the
    ear; longer names and other differences always may."""
    if len(name) > SHORT or len(name) != len(word):
        return True
    other = _differences(name, word)
    return len(other) != 1 or other[0] in _BESIDE | _HEARD


def may_be_typed(name: str, word: str) -> bool:
    """Whether a word that is nearly a short name may be that name mistyped; longer names always may.

    What a service is called is a word among many like it, where a person's name is not: "bear" and "shove"
    are no "beard" and no "shave". So a letter is beside the right one, doubled or not, or changed places.
    """
    if len(name) > SHORT:
        return True
    if len(name) != len(word):
        return _without_doubles(name) == _without_doubles(word)
    other = _differences(name, word)
    return len(other) != 1 or other[0] in _BESIDE


def _differences(name: str, word: str) -> list[frozenset[str]]:
    return [frozenset(pair) for pair in zip(name, word, strict=True) if pair[0] != pair[1]]


def _without_doubles(word: str) -> str:
    return "".join(letter for letter, _ in groupby(word))
