"""Strings of which each match of a regular expression has at least one, computed from the expression itself.

The method is that of code search by trigrams: what an alternative needs is what one of its parts needs,
whichever is the rarest; what alternatives need together is what any of them needs.
"""

import re
from collections.abc import Iterable, Sequence
from re import _casefix, _parser  # type: ignore[attr-defined]
from re import _constants as code  # type: ignore[attr-defined]
from typing import Any, NamedTuple

# More strings than these are not put together out of parts; they stand for themselves.
_MOST_COMBINED = 200
_MOST_REPEATED = 4
# How often a string of so many letters is found in a text, for comparison with others; blanks are everywhere.
_LIKELIHOOD = [30.0**-letters for letters in range(12)]
# Letters that count as the same where case is ignored, beside capitals: of each such class the first one.
SAME_LETTERS = {letter: chr(min(letter, *others)) for letter, others in _casefix._EXTRA_CASES.items()}
SAME_LETTERS[ord("İ")] = "i"
ANY_DIGIT = "0"
_DIGITS = (ord("0"), ord("9"))
_ZERO_WIDTH = frozenset((code.AT, code.ASSERT, code.ASSERT_NOT))
_REPEATS = frozenset((code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT))
Strings = frozenset[str]
_NOTHING: Strings = frozenset([""])


class Needs(NamedTuple):
    """Of a part of an expression: ``whole``, all strings that it matches, where these are few; else ``some``,
    strings of which every match has one."""

    whole: Strings | None = None
    some: Strings | None = None


def required_strings(pattern: re.Pattern[str]) -> Strings | None:
    """Each match has one of these; None where nothing can be said. They are compared without regard to case,
    and every digit stands for any."""
    needs = _of_sequence(_parser.parse(pattern.pattern, pattern.flags))
    return _rarer(needs.whole, needs.some)


def _of_sequence(parts: Any) -> Needs:
    rarest: Strings | None = None
    run, letters, is_whole = _NOTHING, "", True
    for operation, argument in parts:
        if operation is code.LITERAL:
            letters += chr(argument)
            continue
        whole, some = _of_part(operation, argument)
        if whole is _NOTHING:
            continue
        run, letters = _append(run, letters), ""
        if whole is not None and (len(run) == 1 or len(run) * len(whole) <= _MOST_COMBINED):
            run = frozenset([before + after for before in run for after in whole])
            continue
        is_whole = False
        rarest = _rarer(_rarer(rarest, run), some)
        run = whole or _NOTHING
    run = _append(run, letters)
    return Needs(run) if is_whole else Needs(None, _rarer(rarest, run))


def _append(strings: Strings, letters: str) -> Strings:
    if not letters:
        return strings
    return frozenset([letters]) if strings is _NOTHING else frozenset([one + letters for one in strings])


def _of_part(operation: Any, argument: Any) -> Needs:
    """Of anything but a letter by itself."""
    if operation in _ZERO_WIDTH:
        return Needs(_NOTHING)
    if operation is code.SUBPATTERN:
        return _of_sequence(argument[-1])
    if operation is code.ATOMIC_GROUP:
        return _of_sequence(argument)
    if operation is code.BRANCH:
        return _of_alternatives([_of_sequence(one) for one in argument[1]])
    if operation is code.IN:
        letters = [_letter_of(kind, letter) for kind, letter in argument]
        return Needs(None if None in letters else frozenset(one for one in letters if one))
    if operation in _REPEATS:
        return _of_repeat(*argument)
    # Any letter, or what was found before: nothing is known of it.
    return Needs()


def _letter_of(kind: Any, letter: Any) -> str | None:
    """What one part of a class of letters matches; None where that is more than a letter or any digit."""
    if kind is code.LITERAL:
        return chr(letter)
    is_digit = kind is code.CATEGORY and letter is code.CATEGORY_DIGIT
    return ANY_DIGIT if is_digit or (kind is code.RANGE and letter == _DIGITS) else None


def _of_alternatives(needs: Sequence[Needs]) -> Needs:
    if all(one.whole is not None for one in needs):
        return Needs(_together(one.whole for one in needs))
    some = [one.some if one.whole is None else _rarer(one.whole, None) for one in needs]
    return Needs() if None in some else Needs(None, _together(some))


def _of_repeat(least: int, most: int, part: Any) -> Needs:
    whole, some = _of_sequence(part)
    if whole is not None and most <= (1 if len(whole) > 1 else _MOST_REPEATED):
        return Needs(_together(frozenset(one * times for one in whole) for times in range(least, most + 1)))
    return Needs(None, _rarer(whole, some)) if least else Needs()


def _together(needs: Iterable[Strings | None]) -> Strings:
    return frozenset[str]().union(*(one or () for one in needs))


def _rarer(one: Strings | None, other: Strings | None) -> Strings | None:
    """Which of two is found in fewer texts, the later one where they are alike: what is told stands behind
    what leads to it. An empty string is in all texts."""
    if not one or "" in one:
        one = None
    if not other or "" in other:
        return one
    return other if one is None or _likelihood(other) <= _likelihood(one) else one


def _likelihood(strings: Strings) -> float:
    return sum([_LIKELIHOOD[min(len(string) - string.count(" "), 11)] for string in strings])
