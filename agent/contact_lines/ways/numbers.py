"""Phone numbers in a text. Pure."""

import re
from collections.abc import Iterator
from contextlib import suppress

import phonenumbers
from msgspec import Struct

from agent.contact_lines.ways.corrections import end_of_correction, with_last_digits
from agent.contact_lines.ways.spoken_numbers import spoken_numbers
from booking_core.customers.contact_text import EXTENSION

# "16.45" is a time, though somebody might be reached by it.
FEWEST_DIGITS = 6
POSSIBLE = phonenumbers.Leniency.POSSIBLE
# "05.12.2026" has as many digits as a number in town, and is none.
DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2})(?!\d)"
    r"|(?<!\d)(?<!\d[./ -])\d{1,2}([./ -]+)\d{1,2}\1\d{2}(?![./ -]?\d)"
)


class FoundNumber(Struct, frozen=True):
    """``value`` is the number in E.164, or as it was written where it has an extension, for which E.164 has
    no place."""

    value: str
    start: int
    end: int


def find_number(text: str, country: str, *, is_asked: bool, language: str = "en") -> FoundNumber | None:
    """The first phone number of a text; ``country`` (ISO 3166) is what one without a country code is read in.

    Where a number was asked for, one that its country has not given out is taken as well: those who keep it
    check it once more.
    """
    undated = DATE.sub(lambda found: " " * len(found.group()), text)
    for match in _matches(undated, country, is_asked=is_asked):
        extension = EXTENSION.match(undated, match.end)
        end = extension.end() if extension else match.end
        if extension or match.number.extension:
            return FoundNumber(text[match.start : end], match.start, end)
        found = FoundNumber(_e164(match.number), match.start, end)
        return _put_right(undated, found, country, language) if is_asked else found
    return _find_spoken(undated, country) if is_asked else None


def _put_right(text: str, found: FoundNumber, country: str, language: str) -> FoundNumber:
    """What is said to be right behind it: another number, or its last digits."""
    start = end_of_correction(text, found.end, language)
    if start is None:
        return found
    other = next(_matches(text[start:], country, is_asked=True), None)
    if other is not None and other.start == 0:
        return FoundNumber(_e164(other.number), found.start, start + other.end)
    right = with_last_digits(found.value, text, start)
    return FoundNumber(right[0], found.start, right[1]) if right else found


def _find_spoken(text: str, country: str) -> FoundNumber | None:
    for start, end, digits in spoken_numbers(text):
        with suppress(phonenumbers.NumberParseException):
            number = phonenumbers.parse(digits, country)
            if phonenumbers.is_possible_number(number):
                return FoundNumber(_e164(number), start, end)
    return None


def _e164(number: phonenumbers.PhoneNumber) -> str:
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


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
