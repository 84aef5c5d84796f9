"""Phone numbers in a text. Pure."""

import re
from collections.abc import Iterator

import phonenumbers
from msgspec import Struct

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
    """``value`` is the number in E.164, or as it was written where it has an extension, for which E.164 has no place."""

    value: str
    start: int
    end: int


def find_number(text: str, country: str, *, is_asked: bool) -> FoundNumber | None:
    """The first phone number of a text; ``country`` (ISO 3166) is what one without a country code is read in.

    Where a number was asked for, one that its country has not given out is taken as well: those who keep it check it once more.
    """
    undated = DATE.sub(lambda found: " " * len(found.group()), text)
    for match in _matches(undated, country, is_asked=is_asked):
        extension = EXTENSION.match(undated, match.end)
        end = extension.end() if extension else match.end
        if extension or match.number.extension:
            return FoundNumber(text[match.start : end], match.start, end)
        number = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
        return FoundNumber(number, match.start, end)
    return None


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
