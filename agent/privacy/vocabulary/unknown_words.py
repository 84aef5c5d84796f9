"""What is no ordinary word is held back, with what belongs to it: the rest of a name, a house or an illness."""

import re
from collections.abc import Iterator, Sequence

from agent.privacy.names.grammar.things import is_thing
from agent.privacy.names.words import PARTICLES
from agent.privacy.spans import ADDRESS, BIRTH_DATE, EMERGENCY, HEALTH, NAME, WORD, Span
from agent.privacy.vocabulary.clauses import (
    LINKS,
    SINCE,
    begins_something_else,
    tells_number,
    tells_time,
)
from agent.privacy.vocabulary.houses import join_houses
from agent.privacy.vocabulary.reading import BESIDE, FARTHEST, SAME_HOUSE, Reading
from agent.privacy.vocabulary.tokens import TokenReader

_BIRTH_OF_NAME = frozenset(["van", "ibn", "abu", "abou", "أبو", "ابو"])
_NO_CAPITALS = re.compile("[\u0590-\u06ff]")
LONGEST_NAME = 60


def unknown_words(reader: TokenReader, text: str, found: Sequence[Span]) -> Iterator[Span]:
    """``found`` are the stretches that are held back already, in the order of the text."""
    reading = Reading(text, list(reader.read(text)), found)
    _join_names(reading)
    join_houses(reading)
    _hold_birth_dates(reading)
    _tell_on(reading)
    for span in reading.spans():
        if span.kind != WORD or span.end - span.start > LONGEST_NAME or not is_thing(text, span):
            yield span


def _join_names(reading: Reading) -> None:
    """Words beside an unknown one that are not frequent, and what stands between two parts of a name."""
    tokens, kinds = reading.tokens, reading.kinds
    for at in [at for at, kind in enumerate(kinds) if kind in (WORD, NAME) and not tokens[at].is_number]:
        if not _NO_CAPITALS.match(tokens[at].said):
            for step in (1, -1):
                _join_words(reading, at, step)


def _join_words(reading: Reading, at: int, step: int) -> None:
    tokens, kinds = reading.tokens, reading.kinds
    kind = kinds[at]
    passed: list[int] = []
    there = at + step
    while 0 <= there < len(tokens) and abs(there - at) <= FARTHEST:
        if not BESIDE.fullmatch(reading.gap(min(there, there - step))):
            break
        token = tokens[there]
        is_part = (
            not token.is_common
            and not token.is_number
            and ((kind == WORD and not passed) or token.said[0].isupper())
        )
        if kinds[there] is not None or is_part:
            for one in passed:
                reading.hold(one, kind or WORD)
            if kinds[there] is not None:
                break
            reading.hold(there, kind or WORD)
            passed = []
        elif token.said.casefold() in PARTICLES and len(passed) < 3:
            passed.append(there)
        else:
            break
        there += step
    if step < 0:
        for one in passed:
            if tokens[one].said.casefold() in _BIRTH_OF_NAME or tokens[one].is_capital:
                reading.hold(one, kind or WORD)


def _tell_on(reading: Reading) -> None:
    """The rest of a clause that tells of an illness or of a house."""
    kinds = reading.kinds
    for at in [at for at, kind in enumerate(kinds) if kind in (HEALTH, EMERGENCY, ADDRESS)]:
        if at + 1 < len(kinds) and kinds[at + 1] is None:
            _tell_on_from(reading, at, 1)
        if kinds[at] != ADDRESS and at and kinds[at - 1] in (None, WORD):
            _tell_on_from(reading, at, -1)


def _tell_on_from(reading: Reading, at: int, step: int) -> None:
    tokens, kinds, kind = reading.tokens, reading.kinds, reading.kinds[at] or HEALTH
    beside = SAME_HOUSE if kind == ADDRESS else BESIDE
    passed: list[int] = []
    is_since = False
    there = at + step
    while 0 <= there < len(tokens) and kinds[there] in (None, WORD, NAME):
        token, folded = tokens[there], tokens[there].said.casefold()
        if not beside.fullmatch(reading.gap(min(there, there - step))):
            break
        is_time = tells_time(folded) or (token.is_number and token.may_pass)
        if begins_something_else(folded, is_house=kind == ADDRESS) or (
            is_time and not is_since and not token.is_kept
        ):
            break
        is_since = is_since or folded in SINCE
        if step < 0 and token.is_common and folded not in LINKS:
            break
        passed.append(there)
        if folded not in LINKS:
            for one in passed:
                reading.hold(one, kind)
            passed = []
        there += step


def _hold_birth_dates(reading: Reading) -> None:
    """The other numbers and months beside a part of a birth date."""
    kinds = reading.kinds
    for at in [at for at, kind in enumerate(kinds) if kind == BIRTH_DATE]:
        for step in (1, -1):
            passed: list[int] = []
            there = at + step
            while 0 <= there < len(kinds) and kinds[there] in (None, WORD) and len(passed) < 3:
                folded = reading.tokens[there].said.casefold()
                if not BESIDE.fullmatch(reading.gap(min(there, there - step))):
                    break
                passed.append(there)
                if tells_time(folded) or tells_number(folded) or kinds[there] == WORD:
                    for one in passed:
                        reading.hold(one, BIRTH_DATE)
                    passed = []
                elif folded not in LINKS:
                    break
                there += step
