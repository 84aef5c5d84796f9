"""Contacts and codes as they are spoken: "ada at example dot com", "null eins sieben sechs …", "K7Q-W2M". Pure."""

import re
from collections.abc import Iterator
from typing import Any

from agent.privacy.spoken_digits import DIGIT_WORDS
from booking_core.storage.ids import CODE_LETTERS

_AT_SIGN = r"[(\[{<]\s?(?:at|ät|arroba|arobase|chiocciola|klammeraffe|שטרודל|@)\s?[)\]}>]"
_AT_WORD = r"(?:at|ät|aet|arroba|arobase|chez|chiocciola|klammeraffe|affenschwanz|שטרודל|כרוכית|آت|ات|أت)"
_DOT_SIGN = r"[(\[{<]\s?(?:dot|punkt|point|punto|\.|נקודה|دوت|نقطة)\s?[)\]}>]"
_DOT_WORD = r"(?:dot|punkt|point|punto|נקודה|دوت|نقطة)"
_DASH_WORD = r"(?:dash|hyphen|minus|bindestrich|tiret|gui[oó]n|trattino|meno|מקף|شرطة)"
_LINE_WORD = r"(?:underscore|unterstrich|(?:tiret|gui[oó]n|trattino) (?:bas(?:so)?|bajo)|קו תחתון)"
_PART = r"(?:[\w+\-]|(?<=[א-ת])['’׳]){1,40}"
_SPOKEN_DOT = rf"(?:\s*{_DOT_SIGN}\s*|\s+{_DOT_WORD}\s+)"
_DOT = rf"(?:{_SPOKEN_DOT}|\.)"
_JOIN = rf"(?:{_SPOKEN_DOT}|\s+{_DASH_WORD}\s+|\s+{_LINE_WORD}\s+|\.)"
_ENDINGS = r"(?:com|net|קום|נט|org|info|biz|eu|io|co|me|app|dev|de|at|ch|fr|es|it|il|uk|us|be|nl|pt|ie|ma|eg|sa|ae|jo|lb|edu|gov|cat)"
# A sign in brackets is never anything else; the bare word needs a spoken dot, or an ending that addresses have.
_SPOKEN_EMAIL = re.compile(
    rf"(?<![\w.])(?P<local>{_PART}(?:{_JOIN}{_PART}){{0,4}})(?:"
    rf"\s*{_AT_SIGN}\s*(?P<a>{_PART}(?:{_DOT}{_PART}){{1,3}})"
    rf"|\s+{_AT_WORD}\s+(?P<b>{_PART}(?:(?:\s+{_DASH_WORD}\s+){_PART})?(?:{_SPOKEN_DOT}{_PART}){{1,3}})"
    rf"|\s+{_AT_WORD}\s+(?P<c>{_PART}(?:\.{_PART}){{0,2}}\.{_ENDINGS})"
    rf"|\s*@\s*(?P<d>{_PART}(?:{_DOT}{_PART}){{1,3}})"
    rf"|\s+@\s+(?P<e>{_PART}(?:\s?\.\s?{_PART}){{1,3}}))(?!\w)",
    re.I,
)
_NUMBER = "|".join(sorted(map(re.escape, DIGIT_WORDS), key=len, reverse=True))
_DIGIT_RUN = re.compile(
    rf"(?<!\w)(?:(?:plus|\+)\s*)?(?:double\s+|doppel\s+|triple\s+|و)?(?:{_NUMBER}|\d{{1,4}})(?:[\s,.\-–]{{1,3}}(?:double\s+|triple\s+|doppel\s+|und\s+|et\s+|y\s+|e\s+|و\s?)?(?:{_NUMBER}|\d{{1,4}})){{3,20}}(?!\w)",
    re.I,
)
_TIMES = {"double": 2, "doppel": 2, "triple": 3}
_TOKEN = re.compile(rf"(?<!\w)(?:{_NUMBER}|\d+|double|doppel|triple)(?!\w)", re.I)
# Six letters by twos, by threes or one by one: "K7Q-W2M", "K 7 Q W 2 M".
_SPLIT_CODE = re.compile(
    rf"(?<![\w-])(?:[{CODE_LETTERS}]{{3}}[ \-–.][{CODE_LETTERS}]{{3}}|[{CODE_LETTERS}]{{2}}(?:[ \-–.][{CODE_LETTERS}]{{2}}){{2}}"
    rf"|[{CODE_LETTERS}](?:[ \-–.,]{{1,2}}[{CODE_LETTERS}]){{5}})(?![\w-])",
    re.I,
)
FEWEST_DIGITS = 7
# An address has at most 254 characters; spelled, it is some longer.
_LONGEST = 400


def spoken_emails_in(text: str) -> Iterator[tuple[str, str]]:
    """How each is written, and the address it spells."""
    for found in _SPOKEN_EMAIL.finditer(text):
        if re.fullmatch(r"[\w.+\-]+@[\w.\-]+", found.group()):
            continue
        yield found.group(), f"{_signs(found['local'])}@{_signs(_domain(found))}".casefold()


def spoken_phones_in(text: str) -> Iterator[tuple[str, str]]:
    """How each is written, and its digits; figures alone are not spoken."""
    for found in _DIGIT_RUN.finditer(text):
        digits = _digits(found.group())
        if len(digits) >= FEWEST_DIGITS and any(one.isalpha() for one in found.group()):
            yield found.group().strip(), digits


def split_codes_in(text: str) -> Iterator[tuple[str, str]]:
    """Words of the shape of a booking code that are written in pieces: how each is written, and without what stands between."""
    for found in _SPLIT_CODE.finditer(text):
        together = re.sub(r"[^A-Za-z0-9]", "", found.group())
        if "-" in found.group() or "–" in found.group() or any(one.isdecimal() for one in together):
            yield found.group(), together


def as_contact(thing: Any) -> Any:
    """Arguments of a tool with contacts and codes as the desk keeps them, where one was spelled or written in pieces."""
    match thing:
        case dict():
            return {key: as_contact(value) for key, value in thing.items()}
        case list() | tuple():
            return [as_contact(each) for each in thing]
        case str() if len(thing) <= _LONGEST:
            for read in (spoken_emails_in, spoken_phones_in, split_codes_in):
                for written, contact in read(thing):
                    if written == thing.strip():
                        return contact
    return thing


def _domain(found: re.Match[str]) -> str:
    return next(found[name] for name in "abcde" if found[name])


def _signs(spoken: str) -> str:
    text = re.sub(rf"\s*{_DOT_SIGN}\s*|\s+{_DOT_WORD}\s+", ".", spoken, flags=re.I)
    text = re.sub(rf"\s+{_LINE_WORD}\s+", "_", text, flags=re.I)
    text = re.sub(rf"\s+{_DASH_WORD}\s+", "-", text, flags=re.I)
    return re.sub(r"\s+", "", text)


def _digits(spoken: str) -> str:
    digits, times = "", 1
    for token in _TOKEN.findall(spoken):
        word = token.casefold()
        if word in _TIMES:
            times = _TIMES[word]
            continue
        digits += ("".join(str(int(one)) for one in word) if word.isdecimal() else DIGIT_WORDS[word]) * times
        times = 1
    return digits
