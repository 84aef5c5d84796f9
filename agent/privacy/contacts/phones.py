"""Phone numbers dictated in words: "null eins fünf zwei, drei mal die fünf", "oh double seven hundred".
Pure."""

import re
from collections.abc import Iterator

from agent.languages.patterns.alternatives import alternatives
from agent.languages.patterns.late import compiled_late
from agent.privacy.contacts.digits import DIGIT_WORDS, TIMES
from agent.privacy.folding import fold_word

FEWEST_DIGITS = 7
# Fewer may be a date and a time, where nobody was asked for a number.
FEWEST_PARTS = 4
# "Seiscientos doce" is 612.
_HUNDREDS = {
    word: str(digit)
    for digit, words in enumerate(
        (
            "ciento cien cento", "doscientos duecento", "trescientos trecento", "cuatrocientos quattrocento", "quinientos cinquecento",
            "seiscientos seicento", "setecientos settecento", "ochocientos ottocento", "novecientos novecento",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
_NUMBER = alternatives(DIGIT_WORDS)
_TOKEN = (
    rf"(?:(?P<times>{alternatives(TIMES)})\s+(?:die\s+|le\s+|el\s+|la\s+|il\s+)?)?"
    rf"(?:(?P<hundred>{alternatives(_HUNDREDS)})(?:\s+(?:y\s+|e\s+)?(?P<rest>{_NUMBER}))?|(?P<number>{_NUMBER})|(?P<digits>\d{{1,4}}))(?!\w)"
)
_PLAIN_TOKEN = re.sub(r"\?P<\w+>", "?:", _TOKEN)
_GAP = r"(?:\s*(?:\.{2,}|…)\s*|[\s,،.\-–]{1,3})(?:(?:und|et|y|e)\s+|و\s?|ו)?"
_RUN = compiled_late(
    rf"(?<!\w)(?:(?:plus|\+)\s*)?(?:و?ل?|[לב])?{_PLAIN_TOKEN}(?:{_GAP}{_PLAIN_TOKEN}){{2,20}}", re.I
)
_SOME = compiled_late(rf"{_PLAIN_TOKEN}(?:[\s-]{{1,2}}{_PLAIN_TOKEN}){{0,5}}", re.I)
_ONE = compiled_late(_TOKEN, re.I)


def spoken_numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each number stands that is dictated at least in part, and its digits, with a "+" where it was
    said."""
    for run in _RUN.finditer(text):
        digits = _digits(run.group())
        if len(digits) >= FEWEST_DIGITS and any(letter.isalpha() for letter in run.group()):
            plus = "+" if re.match(r"\+|plus", run.group(), re.I) else ""
            yield run.start(), run.end(), plus + digits


def spoken_phones_in(text: str) -> Iterator[tuple[str, str]]:
    """How each is written that is dictated in four parts at least, and its digits."""
    for start, end, number in spoken_numbers(text):
        if sum(1 for _ in _ONE.finditer(text, start, end)) >= FEWEST_PARTS:
            yield text[start:end].strip(), number.removeprefix("+")


def spoken_digits_at(text: str, start: int) -> tuple[str, int]:
    """The few digits that are said or written from ``start`` on, and where they end."""
    found = _SOME.match(text, start)
    return (_digits(found.group()), found.end()) if found else ("", start)


def _digits(spoken: str) -> str:
    return "".join(
        _digits_of(one) * TIMES.get(fold_word(one["times"] or ""), 1) for one in _ONE.finditer(spoken)
    )


def _digits_of(token: re.Match[str]) -> str:
    if token["hundred"]:
        rest = DIGIT_WORDS[fold_word(token["rest"])] if token["rest"] else ""
        return _HUNDREDS[fold_word(token["hundred"])] + rest.rjust(2, "0")
    if token["digits"]:
        return "".join(str(int(one)) for one in token["digits"])
    return DIGIT_WORDS[fold_word(token["number"])]
