"""E-mail addresses in a text: as they are typed, and as they are spelled out ("ada at example dot com").
Pure."""

import re
from collections.abc import Iterator
from contextlib import suppress

from msgspec import Struct

from agent.contact_lines.ways.corrections import end_of_correction, with_ending
from booking_core.customers.contacts import normalise_email
from booking_core.errors import InvalidField

# As many characters as may belong to an address; what is no address after all is refused, never shortened
# into another one.
TYPED = re.compile(r"[^\s@<>()\[\]{},;:|\"“”„«»*=/&]+@[\w-]+(?:\.[\w-]+)+")
# Dashes, quotation marks and dots before an address belong to what leads to it.
LEADING_MARKS = "-'’‘.+–—·•→>_"
# "ada@example.com.Thanks": a sentence goes on without a space.
NEXT_SENTENCE = re.compile(r"(?<=\.[a-z]{2})\.[A-Z]\w*$|(?<=\.[a-z]{3})\.[A-Z]\w*$")
# Pictures, and letters of Hebrew and Arabic with their dash ("ל-ada@"), are before an address and never in
# it; as many spaces take their place.
MARKS_BETWEEN = re.compile(
    "[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\U0001f000-\U0001faff]|[~*]|[\u0590-\u06ff]+[-–־]?(?=[A-Za-z0-9._+-]+@)"
)
ATTEMPTED = re.compile(r"\S*@(?:\S*[.,]\s+[a-z]{2,4}\b|\S*)")
AT = (
    r"\s*[(\[{<]\s*(?:at|ät|a|@|arobase|arroba|chiocciola|שטרודל|כרוכית|آت|ات|أت|إت|ايت|إيت|اتّ)\s*[)\]}>]\s*"
    r"|\s+(?:at|ät|arobase|arobas|arroba|chiocciola|שטרודל|כרוכית|آت|ات|أت|إت|ايت|إيت|اتّ|at-zeichen|at zeichen|affenschwanz|klammeraffe|@)\s+|\s+@|@\s+"
)
DOT = (
    r"\s*[(\[{]\s*(?:dot|punkt|point|punto|\.|נקודה|نقطة|نقطه|دوت)\s*[)\]}]\s*"
    r"|\s+(?:dot|punkt|point|punto|pt|pkt|נקודה|نقطة|نقطه|دوت|دُوت)\s+|\."
)
DASH = r"\s+(?:hyphen|dash|minus|bindestrich|tiret|guion|guión|trattino|מקף|شرطة)\s+"
PLUS = r"\s+(?:plus|más|mas|più|piu|פלוס|زائد|بلس)\s+"
INNER = (
    rf"{DOT}|\s+(?:underscore|unterstrich|tiret bas|guion bajo|guión bajo|trattino basso|קו תחתון|شرطة سفلية)\s+"
    rf"|{DASH}|{PLUS}|[-_+]"
)
LOCAL = rf"[A-Za-z0-9]+(?:(?:{INNER})[A-Za-z0-9]+)*"
# Parts of domains as they are written in other letters.
IN_LATIN = {
    "جيميل": "gmail", "جي ميل": "gmail", "هوتميل": "hotmail", "ياهو": "yahoo", "اوتلوك": "outlook", "أوتلوك": "outlook", "ايكلاود": "icloud",
    "كوم": "com", "نت": "net", "اورج": "org", "ג'ימייל": "gmail", "גימייל": "gmail", "הוטמייל": "hotmail", "יאהו": "yahoo", "אאוטלוק": "outlook",
    "וואלה": "walla", "קום": "com", "נט": "net",
}  # fmt: skip
_OTHER_LETTERS = "|".join(IN_LATIN)
LABEL = rf"(?:[A-Za-z0-9-]+|{_OTHER_LETTERS})"
DOMAIN = rf"{LABEL}(?:(?:{DOT}|{DASH}){LABEL})*(?:{DOT})(?:[A-Za-z]{{2,}}|{_OTHER_LETTERS})"
# ".de" and "dot com" after "no, sorry".
ENDING = re.compile(
    rf"(?:(?:dot|punkt|point|punto|נקודה|نقطة|نقطه|دوت)\s+|\.)(?P<ending>{LABEL}(?:(?:{DOT}){LABEL})?)(?!\w)",
    re.I,
)
SPELLED = re.compile(rf"(?<![\w@.+-])(?P<local>{LOCAL})(?P<at>{AT})(?P<domain>{DOMAIN})(?![\w@])", re.I)
# What may stand before a spelled-out address: the beginning, a break, or a word that leads to it.
BREAK_BEFORE = re.compile(r"(?:^|[,;:|/\n•·=–—،؛(<\[\"'-])\s*$")


class FoundAddress(Struct, frozen=True):
    """``value`` is the address as it is kept; as it was written where it is none (``is_valid`` false)."""

    value: str
    start: int
    end: int
    is_valid: bool = True


def find_address(
    text: str, *, is_asked: bool, leads: frozenset[str], language: str = "en"
) -> FoundAddress | None:
    """The first address of a text. ``is_asked`` when an address was asked for: only then are words read as
    one, and is an attempt with an @ told of. ``leads`` are lower-case words that may stand right before a
    spelled-out address ("is", "email")."""
    text = MARKS_BETWEEN.sub(lambda found: " " * len(found.group()), text)
    typed = None
    if "@" in text:
        typed = next((found for found in map(_typed, TYPED.finditer(text)) if found.is_valid), None)
    if not is_asked:
        return typed
    found = typed or next(spelled_addresses(text, leads), None)
    if found is not None:
        return _put_right(text, found, language)
    attempt = ATTEMPTED.search(text)
    return FoundAddress(attempt.group(), attempt.start(), attempt.end(), False) if attempt else None


def spelled_addresses(text: str, leads: frozenset[str]) -> Iterator[FoundAddress]:
    """Every address of a text that is spelled out."""
    return (found for found in map(_spelled, SPELLED.finditer(text)) if _may_stand(text, found, leads))


def _put_right(text: str, found: FoundAddress, language: str) -> FoundAddress:
    """What is said to be right behind it: another address, or another end of the same one."""
    start = end_of_correction(text, found.end, language)
    if start is None:
        return found
    typed, spelled = TYPED.match(text, start), SPELLED.match(text, start)
    for other in filter(None, (typed and _typed(typed), spelled and _spelled(spelled))):
        if other.is_valid:
            return FoundAddress(other.value, found.start, other.end)
    ending = ENDING.match(text, start)
    if ending is None:
        return found
    right = _checked(with_ending(found.value, _in_latin(ending["ending"])), found.start, ending.end())
    return right if right.is_valid else found


def _in_latin(spoken: str) -> str:
    """Parts of a domain with dots between them, in the letters of addresses."""
    dashed = re.sub(DASH, "-", re.sub(DOT, ".", spoken, flags=re.I), flags=re.I)
    return ".".join(IN_LATIN.get(part, part) for part in dashed.split("."))


def _typed(found: re.Match[str]) -> FoundAddress:
    written = NEXT_SENTENCE.sub("", found.group())
    address = written.lstrip(LEADING_MARKS)
    start = found.start() + len(written) - len(address)
    return _checked(address, start, found.start() + len(written))


def _spelled(found: re.Match[str]) -> FoundAddress:
    local = re.sub(
        r"\s+(?:underscore|unterstrich|tiret bas|gui[oó]n bajo|trattino basso|קו תחתון|شرطة سفلية)\s+",
        "_",
        found["local"],
        flags=re.I,
    )
    local = re.sub(DASH, "-", re.sub(PLUS, "+", local, flags=re.I), flags=re.I)
    local = re.sub(DOT, ".", local, flags=re.I)
    return _checked(f"{local}@{_in_latin(found['domain'])}", found.start(), found.end())


def _may_stand(text: str, found: FoundAddress, leads: frozenset[str]) -> bool:
    """Whether a spelled-out address begins where it seems to: "Ada Byron at example dot com" has one of
    Byron's, or none."""
    before = text[: found.start]
    if not found.is_valid:
        return False
    last = before.split()[-1:] if not BREAK_BEFORE.search(before) else []
    if not last or last[0].casefold().strip(":.") in leads:
        return True
    # "Dvir Azulay dvir dash azulay at": an address of several parts, in small letters behind a name.
    local = found.value.partition("@")[0]
    return last[0][:1].isupper() and local.islower() and re.search(r"[-_.+]", local) is not None


def _checked(address: str, start: int, end: int) -> FoundAddress:
    with suppress(InvalidField):
        normalise_email(address)
        return FoundAddress(address, start, end)
    return FoundAddress(address, start, end, False)
