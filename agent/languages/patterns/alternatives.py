"""Words as the alternatives of a regular expression."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable


def alternatives(words: Iterable[str]) -> str:
    """The words, escaped, with ``|`` between them: the longest first, so that none hides one it begins.

    Words in small letters are put together by how they begin, so that a text is compared with all of them
    letter by letter, and not with each of hundreds from its first letter.
    """
    words = set(words)
    if all(word == word.lower() for word in words):
        return _by_beginnings(words)
    # Where case is ignored, a word may begin another that is written with other letters.
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _by_beginnings(words: Collection[str]) -> str:
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        by_letter[word[:1]].append(word)
    by_letter.pop("", None)
    return "|".join([*map(_of_one_letter, by_letter.values()), *([""] if "" in words else [])])


def _of_one_letter(words: Collection[str]) -> str:
    begins = _common_beginning(min(words), max(words))
    ends = {word.removeprefix(begins) for word in words}
    if ends == {""}:
        return re.escape(begins)
    optional = "?" if "" in ends else ""
    return rf"{re.escape(begins)}(?:{_by_beginnings(ends - {''})}){optional}"


def _common_beginning(one: str, other: str) -> str:
    length = next((at for at, letter in enumerate(one) if not other.startswith(letter, at)), len(one))
    return one[:length]
