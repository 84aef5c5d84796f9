"""Telephone numbers as they are dictated: "null eins sieben sechs …". Pure."""

import re
from collections.abc import Iterator

from agent.privacy.contacts.digits import DIGIT_WORDS
from agent.privacy.folding import fold_word

_NUMBER = "|".join(sorted(map(re.escape, DIGIT_WORDS), key=len, reverse=True))
_TIMES = {"double": 2, "doppel": 2, "doble": 2, "doppio": 2, "triple": 3}
_OFTEN = "|".join(_TIMES)
_DIGIT_RUN = re.compile(
    rf"(?<!\w)(?:(?:plus|\+)\s*)?(?:(?:{_OFTEN})\s+|و)?(?:{_NUMBER}|\d{{1,4}})(?:[\s,،.\-–]{{1,3}}(?:(?:{_OFTEN}|und|et|y|e)\s+|و\s?)?(?:{_NUMBER}|\d{{1,4}})){{3,20}}(?!\w)",
    re.I,
)
_TOKEN = re.compile(rf"(?<!\w)(?:{_NUMBER}|\d+|{_OFTEN})(?!\w)", re.I)
FEWEST_DIGITS = 7


def spoken_phones_in(text: str) -> Iterator[tuple[str, str]]:
    """How each is written, and its digits; figures alone are not spoken."""
    for found in _DIGIT_RUN.finditer(text):
        digits = _digits(found.group())
        if len(digits) >= FEWEST_DIGITS and any(one.isalpha() for one in found.group()):
            yield found.group().strip(), digits


def _digits(spoken: str) -> str:
    digits, times = "", 1
    for token in _TOKEN.findall(spoken):
        word = fold_word(token)
        if word in _TIMES:
            times = _TIMES[word]
            continue
        digits += ("".join(str(int(one)) for one in word) if word.isdecimal() else DIGIT_WORDS[word]) * times
        times = 1
    return digits
