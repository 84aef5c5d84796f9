"""E-mail addresses in a text: as they are typed, and as they are spelled out ("ada at example dot com").
Pure."""

import re
from collections.abc import Iterator
from contextlib import suppress

from msgspec import Struct, structs

from agent.contact_lines.ways.corrections import (
    end_of_correction,
    is_corrected_between,
    is_said_again,
    with_ending,
)
from agent.contact_lines.ways.spoken_addresses import (
    Spelled,
    contradicts,
    end_of_remark,
    find_spelled_ending,
    spelled_addresses,
)
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
# What may stand before a spelled-out address: the beginning, a break, or a word that leads to it.
BREAK_BEFORE = re.compile(r"(?:^|[,;:|/\n•·=–—،؛(<\[\"'-]|[.!?؟]\s)\s*$")
# "Reach me at example dot com" has a page, and "me" is no mailbox there.
OBJECTS = frozenset(["me", "us", "him", "her", "mich", "uns", "mir", "moi", "nous", "mi", "ci"])
COPULAS = frozenset(["is", "it's", "its", "ist", "lautet", "est", "c'est", "es", "è", "זה", "הוא", "هو"])


class FoundAddress(Struct, frozen=True):
    """``value`` is the address as it is kept; as it was written where it is none (``is_valid`` false), or
    where nobody can tell for certain which one is meant."""

    value: str
    start: int
    end: int
    is_valid: bool = True


def find_address(
    text: str, *, is_asked: bool, leads: frozenset[str], language: str = "en"
) -> FoundAddress | None:
    """The address of a text; of two, the first, unless it is taken back. ``is_asked`` when an address was
    asked for: only then are words read as one, and is an attempt with an @ told of. ``leads`` are lower-case
    words that may stand right before a spelled-out address ("is", "email")."""
    text = MARKS_BETWEEN.sub(lambda found: " " * len(found.group()), text)
    if not is_asked:
        return next(_typed_addresses(text), None)
    found = next(_typed_addresses(text), None) or next(_spelled_addresses(text, leads), None)
    if found is not None:
        return _put_right(text, found, leads, language)
    attempt = ATTEMPTED.search(text)
    return FoundAddress(attempt.group(), attempt.start(), attempt.end(), False) if attempt else None


def _put_right(text: str, first: FoundAddress, leads: frozenset[str], language: str) -> FoundAddress:
    """What is said to be right behind it: another address, or another end of the same one; as often as they
    put it right. Where a sign of it is put right ("no wait, with a dot"), it is asked for once more."""
    found = structs.replace(first, end=end_of_remark(text, first.end))
    if contradicts(text[first.end : found.end], first.value):
        return FoundAddress(text[first.start : found.end], first.start, found.end, False)
    while True:
        start = end_of_correction(text, found.end, language)
        other = _next_address(text, found.end, start, leads)
        between = text[found.end : other.start] if other else ""
        if other and (
            other.value == found.value
            or is_corrected_between(between, language)
            or (found.value != first.value and is_said_again(between))
        ):
            found = FoundAddress(other.value, first.start, end_of_remark(text, other.end))
            continue
        if start is None:
            return found
        ending = find_spelled_ending(text, start)
        right = (
            _check_address(with_ending(found.value, ending[0]), first.start, ending[1]) if ending else None
        )
        if right and right.is_valid:
            found = right
            continue
        end = end_of_remark(text, start)
        return found if end == start else FoundAddress(text[first.start : end], first.start, end, False)


def _next_address(text: str, end: int, start: int | None, leads: frozenset[str]) -> FoundAddress | None:
    """The first address behind ``end``; a spelled one may begin at ``start``, where a correction ends."""
    typed = next(_typed_addresses(text, end), None)
    last = text[end:start].split()[-1:]
    own = leads | {word.casefold().strip(",.:;!") for word in last}
    spelled = next(_spelled_addresses(text, own, start or end), None)
    return min(filter(None, (typed, spelled)), key=lambda one: one.start, default=None)


def _typed_addresses(text: str, start: int = 0) -> Iterator[FoundAddress]:
    for found in TYPED.finditer(text, start) if "@" in text else ():
        written = NEXT_SENTENCE.sub("", found.group())
        address = written.lstrip(LEADING_MARKS)
        begin = found.start() + len(written) - len(address)
        checked = _check_address(address, begin, found.start() + len(written))
        if checked.is_valid:
            yield checked


def _spelled_addresses(text: str, leads: frozenset[str], start: int = 0) -> Iterator[FoundAddress]:
    for found in spelled_addresses(text, leads, start):
        checked = _check_address(found.address, found.start, found.end)
        if checked.is_valid and _may_stand(text, found, leads):
            yield checked


def _may_stand(text: str, found: Spelled, leads: frozenset[str]) -> bool:
    """Whether a spelled-out address begins where it seems to: "Ada Byron at example dot com" has one of
    Byron's, or none."""
    before, local = text[: found.start], found.address.partition("@")[0]
    last = before.split()[-1:] if not BREAK_BEFORE.search(before) else []
    lead = last[0].casefold().strip(":.") if last else ""
    if local.casefold() in OBJECTS:
        return bool(last) and lead in COPULAS
    if not last or lead in leads:
        return True
    parts = set(re.split(r"[-_.+]", local.casefold()))
    if len(parts) > 1 and parts <= {word.casefold().strip(".,") for word in before.split()}:
        return True  # "tunde adeyemi tunde dot adeyemi at": the name once more.
    # "Dvir Azulay dvir dash azulay at": an address of several parts, in small letters behind a name.
    return last[0][:1].isupper() and local.islower() and re.search(r"[-_.+]", local) is not None


def _check_address(address: str, start: int, end: int) -> FoundAddress:
    with suppress(InvalidField):
        normalise_email(address)
        return FoundAddress(address, start, end)
    return FoundAddress(address, start, end, False)
