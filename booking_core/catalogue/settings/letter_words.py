"""The owner's own words in letters: by language, by letter, by part. The facts are none of them: what, when,
where, with whom, price, code, rules and the link are in every letter, whatever stands here."""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from booking_core.input.kinds import OneOf, Text, WrongPart, WrongValue
from booking_core.input.world import Language

MOST_LANGUAGES = 20
# By whom it was moved or cancelled is another letter; so is what becomes of a request.
OUTCOMES = (
    "confirmed",
    "requested",
    "approved",
    "declined",
    "moved",
    "moved_by_business",
    "moved_request",
    "cancelled",
    "cancelled_by_business",
    "withdrawn",
    "reminder",
    "displaced",
    "no_show",
)
LETTER_PARTS: Mapping[str, Text] = {
    "subject": Text(150, may_be_empty=True),
    "greeting": Text(120, may_be_empty=True),
    "opening": Text(2000, lines=True, may_be_empty=True),
    "closing": Text(2000, lines=True, may_be_empty=True),
    "signature": Text(500, lines=True, may_be_empty=True),
}
PLACEHOLDERS = ("service", "when", "where", "with", "business", "code")
BRACES = re.compile(r"\{([^{}\n]*)\}")


class LetterWords(Struct, frozen=True):
    """Empty parts are ours; what is empty in all is left out."""

    takes = "words by language, then by email, then by part"

    def read(self, value: Any) -> dict[str, dict[str, dict[str, str]]]:
        if not isinstance(value, Mapping) or len(value) > MOST_LANGUAGES:
            raise WrongValue(f"Please give {self.takes}.")
        read = {Language().read(tag).lower(): _letters(tag, letters) for tag, letters in value.items()}
        return {tag: letters for tag, letters in read.items() if letters}


def _letters(tag: str, value: Any) -> dict[str, dict[str, str]]:
    if not isinstance(value, Mapping):
        raise WrongPart(tag, "Please give words by email, then by part.")
    found = {}
    for outcome, parts in value.items():
        _must_be_one_of(OUTCOMES, f"{tag}.{outcome}", outcome)
        if not isinstance(parts, Mapping):
            raise WrongPart(f"{tag}.{outcome}", "Please give words by email, then by part.")
        read = {part: _part(f"{tag}.{outcome}.{part}", part, text) for part, text in parts.items()}
        if any(read.values()):
            found[outcome] = {part: text for part, text in read.items() if text}
    return found


def _part(name: str, part: str, text: Any) -> str:
    _must_be_one_of(tuple(LETTER_PARTS), name, part)
    try:
        read = LETTER_PARTS[part].read(text)
    except WrongValue as error:
        raise WrongPart(name, str(error)) from error
    unknown = next((one for one in BRACES.findall(read) if one not in PLACEHOLDERS), None)
    if unknown is not None:
        known = ", ".join(f"{{{one}}}" for one in PLACEHOLDERS)
        raise WrongPart(name, f"{{{unknown}}} is none of what can be put in: {known}.")
    return read


def _must_be_one_of(known: tuple[str, ...], name: str, value: Any) -> None:
    try:
        OneOf(known).read(value)
    except WrongValue as error:
        raise WrongPart(name, str(error)) from error


def fill_in(text: str, values: Mapping[str, str]) -> str:
    """The text with its placeholders filled in, once: what a value holds is never filled in again."""
    return BRACES.sub(lambda found: values.get(found[1], found[0]), text)
