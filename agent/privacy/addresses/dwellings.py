"""Homes without a number: what stands behind "I live on", and what of a kind of street, hamlet or house stands
behind "we are at"."""

import re
from collections.abc import Iterator

from msgspec import Struct

from agent.mentions.everyday_words import is_ordinary
from agent.privacy.addresses.kinds import (
    BEYOND,
    COMPOUND,
    KINDS_BEFORE,
    KINDS_BEHIND,
    LITTLE,
    SOMEWHERE,
    is_kind,
    without_prefix,
)
from agent.privacy.addresses.living import LIVING
from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.names.known import SCRIPT_WITHOUT_CAPITALS, is_known_name
from agent.privacy.names.unknown import is_unknown
from agent.privacy.names.words import BRANDS, MAKES
from agent.privacy.spans import ADDRESS, Span
from agent.privacy.towns import is_town

_WORD = re.compile(r"[^\W_](?:[\w'’׳\"״\-]{0,30}[^\W_])?['׳]?")
_GAP = re.compile(r"\.? (?=[^\W_])")
_WRITTEN_ON = re.compile(r"^[ldn]['’]|^(?:dell|all|nell|sull|dall)['’]", re.I)
_PREPOSITION = re.compile(
    r"(?:(?:at|in|on|off|by|over|to|from|im|am|an|auf|bei|beim|zum|zur|ins|nach|aux?|à|en|dans|sur|chez|por|al|a|alla|alle|all['’]|nel|nella|nell['’]|nei|sulla|sul|su|ai|allo|da|על|في|على|ع) ?(?<=[ '’])"
    r"|(?<=[^\W\d_] )ב-?(?=[א-ת]{2})|ب(?=[ء-ي]{3}))",
    re.I,
)
_PIECE = re.compile(r" ?[,،] ?(?=[^\W_])")
_END = re.compile(r" ?(?:[,.!?;:)\n،؟]|$)")
# "Pen ar Valy".
# "Pen ar Valy".
_SHORT = re.compile(r"[a-zà-ÿ]{1,3} (?=[A-ZÀ-Þ])")
_ON = re.compile(r" on $", re.I)
MOST_WORDS, MOST_SMALL, MOST_SCRIPTED, MOST_PIECES = 8, 3, 3, 3
_NOT_LIVED_IN = SOMEWHERE | CALENDAR_WORDS | BRANDS | MAKES


# Written with a capital as all nouns.
_GERMAN_KINDS = frozenset(
    [
        "weiler",
        "hof",
        "gehöft",
        "gut",
        "haus",
        "siedlung",
        "ortsteil",
        "einöde",
        "alm",
        "mühle",
        "villa",
        "kolonie",
        "gasse",
        "straße",
        "strasse",
        "park",
        "platz",
    ]
)


class Place(Struct, frozen=True):
    """Words that may name a home: which of them are of its name, and whether a kind of street, hamlet or
    house is among them."""

    start: int
    end: int
    name: tuple[str, ...]
    has_kind: bool
    has_preposition: bool


def dwellings(text: str) -> Iterator[Span]:
    for pattern, is_home in LIVING.possible(text):
        for frame in pattern.finditer(text):
            place = _place_at(text, frame.end())
            if place and (
                _is_named(place, is_home=is_home) if place.has_kind else is_home and _is_home(text, place)
            ):
                yield Span(ADDRESS, place.start, _with_pieces(text, place.end))


def _place_at(text: str, at: int) -> Place | None:
    preposition = _PREPOSITION.match(text, at)
    start = at
    whole = _WORD.match(text, at)
    if whole and whole.group() in SOMEWHERE:
        return None
    if preposition and not preposition.group()[0].isupper():
        start = at = preposition.end()
    words = list(_words_at(text, at))
    while words and (words[-1].group().casefold() in LITTLE):
        words.pop()
    if not words or any(word.group().casefold() in CALENDAR_WORDS - LITTLE for word in words):
        return None
    said = [_bare(word.group()) for word in words]
    kinds = [one for one in said if is_kind(one) or _is_compound(one)]
    name = tuple(
        one
        for one in said
        if one.casefold() not in LITTLE and not one.isdecimal() and (one not in kinds or _is_called(one))
    )
    return Place(start, words[-1].end(), name, bool(kinds), preposition is not None)


def _words_at(text: str, at: int) -> Iterator[re.Match[str]]:
    """The words that may be of one place: in Latin letters, small ones end it behind a capital."""
    count = small = 0
    has_capital = has_kind = False
    while count < MOST_WORDS and (word := _WORD.match(text, at)):
        said = _bare(word.group())
        folded = said.casefold()
        if folded in BEYOND and folded not in LITTLE and not (said.istitle() and said.isascii() and count):
            return
        is_one = is_kind(said) or _is_compound(said)
        is_little = (
            folded in LITTLE
            or said[0].isdecimal()
            or (has_capital and bool(_SHORT.match(text, word.start())))
        )
        if SCRIPT_WITHOUT_CAPITALS.match(said):
            small += not is_one
            if small > MOST_SCRIPTED - 1 and not said.startswith(("ה", "ال")):
                return
        elif not is_little:
            is_small = not said[0].isupper()
            small += is_small and not is_one
            is_over = has_kind and folded not in KINDS_BEFORE and is_small and not is_one
            if (has_capital and is_small and not is_one) or small > MOST_SMALL or (is_over and small > 1):
                return
            has_capital = has_capital or not is_small
        has_kind = has_kind or is_one
        count += 1
        yield word
        is_whole = folded in KINDS_BEHIND and folded not in KINDS_BEFORE and small
        gap = _GAP.match(text, word.end())
        if gap is None or is_whole:
            return
        at = gap.end()


def _bare(word: str) -> str:
    return without_prefix(_WRITTEN_ON.sub("", word))


def _is_compound(word: str) -> bool:
    return bool(COMPOUND.fullmatch(word)) and word.casefold() not in SOMEWHERE


def _is_called(kind: str) -> bool:
    """Whether a kind is the name itself: "the Lodge", "La Bergerie", and what is written onto one."""
    is_german = kind.casefold() in _GERMAN_KINDS
    return _is_compound(kind) or (
        kind.istitle() and kind.isalpha() and not is_german and not SCRIPT_WITHOUT_CAPITALS.match(kind)
    )


def _is_named(place: Place, *, is_home: bool) -> bool:
    """Whether a kind of street has a name, of which not all words are of every sentence unless somebody lives
    there."""
    told = [word for word in place.name if word.casefold() not in SOMEWHERE]
    return any(
        is_home
        or word[0].isupper()
        or _is_compound(word)
        or is_unknown(word)
        or is_known_name(word.casefold())
        or (place.has_preposition and not is_ordinary(word.casefold()))
        for word in told
    )


def _is_home(text: str, place: Place) -> bool:
    """Whether what nothing tells to be a street is a name, and no town."""
    said = text[place.start : place.end]
    if not place.name or is_town(said) or is_town(" ".join(place.name)):
        return False
    first = place.name[0]
    if any(word.casefold() in _NOT_LIVED_IN for word in place.name) or all(map(is_town, place.name)):
        return False
    if SCRIPT_WITHOUT_CAPITALS.match(first):
        return place.has_preposition and is_unknown(first)
    if first[0].isupper():
        return place.has_preposition or is_unknown(first)
    # "I live on coffee": of a street written small, its kind is told.
    is_food = _ON.search(text, max(0, place.start - 4), place.start)
    return place.has_preposition and not is_food and len(place.name) == 1 and is_unknown(first)


def _with_pieces(text: str, end: int) -> int:
    """Where the place ends with what is told behind a comma: a hamlet or a village with capitals, another
    kind of house."""
    for _ in range(MOST_PIECES):
        comma = _PIECE.match(text, end)
        more = comma and _place_at(text, comma.end())
        if not more:
            break
        has_capitals = all(word[0].isupper() for word in more.name) and bool(more.name)
        is_scripted = bool(more.name) and bool(SCRIPT_WITHOUT_CAPITALS.match(more.name[0]))
        if not (
            (more.has_kind and _is_named(more, is_home=False))
            or (has_capitals and not is_scripted and bool(_END.match(text, more.end)))
            or (is_scripted and is_town(more.name[0]))
        ):
            break
        end = more.end
    return end
