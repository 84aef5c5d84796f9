"""Phone numbers dictated in words: "null eins fünf zwei, drei mal die fünf", "oh double seven hundred".
Pure."""

import re
from collections.abc import Iterator

from agent.privacy.contacts.digits import DIGIT_WORDS

FEWEST_DIGITS = 7
_NUMBER = "|".join(sorted(map(re.escape, DIGIT_WORDS), key=len, reverse=True))
_TIMES = {
    "double": 2, "doppel": 2, "triple": 3, "zweimal": 2, "zwei mal": 2, "dreimal": 3, "drei mal": 3, "two times": 2, "three times": 3,
    "deux fois": 2, "trois fois": 3, "dos veces": 2, "tres veces": 3, "due volte": 2, "tre volte": 3, "פעמיים": 2, "שלוש פעמים": 3, "مرتين": 2,
}  # fmt: skip
_REPEATED = "|".join(sorted(map(re.escape, _TIMES), key=len, reverse=True))
_TOKEN = (
    rf"(?:(?P<times>{_REPEATED})\s+(?:die\s+|le\s+|el\s+|la\s+|il\s+)?)?(?P<number>{_NUMBER}|\d{{1,4}})(?!\w)"
)
_PLAIN_TOKEN = re.sub(r"\?P<\w+>", "?:", _TOKEN)
_RUN = re.compile(
    rf"(?<!\w)(?:(?:plus|\+)\s*)?و?{_PLAIN_TOKEN}(?:[\s,،.\-–]{{1,3}}(?:(?:und|et|y|e)\s+|و\s?|ו)?{_PLAIN_TOKEN}){{3,20}}",
    re.I,
)
_ONE = re.compile(_TOKEN, re.I)


def spoken_numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each number stands that is dictated at least in part, and its digits, with a "+" where it was
    said."""
    for run in _RUN.finditer(text):
        digits = "".join(
            _digits(one["number"]) * _TIMES.get((one["times"] or "").casefold(), 1)
            for one in _ONE.finditer(run.group())
        )
        if len(digits) >= FEWEST_DIGITS and any(letter.isalpha() for letter in run.group()):
            plus = "+" if re.match(r"\+|plus", run.group(), re.I) else ""
            yield run.start(), run.end(), plus + digits


def _digits(word: str) -> str:
    return "".join(str(int(one)) for one in word) if word.isdecimal() else DIGIT_WORDS[word.casefold()]
