"""Tokens: words, numbers and marks of a text, abbreviations with their point."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.when.grammar.engine.items import Item
from agent.when.grammar.numerals import MONTHS, READERS
from agent.when.vocabulary.catalogue import plain
from agent.when.vocabulary.shapes import SHAPE, shape_of
from agent.when.vocabulary.time_vocabulary import TimeVocabulary

LONGEST_ABBREVIATION = 5
_ABBREVIATED = re.compile(r"(?<!\w)[^\W\d_]{2,5}$")
_DATED_KINDS = MONTHS | {"WEEKDAY", "WEAKDAY", "NUMMONTH"}
# What follows the point of an abbreviation, and seldom begins a sentence.
_GOES_ON = re.compile(r",|-|\s?\d|\s(?:the|le|de|di|to|until|au|al|bis|and|und|et|e|y|or|ou|o|oder)\s")


def tokens_of(text: str, catalogue: TimeVocabulary) -> Iterator[Item]:
    """The tokens of a text from left to right; the shapes are those of the vocabulary."""
    end = 0
    while end < len(text):
        # Every position matches: the last shape is any character at all.
        match = SHAPE.match(text, end)
        if match is None:
            return
        yield from _token(match, catalogue)
        end = match.end()


def _token(match: re.Match[str], catalogue: TimeVocabulary) -> Iterator[Item]:
    shape = shape_of(match)
    if shape in {"space", "quote"} or (shape == "stop" and _abbreviates(match, catalogue)):
        return
    written = match.group()
    if shape == "word":
        word = plain(written)
        yield Item(
            "word?",
            catalogue.shorthand.get(word, word),
            match.start(),
            match.end(),
            written[0].isupper(),
            written,
        )
        return
    meaning = READERS[shape](match, catalogue) if shape in READERS else ((shape, shape),)
    for kind, value in meaning:
        yield Item(kind, value, match.start(), match.end(), text=written)


def _abbreviates(match: re.Match[str], catalogue: TimeVocabulary) -> bool:
    """Whether a full stop only shortens the month or weekday before it: "oct. 2027", "wed. the 17th"."""
    written = _ABBREVIATED.search(match.string, max(match.start() - LONGEST_ABBREVIATION, 0), match.start())
    known = catalogue.longest([plain(written.group())]) if written and match.group() == "." else None
    kinds = {kind for kind, _ in known[1]} if known else set()
    return bool(kinds & _DATED_KINDS) and _GOES_ON.match(match.string, match.end()) is not None
