"""Street addresses: those of the grammar of a language, and what words for living or an address lead to.

Towns stay: which place is nearer is something a model has to know.
"""

import re
from collections.abc import Iterable, Iterator

from agent.privacy.addresses.corners import corners
from agent.privacy.addresses.dwellings import dwellings
from agent.privacy.addresses.frames import IS_ADDRESS, LIVES, MOVES, asks_for_us
from agent.privacy.addresses.parts import HEBREW_TOWN_BEHIND, addresses_by_parts, end_with_more
from agent.privacy.addresses.patterns import (
    GERMAN_STREET,
    HEAD,
    LETTERED,
    NAME_AND_NUMBER,
    NUMBER_FIRST,
    STREETS,
    TAIL,
    WITH_NUMBER,
)
from agent.privacy.addresses.post_boxes import post_boxes
from agent.privacy.addresses.sent import addressees
from agent.privacy.addresses.spoken.houses import spoken_houses
from agent.privacy.addresses.tails import KIND_BEFORE, LONGEST_KIND, TOLD_BEHIND
from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.names.scripted import is_scripted_name
from agent.privacy.names.words import COMMON_NOUNS, MAKES, ROOMS, STOPS
from agent.privacy.spans import ADDRESS, Span

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŒŠŽ][\w'’.\-]{0,24}"
# "Rue Rosenstraße 17", "שדרות Rosenallee 17": the number is behind.
_NAME_BEFORE = re.compile(r"(?:(?![א-ת؀-ۿ])[\w\-.]){0,40}$")
_WORD_BEFORE = re.compile(rf"({_CAPITAL}) $")
# The others are endings of many words: "bring 2 friends", "Hof", "Tor".
_PLAIN_KINDS = ("str", "gasse", "allee", "weg", "chaussee")
_LONGEST_HEAD = 30
# "The shop", in Arabic, with which what is found may begin.
_FIRST_WORD = 8
SHORTEST_NAME, LONGEST_NAME = 3, 100
_DIGIT = re.compile(r"\d")
_REST = re.compile(r"[^;!?\n\[]{4,90}")
_ENDS = re.compile(
    r"[.](?= |$)(?<!\w\.)(?<!str\.)|[.] +(?=[A-ZÀ-Þ][^.]{3})(?<!Str\. )(?<!St\. )|,? (?:and|can|could|und|kann|können|et|puis|est-ce|y|¿|puede\w*|pued\w*|posso|può|potete|ואפשר|אפשר|האם|هل|ويمكن)(?!\w)",
    re.I,
)
_WORDS = re.compile(r"\w+")
_HEBREW_LETTER = re.compile("[א-ת]")
# Times and days of both scripts are written onto their prepositions.
_NO_STREETS = STOPS | COMMON_NOUNS | CALENDAR_WORDS | ROOMS | MAKES
_SCRIPT_WITHOUT_CAPITALS = re.compile("[\u0590-\u07ff]")
_SCRIPTED_BEFORE = re.compile(r"(?<!\w)(?P<word>[א-תء-ي]{3,}) $")
_SENTENCE = re.compile(r"(?:[^.!?؟\n]|[.!?؟](?! [A-ZÀ-Þ¿]))+(?P<asks>(?<=[?؟]))?")


def street_addresses(text: str, own: Iterable[frozenset[str]], *, is_asked: bool = False) -> Iterator[Span]:
    """``own`` are the words of each address of the business, in lower case: where it is, everybody may know.

    ``is_asked``: the text answers a question for the address; all of such an answer is it.
    """
    ours = list(own)
    everything = {word.casefold() for word in _WORDS.findall(text)}
    by_parts = [
        span
        for span in addresses_by_parts(text, is_asked=is_asked)
        if is_asked
        or _DIGIT.search(text, span.start, span.end)
        or not asks_for_us(text, span.start + _FIRST_WORD)
    ]
    if is_asked and (by_parts or any(one.isdecimal() for one in text)):
        yield from _answer(text)
        return
    found_here = (
        *_find_streets(text),
        *by_parts,
        *dwellings(text),
        *corners(text),
        *post_boxes(text),
        *addressees(text),
        *spoken_houses(text),
    )
    for found in found_here:
        span = _whole(text, found)
        said = {word.casefold() for word in _WORDS.findall(text[span.start : span.end])} - STOPS
        if not any(said <= words or _is_told_apart(said, words, everything) for words in ours):
            yield span


def _answer(text: str) -> Iterator[Span]:
    """Everything but what is asked back."""
    for sentence in _SENTENCE.finditer(text):
        # A house number with a question mark is one that somebody is not sure of.
        if sentence["asks"] is None or any(one.isdecimal() for one in sentence.group()):
            yield Span(ADDRESS, sentence.start(), sentence.end())


def _is_told_apart(said: set[str], own: frozenset[str], everything: set[str]) -> bool:
    """Whether it is another house of the business's street, told beside the business's own: "at 50 and not at
    5"."""
    others = said - own
    numbers = {word for word in own if word[0].isdecimal()}
    return (
        len(others) == 1 and next(iter(others))[0].isdecimal() and bool(said & own) and numbers <= everything
    )


def _whole(text: str, span: Span) -> Span:
    """With what is told before and behind it of the same house."""
    before = text[max(0, span.start - _LONGEST_HEAD) : span.start]
    head = HEAD.search(before)
    start = span.start - (len(head.group()) if head else 0)
    tail = TAIL.match(text, span.end)
    end = tail.end() if tail else span.end
    town = HEBREW_TOWN_BEHIND.match(text, end) if _HEBREW_LETTER.search(text[start:end]) else None
    end = end_with_more(text, town.end() if town else end)
    kind = KIND_BEFORE.search(text, max(0, start - LONGEST_KIND), start)
    behind = TOLD_BEHIND.match(text, end)
    return Span(ADDRESS, kind.start() if kind else start, behind.end() if behind else end)


def _find_streets(text: str) -> Iterator[Span]:
    has_number = _DIGIT.search(text) is not None
    if has_number:
        yield from _german_streets(text)
        for pattern in (NUMBER_FIRST, LETTERED):
            for found in pattern.finditer(text):
                yield Span(ADDRESS, found.start(), found.end())
        for street in STREETS:
            for found in street.finditer(text):
                yield Span(ADDRESS, found.start(), found.end())
        for frame in LIVES.finditer(text):
            told = WITH_NUMBER.match(text, frame.end())
            if told:
                yield Span(ADDRESS, told.start(), told.end())
        if MOVES.search(text):
            yield from _names_with_number(text)
    for frame in IS_ADDRESS.finditer(text):
        rest = _REST.match(text, frame.end())
        if rest:
            ends = _ENDS.search(rest.group())
            end = rest.start() + (ends.start() if ends else len(rest.group().rstrip()))
            if end > rest.start() and (has_number or len(text[rest.start() : end].split()) > 1):
                yield Span(ADDRESS, rest.start(), end)


def _names_with_number(text: str) -> Iterator[Span]:
    """Where only the place tells that it is an address: a name that is no day and no word of a sentence."""
    for found in NAME_AND_NUMBER.finditer(text):
        words = {word.casefold() for word in _WORDS.findall(found.group()) if len(word) > 1}
        words |= {word[at:] for word in words for at in (1, 2) if _SCRIPT_WITHOUT_CAPITALS.match(word)}
        if not words & _NO_STREETS:
            start = found.start()
            before = _SCRIPTED_BEFORE.search(text, max(0, start - _LONGEST_HEAD), start)
            is_name = before and is_scripted_name(before["word"])
            yield Span(ADDRESS, before.start("word") if before and is_name else start, found.end())


def _german_streets(text: str) -> Iterator[Span]:
    for kind in GERMAN_STREET.finditer(text):
        before = text[max(0, kind.start() - LONGEST_NAME) : kind.start()]
        written_onto = _NAME_BEFORE.search(before)
        name = len(written_onto.group()) if written_onto else 0
        more = 0
        while more < 3 and (word := _WORD_BEFORE.search(before[: len(before) - name])):
            name, more = name + len(word.group()), more + 1
        start = kind.start() - name
        is_plain = kind["kind"].casefold().startswith(_PLAIN_KINDS)
        if name and (is_plain or (text[start].isupper() and name >= SHORTEST_NAME)):
            yield Span(ADDRESS, start, kind.end())
