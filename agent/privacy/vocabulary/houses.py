"""A kind of street beside a name, a number beside either, and from there whatever is of the same house."""

import re

from agent.privacy.addresses.kinds import COMPOUND, LITTLE, is_kind, without_prefix
from agent.privacy.spans import ADDRESS, WORD
from agent.privacy.vocabulary.reading import FARTHEST, SAME_HOUSE, Reading
from agent.privacy.vocabulary.tokens import Token

_POSTCODE = re.compile(r"(?:[A-Z]{1,2}-)?\d{4,5}")
_HOUSE_NUMBER = re.compile(r"\d{1,5}(?:[/\-]?\w{1,4}){0,2}[º°ª]?")


def join_houses(reading: Reading) -> None:
    """A kind of street beside a name, and from there whatever is of the same house."""
    tokens, kinds = reading.tokens, reading.kinds
    for at, token in enumerate(tokens):
        is_house = kinds[at] == ADDRESS or (
            kinds[at] is None and _is_kind(token.said) and _has_name(reading, at)
        )
        if is_house or _is_numbered(reading, at):
            for step in (1, -1):
                _join_house(reading, at, step)


def _is_numbered(reading: Reading, at: int) -> bool:
    """Whether a word with a capital that may not pass has a number beside it, or a town its postcode."""
    token = reading.tokens[at]
    is_town = reading.kinds[at] is None and token.said[0].isupper() and not token.is_kept
    if not is_town and (reading.kinds[at] != WORD or not token.said[0].isupper()):
        return False
    for there in (at - 1, at + 1):
        if not 0 <= there < len(reading.tokens) or not reading.tokens[there].is_number:
            continue
        number = reading.tokens[there]
        is_number = (
            _POSTCODE.fullmatch(number.said)
            if is_town or there < at
            else _HOUSE_NUMBER.fullmatch(number.said)
        )
        if (
            is_number
            and not number.is_kept
            and reading.gap(min(at, there)) == " "
            and reading.kinds[there] in (None, WORD)
        ):
            reading.hold(at, ADDRESS)
            reading.hold(there, ADDRESS)
            return True
    return False


def _has_name(reading: Reading, at: int) -> bool:
    """Whether a name or a number stands beside a kind of street, with little words between."""
    for step in (1, -1):
        there = at + step
        while 0 <= there < len(reading.tokens) and abs(there - at) <= 3:
            if not SAME_HOUSE.fullmatch(reading.gap(min(there, there - step))):
                break
            token = reading.tokens[there]
            if reading.kinds[there] in (WORD, ADDRESS) and not token.is_number:
                reading.hold(at, ADDRESS)
                return True
            if token.said.casefold() not in LITTLE:
                break
            there += step
    return False


def _join_house(reading: Reading, at: int, step: int) -> None:
    tokens, kinds = reading.tokens, reading.kinds
    passed: list[int] = []
    there = at + step
    while 0 <= there < len(tokens) and abs(there - at) <= FARTHEST:
        gap = reading.gap(min(there, there - step))
        if not SAME_HOUSE.fullmatch(gap):
            break
        token = tokens[there]
        if kinds[there] not in (None, WORD, ADDRESS):
            break
        if kinds[there] is not None or _is_of_house(token, is_behind_little=bool(passed)):
            for one in passed:
                reading.hold(one, ADDRESS)
            passed = []
            if kinds[there] != ADDRESS:
                reading.hold(there, ADDRESS)
        elif token.said.casefold() in LITTLE and len(passed) < 3:
            passed.append(there)
        else:
            break
        there += step


def _is_of_house(token: Token, *, is_behind_little: bool) -> bool:
    if token.is_number:
        is_house = _HOUSE_NUMBER.fullmatch(token.said) and not token.is_kept
        return bool(is_house) and not is_behind_little
    return not token.is_kept and (token.is_capital or not token.is_common or _is_kind(token.said))


def _is_kind(said: str) -> bool:
    bare = without_prefix(said)
    return is_kind(bare) or bool(COMPOUND.fullmatch(bare))
