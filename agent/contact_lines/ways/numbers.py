"""Phone numbers in a text. Pure."""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain

import phonenumbers
from msgspec import Struct, structs

from agent.contact_lines.ways.corrections import (
    end_of_correction,
    is_corrected_between,
    is_said_again,
    with_digits_put_right,
)
from agent.privacy.contacts.phones import spoken_numbers
from booking_core.customers.contact_text import EXTENSION
from booking_core.customers.phones import normalise_phone
from booking_core.errors import InvalidField

# "16.45" is a time, though somebody might be reached by it.
FEWEST_DIGITS = 6
FEWEST_OF_SHORT, MOST_DIGITS = 7, 15
POSSIBLE = phonenumbers.Leniency.POSSIBLE
# "05.12.2026" has as many digits as a number in town, and is none.
DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2})(?!\d)"
    r"|(?<!\d)(?<!\d[./ -])\d{1,2}([./ -]+)\d{1,2}\1\d{2}(?![./ -]?\d)"
)
# A number within a town, or of another country: "03-555 194", "(11) 5550-3926".
SHORT = re.compile(r"(?<![\w@.+:/-])[(+]?\d(?:[\s()./-]{0,2}\d){6,14}(?![\w@:]|[.,]\d)")
# Two numbers as long as each other that differ in as many digits are one number and a slip.
MOST_SLIPS = 2


class FoundNumber(Struct, frozen=True):
    """``value`` is the number in E.164, or as it was written where E.164 has no place for it (an extension),
    or where nobody can tell for certain which number is meant: those who keep it ask for it once more."""

    value: str
    start: int
    end: int


def find_number(text: str, country: str, *, is_asked: bool, language: str = "en") -> FoundNumber | None:
    """The phone number of a text; ``country`` (ISO 3166) is what one without a country code is read in. Of
    two, the first, unless it is taken back.

    Where a number was asked for, one that its country has not given out is taken as well: those who keep it
    check it once more.
    """
    undated = DATE.sub(lambda found: " " * len(found.group()), text)
    if not is_asked:
        return next(_typed_numbers(undated, country, is_asked=False), None)
    others = (_short(undated), _dictated_numbers(undated, country))
    found = next(chain(_typed_numbers(undated, country, is_asked=True), *others), None)
    return _put_right(undated, found, country, language) if found else None


def _put_right(text: str, first: FoundNumber, country: str, language: str) -> FoundNumber:
    """What is said to be right behind it: another number, or some of its digits; as often as they put it
    right."""
    found, is_corrected = first, False
    while True:
        other = _next_number(text, found.end, country)
        between = text[found.end : other.start] if other else ""
        if other and (
            other.value == found.value
            or is_corrected_between(between, language)
            or (is_corrected and is_said_again(between))
        ):
            found, is_corrected = structs.replace(other, start=first.start), True
            continue
        if other and _is_slip(found.value, other.value):
            return FoundNumber(text[first.start : other.end], first.start, other.end)
        start = end_of_correction(text, found.end, language)
        right = with_digits_put_right(found.value, text, start) if start is not None else None
        if right is None:
            return found
        value, end = right
        if value is None:
            return _unclear(text, first, end, country)
        found, is_corrected = FoundNumber(value, first.start, end), True


def _unclear(text: str, first: FoundNumber, end: int, country: str) -> FoundNumber:
    """A number with a correction that cannot be read: as it was written, unless it is said once more in
    full."""
    other = _next_number(text, end, country)
    if other and is_said_again(text[end : other.start]):
        return structs.replace(other, start=first.start)
    return FoundNumber(text[first.start : end], first.start, end)


def _next_number(text: str, start: int, country: str) -> FoundNumber | None:
    behind = text[start:]
    found = chain(
        _typed_numbers(behind, country, is_asked=True), _short(behind), _dictated_numbers(behind, country)
    )
    first = min(found, key=lambda one: one.start, default=None)
    return FoundNumber(first.value, first.start + start, first.end + start) if first else None


def _is_slip(one: str, other: str) -> bool:
    """Whether two numbers differ in so little that one of them is likely a slip."""
    return (
        one != other
        and len(one) == len(other)
        and sum(left != right for left, right in zip(one, other, strict=True)) <= MOST_SLIPS
    )


def _typed_numbers(text: str, country: str, *, is_asked: bool) -> Iterator[FoundNumber]:
    for match in _matches(text, country, is_asked=is_asked):
        extension = EXTENSION.match(text, match.end)
        end = extension.end() if extension else match.end
        is_extended = extension or match.number.extension
        written = text[match.start : end]
        yield FoundNumber(written if is_extended else _value(written, country), match.start, end)


def _short(text: str) -> Iterator[FoundNumber]:
    """Numbers as they were written that may be incomplete, or of another country."""
    for found in SHORT.finditer(text):
        if FEWEST_OF_SHORT <= len(re.sub(r"\D", "", found.group())) <= MOST_DIGITS:
            yield FoundNumber(found.group(), found.start(), found.end())


def _dictated_numbers(text: str, country: str) -> Iterator[FoundNumber]:
    for start, end, digits in spoken_numbers(text):
        yield FoundNumber(_value(digits, country), start, end)


def _value(written: str, country: str) -> str:
    """A number in E.164; as it was written where it is none, or may be of another country."""
    with suppress(InvalidField):
        return normalise_phone(written, country)
    return written


def _matches(text: str, country: str, *, is_asked: bool) -> Iterator[phonenumbers.PhoneNumberMatch]:
    for match in phonenumbers.PhoneNumberMatcher(text, country):
        if len(re.sub(r"\D", "", match.raw_string)) >= FEWEST_DIGITS:
            yield match
    for match in phonenumbers.PhoneNumberMatcher(text, country, leniency=POSSIBLE) if is_asked else ():
        if (
            match.raw_string.startswith(("+", "0", "("))
            and len(re.sub(r"\D", "", match.raw_string)) > FEWEST_DIGITS
        ):
            yield match
