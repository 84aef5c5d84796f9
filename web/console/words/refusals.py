"""Refusals of the core in the operator's language. The core speaks English sentences with values in them:
each is found again by its pattern in the catalogue, and keeps its values."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from babel.numbers import format_decimal

from web.console.words.catalogues import refusals
from web.console.words.language import ENGLISH, language
from web.console.words.translate import N_

PLACE = re.compile(r"%\((\w+)\)s")
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
# What stands for a value in sentences of the core and is a word itself, or is chosen only where it is
# raised.
WORDS = (
    N_("owner"),
    N_("owner or manager"),
    N_("location"),
    N_("resource"),
    N_("category"),
    N_("service"),
    N_("question"),
    N_("There are not enough places left at that time."),
    N_("There are too many people at the desk just now. Please try again in a moment."),
    N_("This cannot be done just now. Please try again in a moment."),
    N_("We cannot tell yet whether that went through. Please repeat it."),
)
# A sentence in a sentence, such as "Please give a whole number from 1 to 9.", is no deeper than this.
DEEPEST = 4


def refusal_text(sentence: str, depth: int = 0) -> str:
    """The sentence in the language of the request; English where the catalogue does not know it."""
    tag = language()
    if tag == ENGLISH or depth > DEEPEST:
        return sentence
    exact = refusals(tag).get(sentence)
    if exact:
        return exact
    for pattern, translated in _patterns(tag):
        if found := pattern.fullmatch(sentence):
            return translated % _values(found.groupdict(), depth)
    return THOUSANDS.sub(lambda number: _write_number(number[0], tag), sentence) if depth else sentence


def _values(said: Mapping[str, str], depth: int) -> dict[str, str]:
    return {name: refusal_text(value, depth + 1) for name, value in said.items()}


def _write_number(number: str, tag: str) -> str:
    return str(format_decimal(int(number.replace(",", "")), locale=tag))


@cache
def _patterns(tag: str) -> Sequence[tuple[re.Pattern[str], str]]:
    """Those with the most words of their own first."""
    with_values = [one for one in refusals(tag).items() if PLACE.search(one[0])]
    by_words = sorted(with_values, key=lambda one: -len(PLACE.sub("", one[0])))
    return [(re.compile(_pattern_of(said), re.DOTALL), text) for said, text in by_words]


def _pattern_of(message: str) -> str:
    parts = PLACE.split(message)
    return "".join(f"(?P<{part}>.+)" if odd % 2 else re.escape(part) for odd, part in enumerate(parts))
